import { readZip, writeZip } from '../dist/archive/index.js';
import { measureAsync, printMeasured } from './measure.ts';

/** Octets that do not deflate, the same in every run (a linear congruential generator). */
function noise(size: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

/** Packing and unpacking a hundred photos against a copy of their octets. */
export async function benchZip(): Promise<void> {
  const photos = Array.from({ length: 100 }, (_, i) => ({
    name: `photo${i}.jpg`,
    data: noise(30_000, i + 1),
    isCompressed: true,
  }));
  const texts = Array.from({ length: 100 }, (_, i) => ({
    name: `text${i}.txt`,
    data: new TextEncoder().encode(`Number ${i}: ${'what a day it is, is it not? '.repeat(8)}`),
  }));
  const archive = await writeZip(photos);
  const measured = await measureAsync(
    {
      'archive.slice()': () => archive.slice(),
      'writeZip, 100 JPEGs of 30 kB': () => writeZip(photos),
      'readZip of them': () => readZip(archive),
      'writeZip, 100 texts': () => writeZip(texts),
    },
    5,
    11,
  );
  printMeasured(`ZIP archives (${archive.length} octets)`, measured, 'archive.slice()');
}
