import { writeZip } from '../../archive/index.ts';
import { isCompressedType } from '../../media/index.ts';
import type { PresentationPart } from '../../message/index.ts';

/** The ZIP bundle of a message: SMIL document and media by their part names; it holds no header fields. */
export function writeBundle(parts: readonly PresentationPart[]): Promise<Uint8Array> {
  return writeZip(
    parts.map(({ name, contentType, data }) => ({ name, data, isCompressed: isCompressedType(contentType) })),
  );
}
