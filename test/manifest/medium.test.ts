import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { resolveMedium } from '../../src/manifest/index.ts';

const octets = new Uint8Array([1, 2, 3]);

describe('resolveMedium', () => {
  it.each([
    ['image', 'a.jpg', { source: { kind: 'file', path: 'a.jpg' } }],
    ['text', 'Hello', { source: { kind: 'text', text: 'Hello' } }],
    ['attachment', 'me.vcf', { source: { kind: 'file', path: 'me.vcf' } }],
    ['image', { src: 'a.jpg' }, { source: { kind: 'file', path: 'a.jpg' } }],
    ['text', { file: 'a.txt' }, { source: { kind: 'file', path: 'a.txt' } }],
    [
      'text',
      { value: '', begin: '1s', end: 2500 },
      { source: { kind: 'text', text: '' }, beginMs: 1000, endMs: 2500 },
    ],
    ['image', { data: octets, name: 'a.gif' }, { source: { kind: 'octets', data: octets, name: 'a.gif' } }],
    [
      'attachment',
      { value: 'FN:A', name: 'a.vcf' },
      { source: { kind: 'text', text: 'FN:A', name: 'a.vcf' } },
    ],
    ['audio', { tune: { events: [] } }, { source: { kind: 'tune', model: { events: [] } } }],
    ['attachment', { card: { family: 'A' } }, { source: { kind: 'card', model: { family: 'A' } } }],
    [
      'image',
      { src: 'a.png', as: 'gif', maxColours: 16, fit: 'meet', alt: 'A', type: 'image/png', begin: 0 },
      {
        source: { kind: 'file', path: 'a.png' },
        as: 'gif',
        maxColours: 16,
        fit: 'meet',
        alt: 'A',
        type: 'image/png',
        beginMs: 0,
      },
    ],
  ] as const)('of %s %j', (key, medium, resolved) => {
    expect(resolveMedium(key, medium)).toEqual(resolved);
  });

  it('refuses what a checked manifest has not', () => {
    const codes = [{}, { src: 'a', begin: 'soon' }].map(medium => {
      try {
        resolveMedium('image', medium);
        return undefined;
      } catch (error) {
        return isMmsError(error) ? error.code : undefined;
      }
    });
    expect(codes).toEqual(['manifest/missing', 'manifest/value']);
  });
});
