import { mutate } from '../support/mutate.ts';
import { type LengthField, type Structure, uintvarOctets, writeLength } from './structure.ts';

/** An input with what is known of its structure. */
export interface Seed {
  readonly bytes: Uint8Array;
  readonly structure: Structure;
}

/** Numbers in [0, 1). */
export type Random = () => number;

const MAX_OCTETS = 4096;
/** Out of ten mutations so many damage octets after their structure was changed. */
const DAMAGED = 0.3;
const EMPTY = new Uint8Array();

const below = (next: Random, count: number): number => Math.floor(next() * count);
export const pick = <T>(list: readonly T[], next: Random): T | undefined => list[below(next, list.length)];

/** Octets with another piece in the place of those from `start` to `end`. */
function splice(bytes: Uint8Array, start: number, end: number, piece: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - (end - start) + piece.length);
  result.set(bytes.subarray(0, start));
  result.set(piece, start);
  result.set(bytes.subarray(end), start + piece.length);
  return result;
}

/** Puts a piece in the place of a span and mends every length that reaches over it, from the innermost out. */
function replaceSpan({ bytes, structure }: Seed, start: number, end: number, piece: Uint8Array): Uint8Array {
  let result = splice(bytes, start, end, piece);
  let grown = piece.length - (end - start);
  for (const length of structure.lengths) {
    const { at, size, value } = length;
    const from = at + size;
    if (from > start || from + value < end) continue;
    const octets = writeLength(length, value + grown);
    result = splice(result, at, from, octets);
    grown += octets.length - size;
  }
  return result;
}

type Mutation = (seed: Seed, other: Seed, next: Random) => Uint8Array;

const octetsOf = ({ bytes }: Seed, span: { start: number; end: number } | undefined): Uint8Array =>
  span === undefined ? EMPTY : bytes.subarray(span.start, span.end);

/** A span is gone, there twice, another one, a whole other input, or octets of no meaning; its lengths are right. */
const changeSpan: Mutation = (seed, other, next) => {
  const span = pick(seed.structure.spans, next);
  if (span === undefined) return mutate(seed.bytes, other.bytes, next);
  const own = octetsOf(seed, span);
  const namesakes = other.structure.spans.filter(({ name }) => name === span.name);
  const pieces = [
    () => EMPTY,
    () => Uint8Array.of(...own.subarray(0, 512), ...own.subarray(0, 512)),
    () => octetsOf(other, pick(namesakes, next)),
    () => octetsOf(other, pick(other.structure.spans, next)),
    () => octetsOf(seed, pick(seed.structure.spans, next)),
    () => other.bytes,
    () => Uint8Array.from({ length: below(next, 12) }, () => below(next, 256)),
  ];
  return replaceSpan(seed, span.start, span.end, pick(pieces, next)?.() ?? EMPTY);
};

/** A length says more or less than there is, or says it in an unusual way. */
const lie: Mutation = (seed, other, next) => {
  const length = pick(seed.structure.lengths, next);
  if (length === undefined) return changeSpan(seed, other, next);
  const { at, size } = length;
  return splice(seed.bytes, at, at + size, falseLength(length, next));
};

function falseLength(length: LengthField, next: Random): Uint8Array {
  const { value } = length;
  const near = [value - 1, value + 1, value + 2, 0, 1, 30, 31, 127, 128, 255, 16_384];
  const ways = [
    () => writeLength(length, pick(near, next) ?? 0),
    () => writeLength(length, below(next, 300)),
    // A zero in front, the long form of a value-length, and more than there can be.
    () => Uint8Array.of(0x80, ...uintvarOctets(value)),
    () => Uint8Array.of(31, ...uintvarOctets(value)),
    () => Uint8Array.of(0x8f, 0xff, 0xff, 0xff, 0x7f),
    () => Uint8Array.of(0x1f, 0x8f, 0xff, 0xff, 0xff, 0x7f),
  ];
  return pick(ways, next)?.() ?? EMPTY;
}

/** Two spans change places. */
const swap: Mutation = (seed, other, next) => {
  const [one, two] = [pick(seed.structure.spans, next), pick(seed.structure.spans, next)];
  if (one === undefined || two === undefined) return mutate(seed.bytes, other.bytes, next);
  const [first, second] = one.start < two.start ? [one, two] : [two, one];
  if (first.end > second.start) return changeSpan(seed, other, next);
  const { bytes } = seed;
  return splice(
    splice(bytes, second.start, second.end, octetsOf(seed, first)),
    first.start,
    first.end,
    octetsOf(seed, second),
  );
};

/** The input ends with a span, or before it. */
const cut: Mutation = ({ bytes, structure }, _, next) => {
  const span = pick(structure.spans, next);
  return bytes.subarray(0, next() < 0.5 ? span?.end : span?.start);
};

const damage: Mutation = (seed, other, next) => mutate(seed.bytes, other.bytes, next);

/** A mutation for each tenth of the cases. */
const MUTATIONS: readonly Mutation[] = [
  ...[changeSpan, changeSpan, changeSpan, changeSpan],
  ...[lie, lie],
  swap,
  cut,
  ...[damage, damage],
];

/** Octets that are nearly, but not quite, in the form of the seed. */
export function mutateOctets(seed: Seed, other: Seed, next: Random): Uint8Array {
  const mutation = pick(MUTATIONS, next) ?? damage;
  const bytes = mutation(seed, other, next).subarray(0, MAX_OCTETS);
  return mutation !== damage && next() < DAMAGED ? mutate(bytes, other.bytes, next) : bytes;
}
