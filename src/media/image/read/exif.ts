import { hasAscii, uint16, uint16le, uint32, uint32le } from '../../octets.ts';
import type { ImageMetadata } from './image-info.ts';

/** What matters of an EXIF block. */
interface ExifFacts {
  readonly orientation: number;
  /** Nothing where the block says the orientation alone. */
  readonly metadata: readonly ImageMetadata[];
}

const ORIENTATION = 0x0112;
const GPS_INFO = 0x8825;

/** Header, a directory of one entry, and the offset of no other. */
const ONE_ENTRY_BYTES = 8 + 2 + 12 + 4;

/** Reads the first directory of a TIFF structure (Exif 2.3, 4.5.2); what cannot be read counts as upright. */
export function readExif(tiff: Uint8Array): ExifFacts {
  const little = hasAscii(tiff, 'II');
  const short = little ? uint16le : uint16;
  const long = little ? uint32le : uint32;
  const directory = long(tiff, 4);
  const entries = Math.min(short(tiff, directory), Math.floor(Math.max(tiff.length - directory - 2, 0) / 12));
  let orientation = 1;
  let gps = false;
  let others = tiff.length > ONE_ENTRY_BYTES;
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    const tag = short(tiff, entry);
    if (tag === ORIENTATION) orientation = short(tiff, entry + 8);
    else others = true;
    if (tag === GPS_INFO) gps = true;
  }
  const upright = orientation < 1 || orientation > 8 ? 1 : orientation;
  const told: readonly ImageMetadata[] = gps ? ['exif', 'gps'] : ['exif'];
  return { orientation: upright, metadata: others || entries === 0 ? told : [] };
}
