import { expect, it } from 'vitest';
import { isMessageKind } from '../../../src/submit/form/kinds.ts';

it.each([
  ['text', true],
  ['fax', false],
  ['toString', false],
  [['text'], false],
  [undefined, false],
])('%j is a kind of message: %s', (value, expected) => {
  expect(isMessageKind(value)).toBe(expected);
});
