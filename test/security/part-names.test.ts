import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseEntries } from '../../src/archive/entry-name.ts';
import { safePartName } from '../../src/media/index.ts';

const CODES = { unsafe: 'folder/unsafe-name', duplicate: 'folder/duplicate' } as const;

/** Names as the parts of one message get them. */
function named(wanted: readonly string[]): string[] {
  const names: string[] = [];
  for (const one of wanted) names.push(safePartName(one, names).name);
  return names;
}

describe('P9: the names that parts get', () => {
  it.each(['a..', 'a...', '..', 'a.b..', `${'a'.repeat(39)}.${'b'.repeat(20)}`, 'ehthumbs.db'])(
    'for %s can be unpacked',
    name => {
      expect(() =>
        refuseEntries([{ name: named([name])[0] ?? '', data: new Uint8Array() }], CODES),
      ).not.toThrow();
    },
  );

  it('can be unpacked, whatever was wanted', () => {
    const piece = fc.constantFrom(
      'a',
      '.',
      '..',
      '-',
      ' ',
      '/',
      'con',
      'db',
      'thumbs',
      'é',
      '\u202e',
      'b'.repeat(38),
    );
    const wanted = fc.oneof(
      fc.string(),
      fc.array(piece).map(pieces => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 8 }), names => {
        refuseEntries(
          named(names).map(name => ({ name, data: new Uint8Array() })),
          CODES,
        );
      }),
    );
  });
});
