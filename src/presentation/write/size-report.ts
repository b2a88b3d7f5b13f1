import type { PresentationPart } from '../../message/index.ts';
import { emptyEntry } from './entry.ts';

/** One part in a {@link SizeReport}. */
export interface PartSize {
  readonly name: string;
  readonly type: string;
  /** Octets of the content. */
  readonly outBytes: number;
  /** Octets of its headers and lengths. */
  readonly overheadBytes: number;
}

/** Where the octets of an encoded message are: `headerBytes` and those of the parts add up to `total`. */
export interface SizeReport {
  readonly total: number;
  /** The header fields of the message and the number of parts. */
  readonly headerBytes: number;
  readonly parts: readonly PartSize[];
}

/** The sizes of a message that was encoded to `total` octets. */
export function reportSizes(total: number, parts: readonly PresentationPart[]): SizeReport {
  const sizes = parts.map(sizeOf);
  const inParts = sizes.reduce((sum, { outBytes, overheadBytes }) => sum + outBytes + overheadBytes, 0);
  return { total, headerBytes: total - inParts, parts: sizes };
}

function sizeOf(part: PresentationPart): PartSize {
  const outBytes = part.data.length;
  return {
    name: part.name,
    type: part.contentType,
    outBytes,
    overheadBytes: entryOctets(part) - outBytes,
  };
}

/** Octets of a part with its headers and lengths. */
export function entryOctets(part: PresentationPart): number {
  const { length } = part.data;
  return emptyEntry(part).length - uintvarOctets(0) + uintvarOctets(length) + length;
}

/** Octets of a number in groups of seven bits (WAP-230 8.1.2). */
export function uintvarOctets(value: number): number {
  return value < 0x80 ? 1 : 1 + uintvarOctets(Math.floor(value / 0x80));
}
