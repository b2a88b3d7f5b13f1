import { MmsError } from '../../../errors.ts';
import { type Limits, resolveLimits } from '../../../limits.ts';
import type { RawImage } from '../backend.ts';
import { imageBackend } from '../load-backend.ts';
import { decodeRaw } from '../read/decode.ts';
import { type ImageInfo, imageContentType, type PixelSize } from '../read/image-info.ts';
import { firstFrame, flatten, hasTransparency, isDrawing, toRgba } from '../read/raw.ts';
import { formatsToTry } from './choose.ts';
import type { ResolvedImageConstraints, WrittenImageFormat } from './constraints.ts';
import type { FittedImage, ImageFitter } from './fitter.ts';
import { JpegFitter, MAX_JPEG_QUALITY } from './jpeg-fit.ts';
import { PaletteFitter } from './palette-fit.ts';
import { ssim } from './ssim.ts';
import { WbmpFitter } from './wbmp-fit.ts';
import { decodedFrames, type FitImageOptions, workingSize } from './working-size.ts';

/** The decoded picture and the formats it can be written in, best first. */
interface Decoded {
  readonly raw: RawImage;
  readonly formats: readonly WrittenImageFormat[];
  readonly photo: boolean;
}

/** An encode to compare. */
interface EncodedImage {
  readonly data: Uint8Array;
  readonly contentType: string;
}

/** More pixels than this no phone of these years shows at once. */
const SEEN_PIXELS = 400_000;

function seenSize({ width, height }: PixelSize): PixelSize {
  const scale = Math.min(Math.sqrt(SEEN_PIXELS / (width * height)), 1);
  const side = (length: number): number => Math.max(Math.round(length * scale), 1);
  return { width: side(width), height: side(height) };
}

/** One picture, decoded when first needed, in all the forms it was encoded in. */
export class EncodedImages {
  readonly #bytes: Uint8Array;
  readonly #info: ImageInfo;
  readonly #constraints: ResolvedImageConstraints;
  readonly #limits: Limits;
  readonly #shareBytes: number;
  readonly #decodeInTurn: NonNullable<FitImageOptions['decodeInTurn']>;
  readonly #fitters = new Map<WrittenImageFormat, ImageFitter>();
  #decoding: Promise<Decoded> | undefined;
  #transparent = false;
  #luma: Promise<Uint8Array> | undefined;
  /** By the octets of the encode, which are asked about in each round of sharing. */
  readonly #similarities = new WeakMap<Uint8Array, Promise<number>>();

  constructor(
    bytes: Uint8Array,
    info: ImageInfo,
    constraints: ResolvedImageConstraints,
    { limits, shareBytes, decodeInTurn = decode => decode() }: FitImageOptions,
  ) {
    this.#bytes = bytes;
    this.#info = info;
    this.#constraints = constraints;
    this.#limits = resolveLimits(limits);
    this.#shareBytes = Math.min(shareBytes ?? constraints.maxBytes, constraints.maxBytes);
    this.#decodeInTurn = decodeInTurn;
  }

  /** The best of the formats; `undefined` when none can be made that small. */
  async within(maxBytes: number): Promise<FittedImage | undefined> {
    const decoded = await this.#decoded();
    for (const format of decoded.formats) {
      const fitted = await this.#tryFormat(format, decoded, maxBytes);
      if (fitted !== undefined) return fitted;
    }
    return undefined;
  }

  /** How many octets the picture takes at its best: an opaque photo as JPEG if it may, else the first of the formats. */
  async bestBytes(): Promise<number> {
    const decoded = await this.#decoded();
    const [first = 'jpeg'] = decoded.formats;
    const asJpeg = decoded.photo && !this.#transparent && decoded.formats.includes('jpeg');
    const format = asJpeg ? 'jpeg' : first;
    return (await (await this.#fitter(format, decoded)).best()).data.length;
  }

  /**
   * How like the picture at its best an encode of it looks on a screen, 1 for no difference; `undefined` for a WBMP,
   * which is another picture.
   */
  async similarity({ data, contentType }: EncodedImage): Promise<number | undefined> {
    if (contentType === imageContentType('wbmp')) return undefined;
    const known = this.#similarities.get(data) ?? this.#measure(data);
    this.#similarities.set(data, known);
    return known;
  }

  async #measure(data: Uint8Array): Promise<number> {
    const { raw } = await this.#decoded();
    const size = seenSize(raw);
    const backend = await imageBackend();
    const { background } = this.#constraints;
    this.#luma ??= backend.luma(raw, size, background);
    return ssim(await this.#luma, await backend.luma(data, size, background), size);
  }

  #decoded(): Promise<Decoded> {
    this.#decoding ??= this.#decodeInTurn(() => this.#decode());
    return this.#decoding;
  }

  /** True when transparent pixels had to go for this format. */
  flattened({ format }: FittedImage): boolean {
    return this.#transparent && (format === 'jpeg' || format === 'wbmp');
  }

  async #tryFormat(
    format: WrittenImageFormat,
    decoded: Decoded,
    maxBytes: number,
  ): Promise<FittedImage | undefined> {
    // A photo that is too large as GIF or PNG loses less as JPEG than as a few colours.
    const lastResort = format === 'jpeg' || !decoded.photo || !decoded.formats.includes('jpeg');
    if (lastResort) return (await this.#fitter(format, decoded)).within(maxBytes);
    const { width, height } = decoded.raw;
    if (format === 'png' && width * height > maxBytes) return undefined;
    const best = await (await this.#fitter(format, decoded)).best();
    return best.data.length <= maxBytes ? best : undefined;
  }

  async #decode(): Promise<Decoded> {
    const { formats: accepted } = this.#constraints;
    const raw = await this.#decodeSmall();
    const drawing = isDrawing(raw);
    const transparent = hasTransparency(raw);
    this.#transparent = transparent;
    const source = this.#info.format;
    const formats = formatsToTry({ source, accepted, drawing, transparent, animated: raw.frames > 1 });
    if (formats.length > 0) return { raw, formats, photo: !drawing && raw.frames === 1 };
    throw new MmsError(
      'media/not-accepted',
      `no picture format can be written among: ${accepted.join(', ')}`,
      {
        hint: 'JPEG, PNG, GIF and WBMP can be written',
      },
    );
  }

  async #decodeSmall(): Promise<RawImage> {
    const source = { info: this.#info, bytes: this.#bytes.length };
    const box = workingSize(source, this.#constraints, {
      limits: this.#limits,
      shareBytes: this.#shareBytes,
    });
    const frames = decodedFrames(this.#info, this.#constraints);
    const maxPixels = this.#limits.maxImagePixels;
    const raw = await decodeRaw(this.#bytes, this.#info, { frames, box, maxPixels });
    const scale = Math.min(box.width / raw.width, box.height / raw.height, 1);
    if (scale === 1) return raw;
    const side = (length: number): number => Math.max(Math.floor(length * scale), 1);
    return (await imageBackend()).resize(raw, side(raw.width), side(raw.height));
  }

  async #fitter(format: WrittenImageFormat, { raw }: Decoded): Promise<ImageFitter> {
    let fitter = this.#fitters.get(format);
    if (fitter === undefined) {
      fitter = await this.#makeFitter(format, raw);
      this.#fitters.set(format, fitter);
    }
    return fitter;
  }

  async #makeFitter(format: WrittenImageFormat, raw: RawImage): Promise<ImageFitter> {
    const { background, maxColours } = this.#constraints;
    if (format === 'wbmp') return new WbmpFitter({ ...raw, rgba: toRgba(raw) });
    const backend = await imageBackend();
    if (format === 'jpeg')
      return new JpegFitter(backend, flatten(firstFrame(raw), background), this.#jpegQuality(raw));
    const image = format === 'png' ? firstFrame(raw) : raw;
    return new PaletteFitter(backend, image, { format, maxColours });
  }

  /** A JPEG in its own size gains nothing from a higher quality than it had, and a smaller one loses by a lower. */
  #jpegQuality(raw: RawImage): number {
    const { width, height, jpeg } = this.#info;
    const ownSize = raw.width * raw.height === width * height;
    const own = jpeg?.quality ?? MAX_JPEG_QUALITY;
    return ownSize ? own : Math.max(own, MAX_JPEG_QUALITY);
  }
}
