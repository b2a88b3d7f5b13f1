import { requireOctets } from '../../../bytes/index.ts';
import { filmPositions } from '../../film-position.ts';
import { namedHeifMetadata } from './heif-metadata.ts';
import type { ImageMetadata } from './image-info.ts';
import { probeImage } from './probe.ts';

/**
 * What a picture carries beside its pixels, that of an HEIC included, and whether a film says where it was taken; nothing
 * where the octets are neither.
 */
export function imageMetadata(data: Uint8Array): readonly ImageMetadata[] {
  requireOctets(data, 'data');
  const ofImage = probeImage(data)?.metadata;
  if (ofImage !== undefined) return ofImage;
  return filmPositions(data).length > 0 ? ['gps'] : namedHeifMetadata(data);
}
