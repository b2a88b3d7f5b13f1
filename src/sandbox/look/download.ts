import { toHex } from '../../bytes/index.ts';
import { unlessRefused } from '../../errors.ts';
import type { ReceivedMessage } from '../received-message.ts';
import { shortMessagesOf } from './short-messages.ts';

/** A message as a file. */
export interface Download {
  readonly name: string;
  readonly data: Uint8Array;
}

/** What was to be sent, in the form that other programs read; SMS as TPDUs in hexadecimal digits, one a line. */
export function downloadOf({ number, message, delivery, file, form }: ReceivedMessage): Download {
  const text = (ending: string, content: string): Download => ({
    name: `${number}.${ending}`,
    data: new TextEncoder().encode(content),
  });
  if (delivery?.mms !== undefined) return { name: `${number}.mms`, data: delivery.mms };
  const uploaded = delivery?.file ?? file;
  if (uploaded !== undefined) return { name: uploaded.name, data: uploaded.data };
  if (message.kind === 'text') return text('txt', message.text);
  if (message.kind === 'ringtone' && typeof message.tune === 'string') return text('rtttl', message.tune);
  if (message.kind === 'vcard') return text('vcf', String(message.card));
  if (message.kind === 'vcalendar') return text('vcs', String(message.calendar));
  if ('bitmap' in message && message.bitmap instanceof Uint8Array)
    return { name: `${number}.otb`, data: message.bitmap };
  const tpdus = unlessRefused(() => shortMessagesOf(message));
  return text('txt', tpdus?.map(tpdu => `${toHex(tpdu)}\n`).join('') ?? form);
}
