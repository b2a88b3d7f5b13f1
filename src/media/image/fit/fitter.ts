import type { WrittenImageFormat } from './constraints.ts';

/** An encoded picture and how it was made. */
export interface FittedImage {
  readonly format: WrittenImageFormat;
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Of a JPEG, 1 to 100. */
  readonly quality?: number;
  /** Of a GIF or PNG with a palette. */
  readonly colours?: number;
  /** No larger budget would make it better. */
  readonly best: boolean;
}

/** Encodes one decoded picture in one format, as often as it is asked; encodes are kept. */
export interface ImageFitter {
  /** The picture at its best within pixels, however many octets that takes. */
  best(): Promise<FittedImage>;
  /** The best picture of at most so many octets; `undefined` when it cannot be made that small. */
  within(maxBytes: number): Promise<FittedImage | undefined>;
}
