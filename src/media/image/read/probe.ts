import { wbmpSize } from '../../../bitmap/index.ts';
import { requireOctets } from '../../../bytes/index.ts';
import { avifInfo } from './avif-info.ts';
import { bmpInfo } from './bmp-header.ts';
import { gifInfo } from './gif-info.ts';
import type { ImageInfo } from './image-info.ts';
import { jpegInfo } from './jpeg-info.ts';
import { pngInfo } from './png-info.ts';
import { webpInfo } from './webp-info.ts';

function wbmpInfo(data: Uint8Array): ImageInfo | undefined {
  const size = wbmpSize(data);
  if (size === undefined) return undefined;
  return { format: 'wbmp', ...size, frames: 1, orientation: 1, alpha: false, metadata: [], complete: true };
}

const READERS = [jpegInfo, gifInfo, pngInfo, webpInfo, bmpInfo, avifInfo, wbmpInfo] as const;

/**
 * The facts of a picture from its headers; nothing is decoded and no package loaded. `undefined` when the octets are
 * no picture of a format that is read, or end before the size is known. A truncated picture has `complete: false`.
 */
export function probeImage(data: Uint8Array): ImageInfo | undefined {
  requireOctets(data, 'data');
  for (const read of READERS) {
    const info = read(data);
    if (info !== undefined) return info.width > 0 && info.height > 0 ? info : undefined;
  }
  return undefined;
}
