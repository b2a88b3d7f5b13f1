import { type ImageInfo, probeImage } from '../media/index.ts';
import type { MessagePart } from './part.ts';

interface Probed {
  readonly data: Uint8Array;
  readonly info: ImageInfo | undefined;
}

const probed = new WeakMap<Pick<MessagePart, 'data'>, Probed>();

/** The facts of a part that is a picture; `undefined` for any other. A part is looked at once: a JPEG is read to its end. */
export function pictureOf(part: Pick<MessagePart, 'data'>): ImageInfo | undefined {
  const known = probed.get(part);
  if (known !== undefined && known.data === part.data) return known.info;
  const info = probeImage(part.data);
  probed.set(part, { data: part.data, info });
  return info;
}
