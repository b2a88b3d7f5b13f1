import type { PixelSize } from './read/image-info.ts';

/** Decoded frames of one size, 8 bits a channel, sRGB, upright. */
export interface RawImage {
  readonly width: number;
  /** Height of one frame. */
  readonly height: number;
  /** 3 without, 4 with alpha. */
  readonly channels: 3 | 4;
  /** All frames, one below the other. */
  readonly data: Uint8Array;
  readonly frames: number;
  /** How long each frame stands; empty for a still picture. */
  readonly delaysMs: readonly number[];
  /** How often an animation plays, 0 for ever. */
  readonly loop: number;
}

/** How {@link ImageBackend.decode} reads. */
export interface DecodeOptions {
  /** Largest size; a larger picture is shrunk inside it, the proportions kept. */
  readonly box?: { readonly width: number; readonly height: number } | undefined;
  /** How many frames to read: 1, or all there are. */
  readonly frames: number;
  readonly maxPixels: number;
  /** Four channels, whether there is transparency or not. */
  readonly alpha?: boolean | undefined;
}

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What is asked of an image library. The one that is used is sharp. */
export interface ImageBackend {
  /** Decodes JPEG, PNG, GIF, WebP or AVIF; rejects with any error for octets that it cannot read. */
  decode(data: Uint8Array, options: DecodeOptions): Promise<RawImage>;
  /** Scales all frames to a size. */
  resize(image: RawImage, width: number, height: number): Promise<RawImage>;
  /** Baseline JPEG of the first frame in a size, alpha ignored; there may be no JFIF header. */
  encodeJpeg(image: RawImage, quality: number, size: PixelSize): Promise<Uint8Array>;
  /** GIF89a, animated when there are several frames. */
  encodeGif(image: RawImage, colours: number): Promise<Uint8Array>;
  /** Lossless WebP, animated when there are several frames. */
  encodeWebp(image: RawImage): Promise<Uint8Array>;
  /** PNG with a palette of so many colours, or true colour without. */
  encodePng(image: RawImage, colours: number | undefined): Promise<Uint8Array>;
  /** Grey of the first frame of a decoded or encoded picture, one octet a pixel, scaled to a size, laid on a background. */
  luma(picture: RawImage | Uint8Array, size: PixelSize, background: Colour): Promise<Uint8Array>;
  /** Text in black on nothing, its lines broken at a width in pixels; the picture is as large as the text. */
  writeText(text: string, width: number, sizePx: number): Promise<RawImage>;
}
