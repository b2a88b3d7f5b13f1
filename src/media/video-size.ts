import { requireOctets } from '../bytes/index.ts';
import type { PixelSize } from './image/read/image-info.ts';
import { type Box, childBox, isoBoxes } from './iso-media.ts';
import { uint32 } from './octets.ts';

/**
 * Width and height of the first film track of a 3GP, 3G2 or MP4, as shown (ISO/IEC 14496-12 8.3.2); `undefined` when
 * there is none or the file is cut.
 */
export function videoSize(data: Uint8Array): PixelSize | undefined {
  requireOctets(data, 'data');
  const movie = childBox(data, { type: '', start: 0, end: data.length }, 'moov');
  if (movie === undefined) return undefined;
  for (const track of isoBoxes(data, movie.start, movie.end)) {
    const header = track.type === 'trak' ? childBox(data, track, 'tkhd') : undefined;
    const size = header && trackSize(data, header);
    if (size !== undefined) return size;
  }
  return undefined;
}

/** Of 16.16 fixed point numbers behind times of 32 or 64 bits; sounds have none. */
function trackSize(data: Uint8Array, { start, end }: Box): PixelSize | undefined {
  const at = start + (data[start] === 1 ? 88 : 76);
  if (at + 8 > end) return undefined;
  const [width, height] = [uint32(data, at) >>> 16, uint32(data, at + 4) >>> 16];
  return width > 0 && height > 0 ? { width, height } : undefined;
}
