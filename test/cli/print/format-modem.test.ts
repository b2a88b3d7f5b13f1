import { expect, it } from 'vitest';
import { formatModemSteps } from '../../../src/cli/print/format-modem.ts';

it('steps for a modem are lines that a person can type, octets in short', () => {
  const step = { expect: ['OK', 'ERROR'], fail: [], timeoutMs: 5000 };
  const told = formatModemSteps([
    { ...step, send: 'AT+CMGF=0\r' },
    { ...step, send: '0011\x1a', commits: true },
    { ...step, send: new Uint8Array(2) },
    { ...step, send: new Uint8Array(33).fill(0xab) },
  ]);
  expect(told.split('\n')).toEqual([
    'AT+CMGF=0',
    '    waits for OK | ERROR, 5 s',
    '0011<1A>',
    '    waits for OK | ERROR, 5 s; the message is out from here on',
    '<2 octets: 0000>',
    '    waits for OK | ERROR, 5 s',
    `<33 octets: ${'ab'.repeat(32)}…>`,
    '    waits for OK | ERROR, 5 s',
    '',
  ]);
});
