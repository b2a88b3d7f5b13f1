import { octetAt } from '../bytes/index.ts';
import type { GreyPicture } from './pixels.ts';

/**
 * How a picture goes into a box of another shape: `contain` shows all of it with white bars, `cover` fills the box and
 * cuts what hangs over, `fill` distorts, `crop` keeps every pixel's size and cuts or pads around the middle.
 */
export type Fit = 'contain' | 'cover' | 'fill' | 'crop';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The picture in a box of exactly that size. */
export function fitPicture(picture: GreyPicture, box: Size, fit: Fit): GreyPicture {
  switch (fit) {
    case 'contain':
      return centre(scale(picture, picture, scaledInto(box, picture)), box);
    case 'cover':
      return scale(picture, scaledInto(picture, box), box);
    case 'fill':
      return scale(picture, picture, box);
    case 'crop':
      return centre(picture, box);
  }
}

/** A size of the proportions of `shape`, the largest inside `outer`. */
function scaledInto(outer: Size, shape: Size): Size {
  const factor = Math.min(outer.width / shape.width, outer.height / shape.height);
  return {
    width: Math.max(1, Math.round(shape.width * factor)),
    height: Math.max(1, Math.round(shape.height * factor)),
  };
}

/** Cuts or pads with white, the same on both sides. */
function centre(picture: GreyPicture, { width, height }: Size): GreyPicture {
  if (picture.width === width && picture.height === height) return picture;
  const levels = new Uint8Array(width * height).fill(255);
  const left = Math.trunc((picture.width - width) / 2);
  const top = Math.trunc((picture.height - height) / 2);
  const from = Math.max(0, left);
  const to = Math.min(picture.width, left + width);
  for (let y = Math.max(0, -top); y < Math.min(height, picture.height - top); y++) {
    const row = (y + top) * picture.width;
    levels.set(picture.levels.subarray(row + from, row + to), y * width + from - left);
  }
  return { width, height, levels };
}

/** The middle `part` of a picture in a new size: each new pixel is the mean of the area it covers (box filter). */
function scale(picture: GreyPicture, part: Size, { width, height }: Size): GreyPicture {
  if (picture.width === width && picture.height === height) return picture;
  const columns = spans((picture.width - part.width) / 2, part.width, width);
  const rows = spans((picture.height - part.height) / 2, part.height, height);
  const levels = new Uint8Array(width * height);
  rows.forEach((row, y) => {
    const line = meanRow(picture, row);
    columns.forEach((column, x) => {
      levels[y * width + x] = Math.round(meanOf(line, column));
    });
  });
  return { width, height, levels };
}

/** The old pixels under one new pixel, along one axis; both ends may lie inside a pixel. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function spans(first: number, oldLength: number, newLength: number): Span[] {
  return Array.from({ length: newLength }, (_, i) => ({
    start: first + (i * oldLength) / newLength,
    end: first + ((i + 1) * oldLength) / newLength,
  }));
}

function covered({ start, end }: Span, i: number): number {
  return (Math.min(i + 1, end) - Math.max(i, start)) / (end - start);
}

function meanRow({ width, levels }: GreyPicture, span: Span): Float64Array {
  const line = new Float64Array(width);
  for (let y = Math.floor(span.start); y < span.end; y++) {
    const weight = covered(span, y);
    for (let x = 0; x < width; x++) line[x] = (line[x] ?? 0) + weight * octetAt(levels, y * width + x);
  }
  return line;
}

function meanOf(line: Float64Array, span: Span): number {
  let mean = 0;
  for (let x = Math.floor(span.start); x < span.end; x++) mean += covered(span, x) * (line[x] ?? 0);
  return mean;
}
