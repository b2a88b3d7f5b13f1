import { expect, it } from 'vitest';
import { profileOf } from '../../../src/presentation/adapt/options.ts';

it('bounds alone are a receiver that takes everything, a profile is itself', () => {
  expect(profileOf({ maxBytes: 5 })).toEqual({
    id: 'limits',
    accept: ['*/*'],
    charsets: ['*'],
    animation: true,
    maxBytes: 5,
  });
  const profile = { id: 'own', accept: ['image/gif'] };
  expect(profileOf(profile)).toBe(profile);
});
