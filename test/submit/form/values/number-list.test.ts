import { expect, it } from 'vitest';
import { MOST_IN_FORM } from '../../../../src/submit/form/bounds.ts';
import { countNumbers, numberList } from '../../../../src/submit/form/values/number-list.ts';
import { reported } from '../reports.ts';

const NUMBERS = ['447700900123', '447700900124'];

/** A list that says how long it is and is not. */
function listOf(length: number): unknown {
  return new Proxy(NUMBERS, {
    get: (target, key) =>
      key === 'forEach' ? () => undefined : key === 'length' ? length : Reflect.get(target, key),
  });
}

it.each([
  [NUMBERS, '447700900123,447700900124', []],
  [[], undefined, []],
  ['447700900123', undefined, ['submit/type']],
  [listOf(MOST_IN_FORM.numbers), undefined, []],
  [listOf(MOST_IN_FORM.numbers + 1), undefined, ['submit/too-long']],
])('%#: a list stands in a form', (value, form, expected) => {
  const { report, codes } = reported();
  expect(numberList.encode(value, report)).toBe(form);
  expect(codes).toEqual(expected);
});

it.each([
  ['447700900123,447700900124', NUMBERS, []],
  ['+447700900123', ['+447700900123'], ['submit/form-number']],
])('%s is read', (form, numbers, expected) => {
  const { report, codes } = reported();
  expect(numberList.decode(form, report)).toEqual(numbers);
  expect(codes).toEqual(expected);
});

it.each([
  ['1', 1],
  ['1,2', 2],
  [',1', 2],
  ['1,,2,', 4],
])('%s has so many entries', (list, count) => {
  expect(countNumbers(list)).toBe(count);
});
