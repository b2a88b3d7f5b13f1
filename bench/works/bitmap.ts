import type { Bitmap } from '../../src/bitmap/index.ts';
import type { Build } from '../build.ts';
import type { Work } from '../work.ts';

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

const SIZES = [
  [72, 14],
  [72, 28],
  [300, 300],
] as const;

/** Bitmaps against a plain loop over the same bits. */
export async function bitmapWorks(build: Build): Promise<readonly Work[]> {
  const { encodeWbmp } = await build.room('bitmap');
  const { decodeOtaBitmap, encodeOtaBitmap, groupGraphic, pictureMessage } = await build.room('smart');
  return SIZES.flatMap(([width, height]) => {
    const bitmap = picture(width, height);
    const encoded = encodeOtaBitmap(bitmap);
    const peer = { name: 'plain loop', run: () => plainLoop(bitmap) };
    const of = `${width}x${height}`;
    return [
      { name: `encodeOtaBitmap, ${of}`, run: () => encodeOtaBitmap(bitmap), peer },
      { name: `encodeWbmp, ${of}`, run: () => encodeWbmp(bitmap), peer },
      { name: `decodeOtaBitmap, ${of}`, run: () => decodeOtaBitmap(encoded), peer },
      { name: `groupGraphic, ${of}`, run: () => groupGraphic({ bitmap }), peer },
      { name: `pictureMessage, ${of}`, run: () => pictureMessage({ bitmap, text: 'Hi there' }), peer },
    ];
  });
}
