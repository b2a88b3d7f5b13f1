import { crc32, joinOctets } from '../../../bytes/index.ts';

/** A TIFF structure that says the orientation and nothing else (Exif 2.3, 4.6.4 A): one entry, a SHORT. */
function orientationTiff(orientation: number): Uint8Array {
  const header = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Uint8Array.of(...header, 0, 1, ...entry, 0, 0, 0, 0);
}

/** APP1 of a JPEG with the orientation; nothing for an upright picture. */
export function orientationSegment(orientation: number): Uint8Array {
  if (orientation === 1) return new Uint8Array();
  const tiff = orientationTiff(orientation);
  const mark = [0x45, 0x78, 0x69, 0x66, 0, 0];
  return joinOctets([Uint8Array.of(0xff, 0xe1, 0, 2 + mark.length + tiff.length, ...mark), tiff]);
}

/** eXIf of a PNG with the orientation; nothing for an upright picture. */
export function orientationPngChunk(orientation: number): Uint8Array {
  if (orientation === 1) return new Uint8Array();
  const tiff = orientationTiff(orientation);
  const body = joinOctets([Uint8Array.of(0x65, 0x58, 0x49, 0x66), tiff]);
  const crc = crc32(body);
  return joinOctets([
    Uint8Array.of(0, 0, 0, tiff.length),
    body,
    Uint8Array.of(crc >>> 24, crc >>> 16, crc >>> 8, crc),
  ]);
}

/** EXIF of a WebP with the orientation; nothing for an upright picture. */
export function orientationWebpChunk(orientation: number): Uint8Array {
  if (orientation === 1) return new Uint8Array();
  const tiff = orientationTiff(orientation);
  return joinOctets([Uint8Array.of(0x45, 0x58, 0x49, 0x46, tiff.length, 0, 0, 0), tiff]);
}
