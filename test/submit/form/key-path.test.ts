import { expect, it } from 'vitest';
import { isDictionary, setAt, valueAt } from '../../../src/submit/form/key-path.ts';

it.each([
  [{}, true],
  [new Map(), true],
  [null, false],
  [undefined, false],
  ['x', false],
  [[], false],
  [new Uint8Array(), false],
])('%o is an object with named values: %s', (value, expected) => {
  expect(isDictionary(value)).toBe(expected);
});

it.each([
  ['library', 1],
  ['file.name', 'a.mms'],
  ['file', { name: 'a.mms' }],
  ['library.name', undefined],
  ['toString', undefined],
  ['file.toString', undefined],
  ['none.name', undefined],
])('the value at %s', (key, expected) => {
  expect(valueAt({ library: 1, file: { name: 'a.mms' } }, key)).toEqual(expected);
});

it.each([
  [{}, 'library', { library: 2 }],
  [{ library: 1, to: [] }, 'library', { library: 2, to: [] }],
  [{}, 'file.data', { file: { data: 2 } }],
  [{ file: { name: 'a.mms', data: 1 } }, 'file.data', { file: { name: 'a.mms', data: 2 } }],
  [{ file: 'a.mms' }, 'file.data', { file: { data: 2 } }],
])('in %j a value is set at %s', (message: Record<string, unknown>, key, expected) => {
  setAt(message, key, 2);
  expect(message).toStrictEqual(expected);
});
