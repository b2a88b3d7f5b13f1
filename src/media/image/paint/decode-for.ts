import { type DecodedImage, type DecodeImageOptions, decodeImage } from '../read/decode.ts';
import { type PixelSize, shownSize } from '../read/image-info.ts';
import { probeImage } from '../read/probe.ts';
import { cut } from './canvas.ts';

/** As `fit` of SMIL: all of it, all of the box, both by distortion, or its own size. */
export type PictureFit = 'meet' | 'slice' | 'fill' | 'hidden' | 'scroll';

/**
 * Decodes a picture with no more pixels than a box shows of it.
 * @throws MmsError as `decodeImage`
 */
export async function decodeFor(
  bytes: Uint8Array,
  box: PixelSize,
  fit: PictureFit,
  options: DecodeImageOptions = {},
): Promise<DecodedImage> {
  if (fit === 'hidden' || fit === 'scroll') {
    const picture = await decodeImage(bytes, options);
    const width = Math.min(picture.width, Math.max(1, box.width));
    const height = Math.min(picture.height, Math.max(1, box.height));
    return width === picture.width && height === picture.height
      ? picture
      : cut(picture, { left: 0, top: 0, width, height });
  }
  const shown = { width: Math.max(1, box.width), height: Math.max(1, box.height) };
  return decodeImage(bytes, { ...options, within: fit === 'meet' ? shown : covering(bytes, shown) });
}

/** The size of the picture's proportions that leaves nothing of the box free. */
function covering(bytes: Uint8Array, box: PixelSize): PixelSize {
  const info = probeImage(bytes);
  if (info === undefined) return box;
  const { width, height } = shownSize(info);
  const scale = Math.max(box.width / width, box.height / height);
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
}
