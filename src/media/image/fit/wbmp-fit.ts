import { encodeWbmp, type Pixels, toBitmap } from '../../../bitmap/index.ts';
import type { FittedImage, ImageFitter } from './fitter.ts';

/** Type, fixed header, and two sides of up to two octets each. */
const HEADER_OCTETS = 6;

/** Makes a WBMP: one bit a pixel, so the size alone decides about the octets. */
export class WbmpFitter implements ImageFitter {
  readonly #pixels: Pixels;

  constructor(pixels: Pixels) {
    this.#pixels = pixels;
  }

  async best(): Promise<FittedImage> {
    return this.#encode(this.#pixels.width, this.#pixels.height);
  }

  async within(maxBytes: number): Promise<FittedImage | undefined> {
    const { width, height } = this.#pixels;
    const room = (maxBytes - HEADER_OCTETS) * 8;
    // One pixel fits from here on.
    if (room < 8) return undefined;
    let scale = Math.min(Math.sqrt(room / (width * height)), 1);
    for (;;) {
      const smaller = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
      const octets = HEADER_OCTETS + Math.ceil(smaller.width / 8) * smaller.height;
      if (octets <= maxBytes) return this.#encode(smaller.width, smaller.height);
      scale *= 0.98;
    }
  }

  #encode(width: number, height: number): FittedImage {
    const data = encodeWbmp(toBitmap(this.#pixels, { width, height }));
    const best = width === this.#pixels.width && height === this.#pixels.height;
    return { format: 'wbmp', data, width, height, frames: 1, colours: 2, best };
  }
}
