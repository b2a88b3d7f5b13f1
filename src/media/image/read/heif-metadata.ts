import { octetAt } from '../../../bytes/index.ts';
import { type Box, childBox, isoBoxes, readIsoMedia } from '../../iso-media.ts';
import { ascii, hasAscii, uint16, uint32 } from '../../octets.ts';
import { readExif } from './exif.ts';
import type { ImageMetadata } from './image-info.ts';

/** An item of an HEIC or AVIF file that is about the picture, and where its octets stand. */
export interface HeifMetadata {
  readonly kind: 'exif' | 'xmp';
  readonly extents: readonly Extent[];
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** The Exif and XMP items of an HEIC or AVIF (ISO/IEC 23008-12 annex A); none of anything else. */
export function heifMetadata(data: Uint8Array): readonly HeifMetadata[] {
  if (readIsoMedia(data) === undefined) return [];
  const meta = childBox(data, { type: '', start: 0, end: data.length }, 'meta');
  if (meta === undefined) return [];
  const full: Box = { ...meta, start: meta.start + 4 };
  const infos = childBox(data, full, 'iinf');
  const locations = childBox(data, full, 'iloc');
  if (infos === undefined || locations === undefined) return [];
  const itemData = childBox(data, full, 'idat');
  const extents = itemExtents(data, locations, itemData);
  return metadataItems(data, infos).flatMap(({ id, kind }) => {
    const found = extents.get(id);
    // Each item is taken once, and no extent of it twice: else a small file could name itself many times over.
    extents.delete(id);
    return found === undefined ? [] : [{ kind, extents: withoutOverlap(found) }];
  });
}

function withoutOverlap(extents: readonly Extent[]): Extent[] {
  let end = 0;
  return extents
    .toSorted((a, b) => a.start - b.start)
    .flatMap(extent => {
      const start = Math.max(extent.start, end);
      end = Math.max(end, extent.end);
      return start < extent.end ? [{ start, end: extent.end }] : [];
    });
}

/** What the items tell, as the other formats name it. */
export function namedHeifMetadata(data: Uint8Array): readonly ImageMetadata[] {
  const names = new Set<ImageMetadata>();
  for (const { kind, extents } of heifMetadata(data)) {
    const [first] = extents;
    if (first === undefined || first.end - first.start <= EXIF_NOTHING) continue;
    if (kind === 'xmp') {
      if (ascii(data, first.start, first.end - first.start).trim() !== '') names.add('xmp');
      continue;
    }
    const tiff = data.subarray(first.start + 4 + uint32(data, first.start), first.end);
    if (tiff.every(octet => octet === 0)) continue;
    for (const name of readExif(tiff).metadata) names.add(name);
  }
  return [...names];
}

/** Octets before the TIFF structure of an Exif item. */
const EXIF_NOTHING = 4;

/** Entries of the item information (ISO/IEC 14496-12 8.11.6), versions 2 and 3, which alone have a type. */
function metadataItems(data: Uint8Array, infos: Box): { id: number; kind: HeifMetadata['kind'] }[] {
  const isLong = data[infos.start] !== 0;
  const items: { id: number; kind: HeifMetadata['kind'] }[] = [];
  for (const box of isoBoxes(data, infos.start + (isLong ? 8 : 6), infos.end)) {
    const version = octetAt(data, box.start);
    if (box.type !== 'infe' || version < 2) continue;
    const id = version === 2 ? uint16(data, box.start + 4) : uint32(data, box.start + 4);
    const type = box.start + (version === 2 ? 8 : 10);
    if (hasAscii(data, 'Exif', type)) items.push({ id, kind: 'exif' });
    else if (hasAscii(data, 'mime', type)) {
      const [, contentType = ''] = ascii(data, type + 4, box.end - type - 4).split('\0');
      if (contentType === 'application/rdf+xml') items.push({ id, kind: 'xmp' });
    }
  }
  return items;
}

/** Where items stand (ISO/IEC 14496-12 8.11.3): in the file or in the item data; those built otherwise are left out. */
function itemExtents(data: Uint8Array, box: Box, itemData: Box | undefined): Map<number, Extent[]> {
  const version = octetAt(data, box.start);
  let at = box.start + 4;
  const integer = (octets: number): number => {
    let value = 0;
    for (let i = 0; i < octets; i++) value = value * 256 + octetAt(data, at++);
    return value;
  };
  const sizes = integer(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const count = integer(version < 2 ? 2 : 4);
  const items = new Map<number, Extent[]>();
  for (let i = 0; i < count && at < box.end; i++) {
    const id = integer(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : integer(2) & 15;
    at += 2;
    const base = integer(baseSize) + (method === 1 ? (itemData?.start ?? data.length) : 0);
    const extents: Extent[] = [];
    const parts = integer(2);
    for (let part = 0; part < parts && at < box.end; part++) {
      at += indexSize;
      const start = base + integer(offsetSize);
      const end = Math.min(start + integer(lengthSize), data.length);
      if (method < 2 && start < end) extents.push({ start, end });
    }
    items.set(id, extents);
  }
  return items;
}
