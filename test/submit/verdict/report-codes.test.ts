import { describe, expect, it } from 'vitest';
import { isAccepted, REPORT_CODES } from '../../../src/submit/index.ts';
import { reportCode } from '../../../src/submit/verdict/report-codes.ts';

describe('the report codes', () => {
  it('are unique, and follow the sign but for the two that processed the rest', () => {
    const codes = REPORT_CODES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const odd = REPORT_CODES.filter(({ code, accepted }) => accepted !== code <= 0).map(({ code }) => code);
    expect(odd).toEqual([11, 19]);
    expect([isAccepted(-99), isAccepted(1), isAccepted(500)]).toEqual([true, false, false]);
  });

  it.each([-3, 0, 2, 171])('%i has a row', code => {
    expect(reportCode(code)).toMatchObject({ code });
  });

  it('are known or not, and numbers', () => {
    expect(reportCode(500)).toBeUndefined();
    const wrong = expect.objectContaining({ code: 'bytes/value-type', path: 'code' });
    expect(() => reportCode(JSON.parse('"2"'))).toThrow(wrong);
    expect(() => isAccepted(JSON.parse('"2"'))).toThrow(wrong);
  });
});
