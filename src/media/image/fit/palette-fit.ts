import type { ImageBackend, RawImage } from '../backend.ts';
import { countColours } from '../read/raw.ts';
import type { FittedImage, ImageFitter } from './fitter.ts';
import { MIN_SIDE } from './jpeg-fit.ts';

/** Palettes are written with 1, 2, 4 or 8 bits. */
const PALETTE_SIZES = [2, 4, 16, 256] as const;
/** A picture that shrinks gets new colours along its edges. */
const SHRUNK_COLOURS = 16;
/** A still picture may shrink to its smallest; an animation loses frames instead of going below half. */
const MIN_ANIMATION_SCALE = 0.5;
/** What is left of the octets when 16 colours take the place of 256. */
const FEW_COLOURS_SHARE = 0.5;
/** So far above the budget an encode at full size is not worth its time. */
const HOPELESS = 1.3;
const ENOUGH = 0.85;
const AIM = 0.96;
/** The largest scale worth trying below one that was too large. */
const NEXT_SCALE = 0.97;
const MAX_SCALES = 6;

/** What a {@link PaletteFitter} is told beside the picture. */
interface PaletteOptions {
  readonly format: 'gif' | 'png';
  readonly maxColours: number;
}

/** Finds the GIF or PNG that makes the most of a number of octets: colours first, then size, then frames. */
export class PaletteFitter implements ImageFitter {
  readonly #backend: ImageBackend;
  readonly #image: RawImage;
  readonly #format: 'gif' | 'png';
  readonly #maxColours: number;
  /** Colours at best; `undefined` for true colour. */
  readonly #colours: number | undefined;
  #best: Promise<FittedImage> | undefined;

  constructor(backend: ImageBackend, image: RawImage, { format, maxColours }: PaletteOptions) {
    this.#backend = backend;
    this.#image = image;
    this.#format = format;
    this.#maxColours = maxColours;
    const found = countColours(image, 256);
    const trueColour = format === 'png' && found > 256 && maxColours >= 256;
    this.#colours = trueColour ? undefined : found <= maxColours ? atLeast(found) : atMost(maxColours);
  }

  best(): Promise<FittedImage> {
    this.#best ??= this.#encode(this.#image, this.#colours, true);
    return this.#best;
  }

  async within(maxBytes: number): Promise<FittedImage | undefined> {
    const best = await this.best();
    if (best.data.length <= maxBytes) return best;
    for (const image of withFewerFrames(this.#image)) {
      const fitted = await this.#shrink(image, maxBytes);
      if (fitted !== undefined) return fitted;
    }
    return undefined;
  }

  /** Fewer colours first; where even they cannot do, a smaller picture of few colours. */
  async #shrink(image: RawImage, maxBytes: number): Promise<FittedImage | undefined> {
    const allFrames = (await this.best()).data.length;
    const bytes = (allFrames * image.frames) / this.#image.frames;
    if (bytes <= maxBytes) {
      const fitted = await this.#encode(image, this.#colours, false);
      if (fitted.data.length <= maxBytes) return fitted;
    }
    const all = this.#colours ?? 256;
    const colours = Math.min(atLeast(Math.min(SHRUNK_COLOURS, all * 2)), atMost(this.#maxColours));
    const expected = all > SHRUNK_COLOURS ? bytes * FEW_COLOURS_SHARE : bytes;
    if (all <= SHRUNK_COLOURS || expected > maxBytes * HOPELESS) {
      return this.#searchScale(image, colours, expected, maxBytes);
    }
    const fewer = await this.#encode(image, colours, false);
    return fewer.data.length <= maxBytes
      ? fewer
      : this.#searchScale(image, colours, fewer.data.length, maxBytes);
  }

  /** By the law of areas; a result that uses too little of the budget is enlarged again. */
  async #searchScale(
    image: RawImage,
    colours: number,
    bytesAtFull: number,
    maxBytes: number,
  ): Promise<FittedImage | undefined> {
    const longest = Math.max(image.width, image.height);
    const smallest = image.frames > 1 ? MIN_ANIMATION_SCALE : Math.min(MIN_SIDE / longest, 1);
    let fitted: FittedImage | undefined;
    let last = { scale: 1, bytes: bytesAtFull };
    let tooLarge = 1;
    for (let i = 0; i < MAX_SCALES; i++) {
      const wanted = last.scale * Math.sqrt((maxBytes * AIM) / last.bytes);
      const scale = Math.min(Math.max(wanted, smallest), tooLarge * NEXT_SCALE);
      if (scale < smallest) break;
      const smaller = await this.#encode(await this.#scaled(image, scale), colours, false);
      last = { scale, bytes: smaller.data.length };
      if (last.bytes > maxBytes) tooLarge = scale;
      else if (last.bytes > (fitted?.data.length ?? 0)) fitted = smaller;
      if (fitted !== undefined && fitted.data.length >= maxBytes * ENOUGH) break;
    }
    return fitted;
  }

  #scaled(image: RawImage, scale: number): Promise<RawImage> {
    const side = (length: number): number => Math.max(Math.round(length * scale), 1);
    return this.#backend.resize(image, side(image.width), side(image.height));
  }

  async #encode(image: RawImage, colours: number | undefined, best: boolean): Promise<FittedImage> {
    const { width, height, frames } = image;
    const size = { width, height, best, ...(colours === undefined ? {} : { colours }) };
    if (this.#format === 'png') {
      return { format: 'png', data: await this.#backend.encodePng(image, colours), frames: 1, ...size };
    }
    return { format: 'gif', data: await this.#backend.encodeGif(image, colours ?? 256), frames, ...size };
  }
}

function atLeast(colours: number): number {
  return PALETTE_SIZES.find(size => size >= colours) ?? 256;
}

function atMost(colours: number): number {
  return PALETTE_SIZES.findLast(size => size <= colours) ?? 2;
}

/** The animation, then with every second frame dropped and the others standing twice as long, down to one frame. */
function* withFewerFrames(image: RawImage): Generator<RawImage> {
  let current = image;
  yield current;
  while (current.frames > 1) {
    current = everySecondFrame(current);
    yield current;
  }
}

function everySecondFrame(image: RawImage): RawImage {
  const octets = image.width * image.height * image.channels;
  const frames = Math.ceil(image.frames / 2);
  const data = new Uint8Array(octets * frames);
  for (let i = 0; i < frames; i++)
    data.set(image.data.subarray(i * 2 * octets, (i * 2 + 1) * octets), i * octets);
  const delay = (i: number): number => image.delaysMs[i] ?? 0;
  const delaysMs = Array.from({ length: frames }, (_, i) => delay(i * 2) + delay(i * 2 + 1));
  return { ...image, data, frames, delaysMs };
}
