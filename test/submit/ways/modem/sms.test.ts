import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../src/bytes/index.ts';
import { encodeSms } from '../../../../src/sms/index.ts';
import { smsSteps } from '../../../../src/submit/ways/modem/sms.ts';
import { facts } from './facts.ts';

const sms = (text: string) => encodeSms({ to: '+447700900123', text });

describe('SMS in PDU mode', () => {
  it('is a length, and the PDU of the stored centre up to its end mark', () => {
    const [segment] = sms('Hi');
    expect(facts(smsSteps(sms('Hi')))).toEqual([
      'AT+CMGF=0 | OK | 5 s',
      `AT+CMGS=${segment?.length} | >  | 10 s`,
      `00${toHex(segment?.tpdu ?? new Uint8Array()).toUpperCase()}\x1a | +CMGS: | 120 s, commits`,
    ]);
  });

  it('keeps the link up for several parts', () => {
    expect(facts(smsSteps(sms('x'.repeat(200)))).map(step => step.slice(0, 8))).toEqual([
      'AT+CMGF=',
      'AT+CMMS=',
      'AT+CMGS=',
      '0041000C',
      'AT+CMGS=',
      '0041000C',
    ]);
    expect(facts(smsSteps(sms('x'.repeat(200))))[1]).toBe('AT+CMMS=1 | OK or error | 5 s');
  });

  it.each([JSON.parse('[7]'), JSON.parse('{}')])('is made of %j', value => {
    expect(() => smsSteps(value)).toThrow(expect.objectContaining({ code: 'bytes/value-type' }));
  });
});
