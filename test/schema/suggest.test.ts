import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/schema/suggest.ts';

const KEYS = ['image', 'video', 'text', 'audio', 'alt', 'duration', 'attachments'];

describe('nearest', () => {
  it.each([
    ['imgae', 'image'],
    ['IMAGE', 'image'],
    ['imag', 'image'],
    ['images', 'image'],
    ['txt', 'text'],
    ['attachment', 'attachments'],
    ['atachmants', 'attachments'],
    ['durration', 'duration'],
    ['al', 'alt'],
    ['picture', undefined],
    ['x', undefined],
    ['', undefined],
    ['a'.repeat(1000), undefined],
  ])('of %s is %s', (word, meant) => {
    expect(nearest(word, KEYS)).toBe(meant);
  });

  it('takes the first of several that are equally near', () => {
    expect(nearest('ab', ['aa', 'bb'])).toBe('aa');
  });
});
