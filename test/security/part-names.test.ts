import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseEntries, unsafeReason } from '../../src/archive/entry-name.ts';
import { fromHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { safePartName } from '../../src/media/index.ts';
import { encodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';

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

const FOLDER = join(import.meta.dirname, '../vectors/mms');
const corpus = readdirSync(FOLDER)
  .map(file => fromHex((JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { hex: string }).hex))
  .filter(bytes => readIfAny(bytes) !== undefined);

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

/** `undefined` for octets that are no message with parts. */
function readIfAny(bytes: Uint8Array): Presentation | undefined {
  try {
    return Presentation.fromMms(bytes);
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
  it.each([
    'a..',
    'a...',
    '..',
    'a.b..',
    `${'a'.repeat(39)}.${'b'.repeat(20)}`,
    'ehthumbs.db',
    `thumbs${'.'.repeat(60)}db`,
  ])('for %s can be unpacked', name => {
    expect(() =>
      refuseEntries([{ name: named([name])[0] ?? '', data: new Uint8Array() }], CODES),
    ).not.toThrow();
  });

  // 300 000 sets of names with PROPERTY_FACTOR=100
  it('can be unpacked, whatever was wanted', () => {
    const piece = fc.constantFrom(...HOSTILE, 'db', 'b'.repeat(38), '.'.repeat(38));
    const wanted = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map(pieces => pieces.join('')),
    );
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 8 }), names => {
        const safe = named(names);
        expect(safe.map(unsafeReason)).toEqual(names.map(() => undefined));
        refuseEntries(
          safe.map(name => ({ name, data: new Uint8Array() })),
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
    const messages = fc.array(part, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(messages, parts => {
        const message = messageOf(parts);
        fc.pre(message !== undefined);
        const entries = Presentation.fromMms(message).unpack();
        refuseEntries(entries, CODES);
        expect(entries.length).toBeGreaterThan(parts.length);
      }),
      { numRuns: runs(500) },
    );
  });

  it('leave no damaged message that is still read without a way to unpack it', () => {
    const next = random();
    let unpacked = 0;
    for (let i = 0; i < runs(3000); i++) {
      const [one, other] = [corpus[i % corpus.length], corpus[(i * 7) % corpus.length]];
      if (one === undefined || other === undefined) continue;
      const message = readIfAny(mutate(one, other, next));
      if (message === undefined) continue;
      refuseEntries(message.unpack(), CODES);
      unpacked += 1;
    }
    expect(unpacked).toBeGreaterThan(runs(3000) / 10);
  });
});
