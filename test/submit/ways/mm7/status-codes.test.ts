import { expect, it } from 'vitest';
import { MM7_STATUS_CODES, mm7Status } from '../../../../src/submit/ways/mm7/status-codes.ts';

it('a code is its row of the table', () => {
  expect(MM7_STATUS_CODES.map(({ code }) => mm7Status(code))).toEqual(MM7_STATUS_CODES);
});

it.each([
  [1001, { outcome: 'accepted' }],
  [1999, { outcome: 'accepted' }],
  [2999, { outcome: 'rejected' }],
  [3999, { outcome: 'rejected', retryable: true }],
  [4999, { outcome: 'rejected', retryable: true }],
])('another code counts by its thousand: %i', (code, row) => {
  expect(mm7Status(code)).toStrictEqual({ code, meaning: 'a code of its own', ...row });
});

it.each([0, 999, 5000, -1000])('a code of no thousand says nothing: %i', code => {
  expect(mm7Status(code)).toBeUndefined();
});

it('a code is a number', () => {
  expect(() => mm7Status(JSON.parse('"1000"'))).toThrow(
    expect.objectContaining({ code: 'bytes/value-type', path: 'code' }),
  );
});
