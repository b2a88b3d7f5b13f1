import type { Sharp, SharpOptions } from 'sharp';
import { MmsError } from '../../errors.ts';
import type { Colour, DecodeOptions, ImageBackend, RawImage } from './backend.ts';
import type { PixelSize } from './read/image-info.ts';
import { firstFrame } from './read/raw.ts';

interface SharpFactory {
  (input: Uint8Array, options: SharpOptions): Sharp;
  (options: SharpOptions): Sharp;
}

/** Slower settings save about a tenth of a GIF or PNG at four times the time. */
const PALETTE_EFFORT = 4;
/**
 * Catmull-Rom: smaller pictures come out more like the original than by Lanczos, which rings, and in fewer octets, above
 * all where there is grain.
 */
const KERNEL = 'cubic';
/** The largest whole hundredth that sharp takes; a GIF could hold ten times as much. */
const LONGEST_DELAY_MS = 65_530;

/**
 * Loads sharp, and sets its threads and its cache for the whole process. Its settings for reading keep hostile pictures
 * small: no more pixels than allowed, no more pages than wanted, damage refused.
 * @throws MmsError `media/no-image-library`
 */
export async function loadSharpBackend(): Promise<ImageBackend> {
  const { default: sharp } = await import('sharp').catch((cause: unknown) => {
    throw new MmsError('media/no-image-library', 'pictures need sharp, which cannot be loaded', {
      cause,
      hint: 'npm install sharp',
    });
  });
  // One thread a picture, nothing kept: what else there is multiplies the memory of a picture.
  sharp.concurrency(1);
  sharp.cache(false);
  return new SharpBackend(sharp);
}

class SharpBackend implements ImageBackend {
  readonly #sharp: SharpFactory;

  constructor(sharp: SharpFactory) {
    this.#sharp = sharp;
  }

  async decode(data: Uint8Array, options: DecodeOptions): Promise<RawImage> {
    const animated = options.frames > 1;
    const source = this.#sharp(data, {
      failOn: 'error',
      limitInputPixels: options.maxPixels,
      pages: animated ? options.frames : 1,
      animated,
      sequentialRead: true,
      unlimited: false,
    });
    const { delay, loop } = animated ? await source.metadata() : {};
    // Orientation goes first: the tag is lost on output.
    const upright = animated ? source : source.autoOrient();
    const fitted = fitInside(upright, options.box).toColourspace('srgb');
    const { data: pixels, info } = await (options.alpha === true ? fitted.ensureAlpha() : fitted)
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const height = info.pageHeight ?? info.height;
    return {
      width: info.width,
      height,
      // sRGB has three, and a fourth for alpha, whatever the file had.
      channels: info.channels === 4 ? 4 : 3,
      data: pixels,
      frames: info.height / height,
      delaysMs: delay ?? [],
      loop: loop ?? 0,
    };
  }

  async resize(image: RawImage, width: number, height: number): Promise<RawImage> {
    if (width === image.width && height === image.height) return image;
    const frames = await Promise.all(
      framesOf(image).map(frame =>
        this.#raw(frame)
          .resize({ width, height, fit: 'fill', kernel: KERNEL })
          .raw({ depth: 'uchar' })
          .toBuffer(),
      ),
    );
    return { ...image, width, height, data: Buffer.concat(frames) };
  }

  encodeJpeg(image: RawImage, quality: number, { width, height }: PixelSize): Promise<Uint8Array> {
    const opaque = this.#raw(firstFrame(image)).removeAlpha();
    // Scaled on its way: a smaller picture that stood in memory beside this one would stay there for long.
    const scaled =
      width === image.width && height === image.height
        ? opaque
        : opaque.resize({ width, height, fit: 'fill', kernel: KERNEL });
    // mozjpeg, optimiseScans and progressive would all make it progressive, which old handsets do not read.
    return scaled.jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
  }

  encodeGif(image: RawImage, colours: number): Promise<Uint8Array> {
    return this.#raw(image)
      .gif({ colours, effort: PALETTE_EFFORT, ...animationOf(image) })
      .toBuffer();
  }

  encodeWebp(image: RawImage): Promise<Uint8Array> {
    return this.#raw(image)
      .webp({ lossless: true, ...animationOf(image) })
      .toBuffer();
  }

  encodePng(image: RawImage, colours: number | undefined): Promise<Uint8Array> {
    const palette = colours === undefined ? {} : { palette: true, colours, effort: PALETTE_EFFORT };
    return this.#raw(firstFrame(image))
      .png({ compressionLevel: 9, ...palette })
      .toBuffer();
  }

  luma(picture: RawImage | Uint8Array, { width, height }: PixelSize, [r, g, b]: Colour): Promise<Uint8Array> {
    const image =
      picture instanceof Uint8Array ? this.#sharp(picture, { pages: 1 }) : this.#raw(firstFrame(picture));
    return image
      .flatten({ background: { r, g, b } })
      .resize({ width, height, fit: 'fill', kernel: KERNEL })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer();
  }

  async writeText(text: string, width: number, sizePx: number): Promise<RawImage> {
    const markup = text.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`);
    const options = { width, font: `sans ${sizePx}`, dpi: 72, rgba: true, wrap: 'word-char' } as const;
    const { data, info } = await this.#sharp({ text: { text: markup, ...options } })
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: 4, data, frames: 1, delaysMs: [], loop: 0 };
  }

  #raw({ data, width, height, channels, frames }: RawImage): Sharp {
    const pages = frames > 1 ? { pageHeight: height } : {};
    return this.#sharp(data, { raw: { width, height: height * frames, channels, ...pages } });
  }
}

/** The decoder may halve a picture for as long as the kernel is left with a half to do: what it drops is gone for good. */
function fitInside(image: Sharp, box: DecodeOptions['box']): Sharp {
  if (box === undefined) return image;
  return image.resize({
    ...box,
    fit: 'inside',
    withoutEnlargement: true,
    kernel: KERNEL,
    fastShrinkOnLoad: false,
  });
}

function framesOf(image: RawImage): RawImage[] {
  const octets = image.width * image.height * image.channels;
  return Array.from({ length: image.frames }, (_, i) => ({
    ...image,
    data: image.data.subarray(i * octets, (i + 1) * octets),
    frames: 1,
    delaysMs: [],
  }));
}

/** Times and loop of several frames; one alone has none. */
function animationOf({ delaysMs, loop, frames }: RawImage): { delay?: number[]; loop?: number } {
  if (frames < 2) return {};
  return { delay: delaysMs.map(ms => Math.min(Math.max(ms, 0), LONGEST_DELAY_MS)), loop };
}
