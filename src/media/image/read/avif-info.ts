import { type Box, childBox, isoBoxes, readIsoMedia } from '../../iso-media.ts';
import { uint32 } from '../../octets.ts';
import { namedHeifMetadata } from './heif-metadata.ts';
import type { ImageInfo } from './image-info.ts';

/** The largest of the sizes that the item properties state (ISO/IEC 23008-12 6.5.3): thumbnails are smaller. */
function largestSize(data: Uint8Array, properties: Box): { width: number; height: number } {
  let largest = { width: 0, height: 0 };
  for (const box of isoBoxes(data, properties.start, properties.end)) {
    if (box.type !== 'ispe') continue;
    const size = { width: uint32(data, box.start + 4), height: uint32(data, box.start + 8) };
    if (size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** Reads the item properties of an AVIF; `undefined` when it is none. Its orientation is part of the decoding. */
export function avifInfo(data: Uint8Array): ImageInfo | undefined {
  const brand = readIsoMedia(data)?.brands[0];
  if (brand !== 'avif' && brand !== 'avis') return undefined;
  const root: Box = { type: '', start: 0, end: data.length };
  const meta = childBox(data, root, 'meta');
  const items = meta && childBox(data, { ...meta, start: meta.start + 4 }, 'iprp');
  const properties = items && childBox(data, items, 'ipco');
  if (properties === undefined) return undefined;
  return {
    format: 'avif',
    ...largestSize(data, properties),
    frames: 1,
    orientation: 1,
    alpha: true,
    metadata: namedHeifMetadata(data),
    complete: childBox(data, root, 'mdat') !== undefined,
  };
}
