import { octetAt } from '../../../bytes/index.ts';
import type { DecodedImage } from '../read/decode.ts';

/** A rectangle in pixels; it may reach beyond what it lies on. */
export interface LayerBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An opaque picture of one colour: red, green and blue, 0 to 255. */
export function canvas(
  width: number,
  height: number,
  colour: readonly [number, number, number],
): DecodedImage {
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < rgba.length; at += 4) rgba.set([...colour, 255], at);
  return { width, height, rgba };
}

/** Fills a rectangle of an opaque picture in place. */
export function fill(ground: DecodedImage, colour: readonly [number, number, number], box: LayerBox): void {
  const left = Math.max(0, box.left);
  const width = Math.min(ground.width, box.left + box.width) - left;
  const bottom = Math.min(ground.height, box.top + box.height);
  if (width <= 0) return;
  const row = canvas(width, 1, colour).rgba;
  for (let y = Math.max(0, box.top); y < bottom; y++) ground.rgba.set(row, (y * ground.width + left) * 4);
}

/** Lays a picture on an opaque one in place: its top left corner at that of the box, cut off at the box's sides. */
export function lay(ground: DecodedImage, { width, height, rgba }: DecodedImage, box: LayerBox): void {
  const right = Math.min(ground.width, box.left + Math.min(width, box.width));
  const bottom = Math.min(ground.height, box.top + Math.min(height, box.height));
  for (let y = Math.max(0, box.top); y < bottom; y++) {
    for (let x = Math.max(0, box.left); x < right; x++) {
      const from = ((y - box.top) * width + x - box.left) * 4;
      const to = (y * ground.width + x) * 4;
      const alpha = octetAt(rgba, from + 3);
      for (let channel = 0; channel < 3; channel++) {
        const below = octetAt(ground.rgba, to + channel);
        ground.rgba[to + channel] = Math.round(
          below + ((octetAt(rgba, from + channel) - below) * alpha) / 255,
        );
      }
    }
  }
}

/** A rectangle of a picture, all of it inside. */
export function cut({ width, rgba }: DecodedImage, box: LayerBox): DecodedImage {
  const part = new Uint8Array(box.width * box.height * 4);
  for (let y = 0; y < box.height; y++) {
    const from = ((box.top + y) * width + box.left) * 4;
    part.set(rgba.subarray(from, from + box.width * 4), y * box.width * 4);
  }
  return { width: box.width, height: box.height, rgba: part };
}
