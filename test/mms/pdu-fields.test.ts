import { expect, it } from 'vitest';
import { isFieldKey, MESSAGE_TYPES, pduFieldsByType } from '../../src/mms/index.ts';

it.each(MESSAGE_TYPES.map(({ name, code }) => [name, code] as const))('%s has its fields', (name, code) => {
  expect(pduFieldsByType(name)).toMatchObject({ messageType: name, code });
  expect(pduFieldsByType(name)).toBe(pduFieldsByType(name));
});

it('no other text has fields', () => {
  expect(pduFieldsByType('m-nothing')).toBeUndefined();
});

it.each([pduFieldsByType, isFieldKey])('%o asks for a text', ask => {
  const path = ask === isFieldKey ? 'key' : 'messageType';
  expect(() => ask(7 as never)).toThrow(expect.objectContaining({ code: 'bytes/value-type', path }));
});
