import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenNameReason, mendName, unsafeNameReason } from '../../src/text/index.ts';
import { runs } from '../support/property.ts';

const PIECES = ['a', '.', '..', ' ', '/', '\\', ':', 'con', '.db', 'thumbs', 'é', '\u202e', '\0', '\ud800'];

/** Names of pieces that are faults alone or together. */
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(fc.constantFrom(...PIECES, '.'.repeat(95))).map(pieces => pieces.join('')),
);

describe('mendName', () => {
  it.each([
    ['', 'part'],
    ['..', 'part'],
    ['...', 'part'],
    ['a\0b\u202e.jpg', 'a_b_.jpg'],
    ['what?/C:', 'what__C_'],
    ['a. .', 'a'],
    ['.profile', 'profile'],
    ['..hidden', '..hidden'],
    ['.con', 'part-con'],
    ['NUL.tar.gz', 'part-NUL.tar.gz'],
    ['Thumbs.db', 'part-Thumbs.db'],
    ['thumbs.jpg', 'thumbs.jpg'],
    ['console.txt', 'console.txt'],
    [`${'x'.repeat(200)}.jpeg`, `${'x'.repeat(95)}.jpeg`],
    [`thumbs${'.'.repeat(200)}db`, 'part-thumbs.db'],
  ])('%j becomes %j', (name, mended) => {
    expect(mendName(name)).toBe(mended);
  });

  it('leaves nothing to say about any name, and changes none that is safe', () => {
    fc.assert(
      fc.property(anyName, name => {
        const mended = mendName(name);
        expect([unsafeNameReason(mended), hiddenNameReason(mended)], mended).toEqual([undefined, undefined]);
        expect(mendName(mended)).toBe(mended);
        if (unsafeNameReason(name) === undefined && hiddenNameReason(name) === undefined)
          expect(mended).toBe(name);
      }),
      { numRuns: runs(3000) },
    );
  });
});
