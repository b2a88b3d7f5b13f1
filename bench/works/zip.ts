import { zipSync } from 'fflate';
import type { Build } from '../build.ts';
import type { Work } from '../work.ts';

const COUNT = 100;
const SMALL_COUNT = 1000;
const PHOTO_BYTES = 30_000;

/** Octets that do not deflate, the same in every run (a linear congruential generator). */
function noise(size: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

/** Archives against fflate, which stores the photos and deflates the texts as ours does. */
export async function zipWorks(build: Build): Promise<readonly Work[]> {
  const { readZip, writeZip } = await build.room('archive');
  const photos = Array.from({ length: COUNT }, (_, i) => ({
    name: `photo${i}.jpg`,
    data: noise(PHOTO_BYTES, i + 1),
    isCompressed: true,
  }));
  const texts = (count: number, sentences: number) =>
    Array.from({ length: count }, (_, i) => ({
      name: `text${i}.txt`,
      data: new TextEncoder().encode(`Number ${i}: ${'what a day it is, is it not? '.repeat(sentences)}`),
    }));
  const smallTexts = texts(SMALL_COUNT, 5);
  const largeTexts = texts(COUNT, 40);
  const archive = await writeZip(photos);
  const byName = (files: readonly { name: string; data: Uint8Array }[]) =>
    Object.fromEntries(files.map(({ name, data }) => [name, data]));
  const fflate = (files: readonly { name: string; data: Uint8Array }[], level: 0 | 6) => ({
    name: 'fflate',
    run: () => zipSync(byName(files), { level }),
  });
  return [
    { name: 'writeZip, 100 JPEGs of 30 kB', run: () => writeZip(photos), peer: fflate(photos, 0) },
    {
      name: 'writeZip, 1,000 texts of 160 octets',
      run: () => writeZip(smallTexts),
      peer: fflate(smallTexts, 6),
    },
    { name: 'writeZip, 100 texts of 1 kB', run: () => writeZip(largeTexts), peer: fflate(largeTexts, 6) },
    { name: 'readZip, 100 JPEGs of 30 kB', run: () => readZip(archive) },
  ];
}
