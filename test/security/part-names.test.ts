import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseEntries } from '../../src/archive/entry-name.ts';
import { isMmsError } from '../../src/errors.ts';
import { safePartName } from '../../src/media/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { runs } from '../support/property.ts';

const CODES = { unsafe: 'folder/unsafe-name', duplicate: 'folder/duplicate' } as const;

const HOSTILE = [
  'a',
  '.',
  '..',
  '-',
  ' ',
  '/',
  '\\',
  'C:',
  'con',
  '.db',
  'thumbs',
  'message.json',
  'é',
  '\u202e',
  '<',
  '"',
];

interface Names {
  readonly contentLocation?: string;
  readonly contentId?: string;
  readonly name?: string;
  readonly filename?: string;
}

/** A message whose parts have these names; `undefined` where a name cannot be written at all. */
function messageOf(parts: readonly Names[]): Uint8Array | undefined {
  try {
    return encodePdu({
      messageType: 'm-retrieve-conf',
      mmsVersion: '1.2',
      date: '2004-05-23T14:14:58Z',
      contentType: { type: 'application/vnd.wap.multipart.mixed' },
      parts: parts.map(({ contentLocation, contentId, name, filename }) => ({
        contentType: 'application/octet-stream',
        parameters: { ...(name !== undefined && { name }), ...(filename !== undefined && { filename }) },
        ...(contentLocation !== undefined && { contentLocation }),
        ...(contentId !== undefined && { contentId }),
        data: Uint8Array.of(1, 2, 3),
      })),
    });
  } catch (error) {
    if (isMmsError(error)) return undefined;
    throw error;
  }
}

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
      { numRuns: runs(3000) },
    );
  });

  it('leave no message that was read without a way to unpack it, whatever its names', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.constantFrom(...HOSTILE), { maxLength: 6 }).map(pieces => pieces.join('')),
    );
    const part = fc.record(
      { contentLocation: text, contentId: text, name: text, filename: text },
      { requiredKeys: [] },
    );
    const corpus = fc.array(part, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(corpus, parts => {
        const message = messageOf(parts);
        fc.pre(message !== undefined);
        const entries = Presentation.fromMms(message).unpack();
        refuseEntries(entries, CODES);
        expect(entries.length).toBeGreaterThan(parts.length);
      }),
      { numRuns: runs(500) },
    );
  });
});
