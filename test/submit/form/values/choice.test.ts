import { expect, it } from 'vitest';
import { oneOf, word } from '../../../../src/submit/form/values/choice.ts';
import { reported } from '../reports.ts';

const MAKE = word(['Nokia', 'Siemens']);
const FORMAT = oneOf([
  [0, '0'],
  [true, 'yes'],
]);

it.each([
  [MAKE, 'Nokia', 'Nokia'],
  [FORMAT, 0, '0'],
  [FORMAT, true, 'yes'],
])('%#: %j stands in a form as %j', (codec, value, form) => {
  const { report, codes } = reported();
  expect(codec.encode(value, report)).toBe(form);
  expect(codec.decode(form, report)).toBe(value);
  expect(codes).toEqual([]);
});

it.each([
  [MAKE, 'Nokja', 'did you mean Nokia?', 'expected one of Nokia, Siemens, found "Nokja"'],
  [MAKE, 'x', undefined, 'expected one of Nokia, Siemens, found "x"'],
  [MAKE, 'Nokia'.repeat(20), undefined, `expected one of Nokia, Siemens, found "${'Nokia'.repeat(12)}"`],
  [MAKE, 5, undefined, 'expected one of Nokia, Siemens, found 5'],
  [FORMAT, 'tru', undefined, 'expected one of 0, true, found "tru"'],
  [FORMAT, false, undefined, 'expected one of 0, true, found false'],
  [FORMAT, null, undefined, 'expected one of 0, true, found null'],
  [FORMAT, [0], undefined, 'expected one of 0, true, found a list'],
  [FORMAT, {}, undefined, 'expected one of 0, true, found object'],
])('%#: %j is refused', (codec, value, hint, message) => {
  const { report, codes, hints, messages } = reported();
  expect(codec.encode(value, report)).toBeUndefined();
  expect([codes, hints, messages]).toEqual([['submit/value'], [hint], [message]]);
});

it('another text of a form is refused', () => {
  const { report, codes, messages } = reported();
  expect(FORMAT.decode('1', report)).toBeUndefined();
  expect([codes, messages]).toEqual([['submit/form-value'], ['expected one of 0, yes']]);
});
