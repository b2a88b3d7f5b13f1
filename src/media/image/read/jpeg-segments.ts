import { findOctet, octetAt } from '../../../bytes/index.ts';
import { uint16 } from '../../octets.ts';

/** Markers by name (ITU-T T.81 table B.1). */
export const JPEG_MARKER = {
  SOF0: 0xc0,
  SOF1: 0xc1,
  SOF2: 0xc2,
  DHT: 0xc4,
  JPG: 0xc8,
  DAC: 0xcc,
  RST0: 0xd0,
  RST7: 0xd7,
  SOI: 0xd8,
  EOI: 0xd9,
  SOS: 0xda,
  DQT: 0xdb,
  APP0: 0xe0,
  APP1: 0xe1,
  APP2: 0xe2,
  APP13: 0xed,
  APP14: 0xee,
  APP15: 0xef,
  COM: 0xfe,
  TEM: 0x01,
} as const;

/** A marker segment. */
export interface JpegSegment {
  readonly marker: number;
  /** Offset of the marker's FF. */
  readonly start: number;
  /** Offset of what follows the length octets. */
  readonly content: number;
  /** Offset behind the segment; of a scan: behind its entropy-coded data. */
  readonly end: number;
}

/** The segments between SOI and EOI, EOI included if it is there; stops where the structure breaks. */
export function* jpegSegments(data: Uint8Array): Generator<JpegSegment> {
  let at = 2;
  while (data[at] === 0xff) {
    while (data[at + 1] === 0xff) at++;
    const marker = octetAt(data, at + 1);
    if (marker === JPEG_MARKER.EOI) {
      yield { marker, start: at, content: at + 2, end: at + 2 };
      return;
    }
    const length = uint16(data, at + 2);
    const segmentEnd = at + 2 + length;
    if (length < 2 || segmentEnd > data.length) return;
    const end = marker === JPEG_MARKER.SOS ? scanEnd(data, segmentEnd) : segmentEnd;
    yield { marker, start: at, content: at + 4, end };
    at = end;
  }
}

/** Offset of the first marker behind entropy-coded data: FF 00 is a stuffed octet, RST markers belong to the scan. */
function scanEnd(data: Uint8Array, start: number): number {
  let at = findOctet(data, 0xff, start);
  while (at >= 0 && at + 1 < data.length) {
    const next = octetAt(data, at + 1);
    const inScan = next === 0 || next === 0xff || (next >= JPEG_MARKER.RST0 && next <= JPEG_MARKER.RST7);
    if (!inScan) return at;
    at = findOctet(data, 0xff, at + (next === 0xff ? 1 : 2));
  }
  return data.length;
}
