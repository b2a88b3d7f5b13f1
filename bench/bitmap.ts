import { type Bitmap, encodeWbmp } from '../dist/bitmap/index.js';
import { decodeOtaBitmap, encodeOtaBitmap, groupGraphic, pictureMessage } from '../dist/smart/index.js';
import { measure, printMeasured } from './measure.ts';

/** Read from JSON, as a build script has it. */
function picture(width: number, height: number): Bitmap {
  const row = (y: number): string =>
    Array.from({ length: width }, (_, x) => ((x * 7 + y * 3) % 5 < 2 ? '#' : '.')).join('');
  return JSON.parse(
    JSON.stringify({ width, height, rows: Array.from({ length: height }, (_, y) => row(y)) }),
  );
}

/** The same bits by the loop that one writes first: no header, no checks. */
function plainLoop({ width, height, rows }: Bitmap): Uint8Array {
  const octets = new Uint8Array(Math.ceil((width * height) / 8));
  let bit = 0;
  for (const row of rows) {
    for (let x = 0; x < width; x++) {
      if (row[x] === '#') octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
      bit++;
    }
  }
  return octets;
}

/** Bitmaps against a plain loop over the same bits. */
export function benchBitmap(): void {
  for (const [width, height, rounds] of [
    [72, 14, 20_000],
    [72, 28, 10_000],
    [300, 300, 500],
  ] as const) {
    const bitmap = picture(width, height);
    const encoded = encodeOtaBitmap(bitmap);
    const measured = measure(
      {
        'plain loop': () => plainLoop(bitmap),
        encodeOtaBitmap: () => encodeOtaBitmap(bitmap),
        encodeWbmp: () => encodeWbmp(bitmap),
        decodeOtaBitmap: () => decodeOtaBitmap(encoded),
        groupGraphic: () => groupGraphic({ bitmap }),
        pictureMessage: () => pictureMessage({ bitmap, text: 'Hi there' }),
      },
      rounds,
    );
    printMeasured(`bitmap of ${width}x${height} pixels`, measured, 'plain loop');
  }
}
