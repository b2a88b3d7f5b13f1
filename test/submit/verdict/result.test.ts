import { expect, it } from 'vitest';
import { MmsError } from '../../../src/errors.ts';
import { submissionResultOf } from '../../../src/submit/index.ts';

it.each([
  [{ outcome: 'unknown', requestSent: 'maybe' }, true],
  [{ outcome: 'unknown' }, false],
  [{ requestSent: 'maybe' }, false],
  ['unknown', false],
  [null, false],
  [undefined, false],
])('%j is the result of a submission: %s', (result, isOne) => {
  const error = new MmsError('submit/connection-lost', 'lost', { details: { result } });
  expect(submissionResultOf(error)).toBe(isOne ? result : undefined);
});

it.each([
  new MmsError('submit/value', 'wrong'),
  Object.assign(new Error('x'), { details: { result: {} } }),
  undefined,
])('another error carries none: %o', error => {
  expect(submissionResultOf(error)).toBeUndefined();
});
