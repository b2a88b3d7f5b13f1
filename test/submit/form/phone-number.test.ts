import { describe, expect, it } from 'vitest';
import { internationalNumbers } from '../../../src/submit/form/phone-number.ts';
import { reported } from './reports.ts';

const NUMBER = '447700900123';

function read(...written: readonly unknown[]) {
  const { report, ...told } = reported();
  return { numbers: internationalNumbers(written, report), ...told };
}

describe('a number', () => {
  it.each([
    [`+${NUMBER}`, NUMBER],
    ['+44 (7700) 900-123', NUMBER],
    ['1234567', '1234567'],
    ['123456789012345', '123456789012345'],
    [`${NUMBER}${' '.repeat(52)}`, NUMBER],
  ])('may be written as %j', (written, number) => {
    expect(read(written)).toMatchObject({ numbers: [number], codes: [] });
  });

  it.each([
    ['07700900123', 'country code'],
    ['+44 (0)7700 900123', '(0)'],
    ['123456', undefined],
    ['1234567890', undefined, ' '.repeat(55)],
    ['1234567890123450', undefined],
    ['44+7700900123', undefined],
    ['++447700900123', undefined],
    ['abc', undefined],
  ])('is not %j', (written, hint, behind = '') => {
    const { numbers, codes, hints } = read(NUMBER, written + behind);
    expect([numbers, codes]).toEqual([[NUMBER], ['submit/recipient[1]']]);
    expect(hints).toEqual([hint === undefined ? undefined : expect.stringContaining(hint)]);
  });

  it('is shown up to its 24th character where it is wrong', () => {
    expect(read('x'.repeat(30)).messages[0]).toMatch(/found "x{24}"$/);
  });

  it('is a text', () => {
    expect(read(NUMBER, 447700900124)).toMatchObject({ numbers: [NUMBER], codes: ['submit/type[1]'] });
  });

  it('counts once', () => {
    expect(read(NUMBER, '447700900124', `+${NUMBER}`)).toMatchObject({
      numbers: [NUMBER, '447700900124'],
      codes: ['submit/duplicate-recipient[2]'],
    });
  });
});
