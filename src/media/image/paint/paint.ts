import { MmsError } from '../../../errors.ts';
import { LIMITS } from '../../../limits.ts';
import type { RawImage } from '../backend.ts';
import { imageBackend } from '../load-backend.ts';
import type { DecodedImage } from '../read/decode.ts';
import { toRgba } from '../read/raw.ts';
import { canvas, cut, fill, type LayerBox, lay } from './canvas.ts';

import type { PictureFit } from './decode-for.ts';

export type { LayerBox } from './canvas.ts';

/** What lies on a picture; later ones cover earlier ones. */
export type Layer = { readonly box: LayerBox } & (
  | {
      readonly picture: DecodedImage;
      readonly fit: PictureFit;
    }
  | { readonly text: string; readonly sizePx: number }
  | { readonly colour: readonly [red: number, green: number, blue: number] }
);

/** Longest side that a layer is scaled to: a region can claim any size. */
const LONGEST_SIDE = 4096;
/** The renderer refuses them. */
const UNDRAWABLE = /(?![\t\n])[\p{Cc}\p{Cs}]/gu;
/** More characters than any screen shows. */
const MOST_CHARACTERS = 4000;

/**
 * Paints layers on white.
 * @throws MmsError `media/too-many-pixels`, `media/no-image-library`
 */
export async function paintPicture(
  width: number,
  height: number,
  layers: readonly Layer[],
): Promise<DecodedImage> {
  if (width * height > LIMITS.maxImagePixels) {
    const message = `expected at most ${LIMITS.maxImagePixels} pixels, found ${width}x${height}`;
    throw new MmsError('media/too-many-pixels', message);
  }
  const ground = canvas(width, height, [255, 255, 255]);
  for (const layer of layers) await paintLayer(ground, layer);
  return ground;
}

async function paintLayer(ground: DecodedImage, layer: Layer): Promise<void> {
  const box = {
    ...layer.box,
    width: Math.min(layer.box.width, LONGEST_SIDE),
    height: Math.min(layer.box.height, LONGEST_SIDE),
  };
  if (box.width < 1 || box.height < 1) return;
  if ('colour' in layer) fill(ground, layer.colour, box);
  else if ('text' in layer) await paintText(ground, layer.text, layer.sizePx, box);
  else await paintFitted(ground, layer.picture, layer.fit, box);
}

async function paintText(ground: DecodedImage, text: string, sizePx: number, box: LayerBox): Promise<void> {
  // More lines than fit would make a picture of any height.
  const lines = Math.ceil(box.height / sizePx) + 1;
  const seen = text.slice(0, MOST_CHARACTERS).split('\n', lines).join('\n');
  const shown = seen.replace(UNDRAWABLE, '');
  if (shown.trim() === '') return;
  const backend = await imageBackend();
  lay(ground, ofRaw(await backend.writeText(shown, box.width, sizePx)), box);
}

async function paintFitted(
  ground: DecodedImage,
  picture: DecodedImage,
  fit: PictureFit,
  box: LayerBox,
): Promise<void> {
  if (fit === 'hidden' || fit === 'scroll') return lay(ground, picture, box);
  if (fit === 'fill') return lay(ground, await scaled(picture, box.width, box.height), box);
  const across = box.width / picture.width;
  const down = box.height / picture.height;
  if (fit === 'meet') {
    const scale = Math.min(across, down);
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const left = box.left + ((box.width - width) >> 1);
    const top = box.top + ((box.height - height) >> 1);
    return lay(ground, await scaled(picture, width, height), { left, top, width, height });
  }
  const scale = Math.max(across, down);
  const width = Math.max(1, Math.min(picture.width, Math.round(box.width / scale)));
  const height = Math.max(1, Math.min(picture.height, Math.round(box.height / scale)));
  const middle = { left: (picture.width - width) >> 1, top: (picture.height - height) >> 1, width, height };
  lay(ground, await scaled(cut(picture, middle), box.width, box.height), box);
}

async function scaled(picture: DecodedImage, width: number, height: number): Promise<DecodedImage> {
  if (width === picture.width && height === picture.height) return picture;
  const backend = await imageBackend();
  return ofRaw(await backend.resize(toRaw(picture), width, height));
}

function ofRaw(image: RawImage): DecodedImage {
  return { width: image.width, height: image.height, rgba: toRgba(image) };
}

function toRaw({ width, height, rgba }: DecodedImage): RawImage {
  return { width, height, channels: 4, data: rgba, frames: 1, delaysMs: [], loop: 0 };
}
