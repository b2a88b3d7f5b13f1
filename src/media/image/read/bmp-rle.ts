import { octetAt } from '../../../bytes/index.ts';
import { BMP_COMPRESSION, type BmpHeader } from './bmp-header.ts';

/** Second octet of an escape (a run of length 0); from 3 on it counts literal pixels. */
const END_OF_LINE = 0;
const END_OF_BITMAP = 1;
const DELTA = 2;

/** Receives each pixel inside the picture; rows count in file order. */
type PaintNumber = (x: number, y: number, value: number) => void;

/** The place where the next pixel goes. */
class Pen {
  x = 0;
  y = 0;
  readonly #header: BmpHeader;
  readonly #paint: PaintNumber;

  constructor(header: BmpHeader, paint: PaintNumber) {
    this.#header = header;
    this.#paint = paint;
  }

  get isBelowPicture(): boolean {
    return this.y >= this.#header.height;
  }

  /** Paints `count` pixels; with four bits each, the octets give two in turn, high half first. */
  run(count: number, octetOf: (position: number) => number): void {
    const nibbles = this.#header.compression === BMP_COMPRESSION.RLE4;
    for (let i = 0; i < count; i++) {
      const octet = octetOf(nibbles ? i >> 1 : i);
      this.#put(nibbles ? (octet >> (i % 2 === 0 ? 4 : 0)) & 15 : octet);
    }
  }

  #put(value: number): void {
    if (this.x < this.#header.width && !this.isBelowPicture) this.#paint(this.x, this.y, value);
    this.x++;
  }
}

/**
 * Reads runs of colour numbers and hands them to `paint` pixel by pixel. Data that end early leave the rest unpainted,
 * as viewers do.
 */
export function decodeRle(data: Uint8Array, header: BmpHeader, paint: PaintNumber): void {
  const pen = new Pen(header, paint);
  for (let at = 0; at + 1 < data.length && !pen.isBelowPicture; ) {
    const count = octetAt(data, at);
    const second = octetAt(data, at + 1);
    const next = at + 2;
    if (count === 0 && second === END_OF_BITMAP) return;
    pen.run(count, () => second);
    at = count > 0 ? next : escaped(pen, second, data, next, header.compression);
  }
}

/** Carries out an end of line, a delta or literal pixels; returns where the next run stands. */
function escaped(pen: Pen, code: number, data: Uint8Array, at: number, compression: number): number {
  if (code === END_OF_LINE) {
    pen.x = 0;
    pen.y++;
    return at;
  }
  if (code === DELTA) {
    pen.x += octetAt(data, at);
    pen.y += octetAt(data, at + 1);
    return at + 2;
  }
  pen.run(code, position => octetAt(data, at + position));
  const octets = compression === BMP_COMPRESSION.RLE4 ? (code + 1) >> 1 : code;
  // Literal pixels fill up to whole words.
  return at + octets + (octets % 2);
}
