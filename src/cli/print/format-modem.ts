import { toHex } from '../../bytes/index.ts';
import type { ModemStep } from '../../submit/index.ts';

const MOST_SHOWN_OCTETS = 32;

function formatSent(send: string | Uint8Array): string {
  if (typeof send === 'string') return send.replaceAll('\r', '').replaceAll('\x1a', '<1A>');
  const shown = toHex(send.subarray(0, MOST_SHOWN_OCTETS));
  return `<${send.length} octets: ${shown}${send.length > MOST_SHOWN_OCTETS ? '…' : ''}>`;
}

/** Steps for a modem, one a line: what goes out, and what is waited for. */
export function formatModemSteps(steps: readonly ModemStep[]): string {
  return steps
    .map(({ send, expect, timeoutMs, commits }) => {
      const wait = `${expect.join(' | ')}, ${timeoutMs / 1000} s${commits === true ? '; the message is out from here on' : ''}`;
      return `${formatSent(send)}\n    waits for ${wait}\n`;
    })
    .join('');
}
