import { type ByteReader, isDeparture } from '../bytes/index.ts';
import { MAX_SHORT_LENGTH } from './lengths.ts';
import { readEntryQuickly } from './quick-multipart.ts';
import { QuickReader } from './quick-reader.ts';

/** How far from the stated length one that fits is looked for. */
const REACH = 64;

/** Entries after which nobody looks any more: all behind a length are read anew for each that it could be. */
const MAX_ENTRIES_READ = 4000;

/** What to read instead of a length that lies. */
export interface FittingPartLength {
  readonly offset: number;
  readonly octets: readonly number[];
  readonly stated: number;
  readonly fitting: number;
}

/** A length that may lie. */
interface Suspect {
  readonly offset: number;
  readonly stated: number;
  /** Octets that it is written in, of seven bits each. */
  readonly size: number;
  readonly lowest: number;
  readonly highest: number;
  /** The first entry to read anew. */
  readonly entry: number;
  /** How many entries there are from that one on; `undefined` for as many as this length says. */
  readonly entries: number | undefined;
}

/**
 * The one length of a multipart that makes it whole: with it each entry can be read without a fault, and the last one
 * ends where the multipart does. Of several, the nearest to the stated one.
 * @param outer - bounded to the multipart, which begins at `start`
 */
export function fittingPartLength(
  outer: ByteReader,
  start: number,
  depth: number,
): FittingPartLength | undefined {
  const octets = outer.bytes.slice(0, outer.end);
  const readerAt = (offset: number): QuickReader => {
    const reader = new QuickReader(octets, { limits: outer.limits });
    reader.offset = offset;
    return reader;
  };
  let read = 0;
  for (const { suspect, fitting } of alternatives(suspects(readerAt(start), depth))) {
    const { offset, stated, size, entry, entries = fitting } = suspect;
    read += entries;
    if (read > MAX_ENTRIES_READ) return undefined;
    octets.set(uintvarOctets(fitting, size), offset);
    if (isWhole(readerAt(entry), entries, depth)) {
      return { offset, octets: uintvarOctets(fitting, size), stated, fitting };
    }
    octets.set(uintvarOctets(stated, size), offset);
  }
  return undefined;
}

interface Alternative {
  readonly suspect: Suspect;
  readonly fitting: number;
}

/**
 * What each suspect might say instead, the nearest first. Where data of one length more look as well as headers of one
 * length less, octets that can be read as headers are taken for headers: so these grow first and shrink last.
 */
function* alternatives(all: readonly Suspect[]): Generator<Alternative> {
  const lastFirst = all.toReversed();
  for (let distance = 1; distance <= REACH; distance++) {
    for (const suspect of all) yield* alternative(suspect, suspect.stated + distance);
    for (const suspect of lastFirst) yield* alternative(suspect, suspect.stated - distance);
  }
}

function* alternative(suspect: Suspect, fitting: number): Generator<Alternative> {
  if (fitting >= suspect.lowest && fitting <= suspect.highest) yield { suspect, fitting };
}

/** The number of entries, and the lengths of the first entry that has a fault and of the one before it. */
function suspects(reader: QuickReader, depth: number): Suspect[] {
  const start = reader.offset;
  const ofEntries: Suspect[][] = [];
  let entries = 0;
  try {
    entries = reader.uintvar();
    const { offset } = reader;
    // Where there are fewer entries than announced, all that are there are read without any help.
    const count = uintvarFrom(start, entries, offset, offset, undefined);
    ofEntries.push([{ ...count, lowest: entries + 1 }]);
    for (let left = entries; left > 0; left--) {
      ofEntries.push(lengthsOf(reader, left));
      readEntryQuickly(reader, depth);
    }
  } catch (error) {
    if (!isDeparture(error)) throw error;
  }
  const [count = [], ...others] = ofEntries;
  return [...count, ...others.slice(-2).flat()];
}

/**
 * The lengths of the entry that comes next: those of its headers, its data and its media type. Of the last one what is
 * behind the data may be theirs or nobody's, and what reaches past the end is cut: neither is a lie.
 */
function lengthsOf(reader: QuickReader, left: number): Suspect[] {
  const entry = reader.offset;
  const headers = reader.uintvar();
  const middle = reader.offset;
  const data = reader.uintvar();
  const type = reader.offset;
  const typeLength = reader.peek();
  const isCut = headers > reader.end - reader.offset;
  reader.offset = entry;
  if (left === 1 && isCut) return [];
  const lengths = [uintvarFrom(entry, headers, middle, entry, left)];
  if (left > 1) lengths.push(uintvarFrom(middle, data, type, entry, left));
  if (typeLength < 0 || typeLength > MAX_SHORT_LENGTH) return lengths;
  return [...lengths, { ...uintvarFrom(type, typeLength, type + 1, entry, left), highest: MAX_SHORT_LENGTH }];
}

function uintvarFrom(
  offset: number,
  stated: number,
  end: number,
  entry: number,
  entries: number | undefined,
): Suspect {
  const size = end - offset;
  return { offset, stated, size, lowest: 0, highest: 128 ** size - 1, entry, entries };
}

/** A uintvar of just so many octets. */
function uintvarOctets(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => {
    const group = Math.floor(value / 128 ** (size - 1 - index)) % 128;
    return index < size - 1 ? group | 0x80 : group;
  });
}

function isWhole(reader: QuickReader, entries: number, depth: number): boolean {
  try {
    for (let left = entries; left > 0; left--) readEntryQuickly(reader, depth);
  } catch (error) {
    if (isDeparture(error)) return false;
    throw error;
  }
  return reader.offset === reader.end;
}
