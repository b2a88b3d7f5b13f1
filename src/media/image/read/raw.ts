import type { RawImage } from '../backend.ts';

/** Just the first frame. */
export function firstFrame(image: RawImage): RawImage {
  if (image.frames === 1) return image;
  const data = image.data.subarray(0, image.width * image.height * image.channels);
  return { ...image, data, frames: 1, delaysMs: [] };
}

/** The pixels of the first frame with alpha. */
export function toRgba({ width, height, channels, data }: RawImage): Uint8Array {
  const pixels = width * height;
  if (channels === 4) return new Uint8Array(data.buffer, data.byteOffset, pixels * 4);
  const rgba = new Uint8Array(pixels * 4);
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = data[from] ?? 0;
    rgba[to + 1] = data[from + 1] ?? 0;
    rgba[to + 2] = data[from + 2] ?? 0;
    rgba[to + 3] = 255;
  }
  return rgba;
}

/** True when some pixel is not opaque. */
export function hasTransparency({ channels, data }: RawImage): boolean {
  if (channels === 3) return false;
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return true;
  return false;
}

/** Lays the pixels on a background; without it transparent ones turn black in a JPEG. */
export function flatten(image: RawImage, [red, green, blue]: readonly [number, number, number]): RawImage {
  if (image.channels === 3) return image;
  const pixels = image.data.length / 4;
  const data = new Uint8Array(pixels * 3);
  const lay = (colour: number, ground: number, alpha: number): number =>
    Math.round((colour * alpha + ground * (255 - alpha)) / 255);
  for (let i = 0; i < pixels; i++) {
    const from = i * 4;
    const alpha = image.data[from + 3] ?? 0;
    data[i * 3] = lay(image.data[from] ?? 0, red, alpha);
    data[i * 3 + 1] = lay(image.data[from + 1] ?? 0, green, alpha);
    data[i * 3 + 2] = lay(image.data[from + 2] ?? 0, blue, alpha);
  }
  return { ...image, channels: 3, data };
}

/** Of a drawing, at least this share of neighbours are equal; of a photo, hardly any. */
const DRAWING_SHARE = 0.4;
/** So many rows tell as much as all of them. */
const SAMPLED_ROWS = 100;

/** True for a drawing, a diagram or a screenshot rather than a photo: large areas of one colour. */
export function isDrawing({ width, height, channels, data }: RawImage): boolean {
  const step = Math.ceil(height / SAMPLED_ROWS);
  let equal = 0;
  let pairs = 0;
  for (let y = 0; y < height; y += step) {
    for (let x = 1; x < width; x++) {
      const at = (y * width + x) * channels;
      let same = true;
      for (let c = 0; c < channels && same; c++) same = data[at + c] === data[at + c - channels];
      if (same) equal++;
      pairs++;
    }
  }
  return pairs === 0 || equal / pairs >= DRAWING_SHARE;
}

/** Number of different colours in all frames, or `most` + 1 when there are more. */
export function countColours({ channels, data }: RawImage, most: number): number {
  const seen = new Set<number>();
  for (let at = 0; at < data.length && seen.size <= most; at += channels) {
    const alpha = channels === 4 ? (data[at + 3] ?? 0) : 255;
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    // What is fully transparent has no colour.
    seen.add(alpha === 0 ? -1 : colour * 256 + alpha);
  }
  return seen.size;
}
