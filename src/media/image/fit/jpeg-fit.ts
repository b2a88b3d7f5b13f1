import type { ImageBackend, RawImage } from '../backend.ts';
import type { PixelSize } from '../read/image-info.ts';
import { insertJfif } from '../write/jfif.ts';
import type { FittedImage, ImageFitter } from './fitter.ts';
import { predictBytes, predictQuality, reachableQuality, type SizePoint } from './size-model.ts';

/** Below this the blocks show; a smaller picture of better quality is the better one. */
const MIN_QUALITY = 40;
/** Above this the octets grow and nobody sees why. */
export const MAX_JPEG_QUALITY = 95;
/** What a picture that must shrink is shrunk to. */
const SHRUNK_QUALITY = 60;
/** Photos at quality 70 have about this many octets a pixel: the guess that the search begins with. */
const TYPICAL_OCTETS_PER_PIXEL = 0.13;
/** A result that uses this share of the budget is good enough. */
const ENOUGH = 0.96;
/** What a prediction aims at. */
const AIM = 0.985;
const MAX_ENCODES = 12;
/** The longer side is not shrunk below this. */
export const MIN_SIDE = 48;

/** All encodes of one size. */
interface Stage extends PixelSize {
  readonly scale: number;
  readonly encodes: Map<number, Uint8Array>;
}

/** Finds the JPEG that makes the most of a number of octets: quality first, then size, each step predicted. */
export class JpegFitter implements ImageFitter {
  readonly #backend: ImageBackend;
  readonly #image: RawImage;
  readonly #maxQuality: number;
  readonly #full: Stage;
  #encodesLeft = 0;

  /** @param image without alpha, in the largest size that is allowed */
  constructor(backend: ImageBackend, image: RawImage, maxQuality: number) {
    this.#backend = backend;
    this.#maxQuality = Math.max(maxQuality, MIN_QUALITY);
    this.#image = image;
    this.#full = this.#stage(1);
  }

  best(): Promise<FittedImage> {
    return this.#encode(this.#full, this.#maxQuality);
  }

  async within(maxBytes: number): Promise<FittedImage | undefined> {
    this.#encodesLeft = MAX_ENCODES;
    let stage = this.#full;
    for (;;) {
      const fitted = await this.#searchQuality(stage, maxBytes);
      if (fitted !== undefined) return fitted;
      const scale = this.#smallerScale(stage, maxBytes);
      if (scale === undefined) return undefined;
      stage = this.#stage(scale);
    }
  }

  /** The largest encode of this size within the budget; `undefined` when even the lowest quality is too large. */
  async #searchQuality(stage: Stage, maxBytes: number): Promise<FittedImage | undefined> {
    if (stage.encodes.size === 0) await this.#encode(stage, this.#firstQuality(stage, maxBytes));
    for (;;) {
      const points = pointsOf(stage);
      const fits = points.filter(point => point.bytes <= maxBytes).map(point => point.quality);
      const tooLarge = points.filter(point => point.bytes > maxBytes).map(point => point.quality);
      const low = Math.max(MIN_QUALITY - 1, ...fits);
      const high = Math.min(this.#highest(stage) + 1, ...tooLarge);
      const used = stage.encodes.get(low)?.length ?? 0;
      if (high - low <= 1 || used >= maxBytes * ENOUGH || this.#encodesLeft <= 0) {
        return fits.length === 0 ? undefined : this.#encode(stage, low);
      }
      if (fits.length === 0 && reachableQuality(points, maxBytes) < MIN_QUALITY) return undefined;
      const predicted = Math.floor(predictQuality(points, maxBytes * AIM));
      await this.#encode(stage, Math.min(Math.max(predicted, low + 1), high - 1));
    }
  }

  #firstQuality({ scale, width, height }: Stage, maxBytes: number): number {
    if (scale < 1) return SHRUNK_QUALITY;
    const bytes = width * height * TYPICAL_OCTETS_PER_PIXEL;
    const guess = Math.floor(predictQuality([{ quality: 70, bytes }], maxBytes));
    return Math.min(Math.max(guess, MIN_QUALITY), this.#maxQuality);
  }

  #highest({ scale }: Stage): number {
    return scale < 1 ? MAX_JPEG_QUALITY : this.#maxQuality;
  }

  /** By the law of areas, from what this size has shown. */
  #smallerScale(stage: Stage, maxBytes: number): number | undefined {
    const longest = Math.max(this.#full.width, this.#full.height);
    const smallest = Math.min(MIN_SIDE / longest, 1);
    if (stage.scale <= smallest || this.#encodesLeft <= 0) return undefined;
    const expected = predictBytes(pointsOf(stage), SHRUNK_QUALITY);
    const factor = Math.min(Math.sqrt((maxBytes * AIM) / expected), 0.95);
    return Math.max(stage.scale * factor, smallest);
  }

  #stage(scale: number): Stage {
    const side = (length: number): number => Math.max(Math.round(length * scale), 1);
    const { width, height } = this.#image;
    return { scale, width: side(width), height: side(height), encodes: new Map() };
  }

  async #encode(stage: Stage, quality: number): Promise<FittedImage> {
    let data = stage.encodes.get(quality);
    if (data === undefined) {
      data = insertJfif(await this.#backend.encodeJpeg(this.#image, quality, stage));
      stage.encodes.set(quality, data);
      this.#encodesLeft--;
    }
    const { width, height } = stage;
    const best = stage.scale === 1 && quality === this.#maxQuality;
    return { format: 'jpeg', data, width, height, frames: 1, quality, best };
  }
}

function pointsOf({ encodes }: Stage): SizePoint[] {
  return [...encodes].map(([quality, { length }]) => ({ quality, bytes: length }));
}
