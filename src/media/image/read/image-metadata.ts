import { requireOctets } from '../../../bytes/index.ts';
import { namedHeifMetadata } from './heif-metadata.ts';
import type { ImageMetadata } from './image-info.ts';
import { probeImage } from './probe.ts';

/** What a picture carries beside its pixels, that of an HEIC included; nothing where the octets are not a picture. */
export function imageMetadata(data: Uint8Array): readonly ImageMetadata[] {
  requireOctets(data, 'data');
  return probeImage(data)?.metadata ?? namedHeifMetadata(data);
}
