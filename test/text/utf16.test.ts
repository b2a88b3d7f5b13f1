import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf16Units } from '../../src/text/index.ts';
import { utf16UnitsByHand } from '../../src/text/utf16.ts';
import { runs } from '../support/property.ts';

function byHand(text: string): readonly number[] {
  const units = new Uint16Array(text.length);
  utf16UnitsByHand(text, units);
  return [...units];
}

const asked = (text: string): readonly number[] => [...utf16Units(text).subarray(0, text.length)];

describe('UTF-16 units', () => {
  it('are those of the text, halves of pairs too, by hand as by Node, whatever the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.nat(100), (text, from) => {
        const cut = text.slice(from);
        const units = Array.from({ length: cut.length }, (_, i) => cut.charCodeAt(i));
        expect([byHand(cut), asked(cut)]).toEqual([units, units]);
      }),
      { numRuns: runs(1000) },
    );
  });

  it.each([1024, 1025, 65_536, 65_537])('of %i characters have room', length => {
    const text = 'aé€'.repeat(length).slice(0, length);
    expect(asked(text)).toEqual(byHand(text));
    expect(asked('short again')).toEqual(byHand('short again'));
  });
});
