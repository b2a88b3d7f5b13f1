export { type Bitmap, bitmapOfRows, checkBitmap, invertBitmap } from './bitmap.ts';
export { formatBlocks } from './blocks.ts';
export type { Dither } from './dither.ts';
export type { Fit } from './fit.ts';
export { packedLength, packRows, type RowPadding, unpackRows } from './packing.ts';
export { type Pixels, toPixels } from './pixels.ts';
export { checkDecodedSize, checkSize } from './size.ts';
export { type ToBitmapOptions, toBitmap } from './to-bitmap.ts';
export { type DecodedWbmp, decodeWbmp, encodeWbmp, isWbmp, wbmpSize } from './wbmp.ts';
