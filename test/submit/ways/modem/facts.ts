import { toHex } from '../../../../src/bytes/index.ts';
import type { ModemMms } from '../../../../src/submit/ways/modem/mms-content.ts';
import type { ModemStep } from '../../../../src/submit/ways/modem/step.ts';

/** Settings of a network with all that a modem can be told. */
export const NETWORK = {
  apn: 'mms',
  username: 'web',
  password: 'secret',
  mmsc: 'http://mmsc.example',
  proxy: { host: '10.0.0.172', port: 80 },
};

const ERRORS = ['ERROR', '+CME ERROR', '+CMS ERROR'];

function waited({ expect, fail }: ModemStep): string {
  if (fail.length > 0) return expect.join(' or ');
  if (!ERRORS.every(error => expect.includes(error))) throw new Error('a step that nothing ends');
  return [...expect.filter(one => !ERRORS.includes(one)), 'error'].join(' or ');
}

/** Steps as a table: what is sent, what is waited for, how long. */
export function facts(steps: readonly ModemStep[]): string[] {
  return steps.map(step => {
    const { send, timeoutMs, commits } = step;
    const sent = typeof send === 'string' ? send.replace(/\r$/, '') : `<${toHex(send)}>`;
    return `${sent} | ${waited(step)} | ${timeoutMs / 1000} s${commits === true ? ', commits' : ''}`;
  });
}

export function part(
  name: string,
  contentType: string,
  octets: readonly number[],
): ModemMms['parts'][number] {
  return { name, contentType, parameters: {}, data: Uint8Array.from(octets) };
}
