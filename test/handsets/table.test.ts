import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildHandsets, handsetFiles } from '../../scripts/handsets/build.ts';
import { DIFFERENCES } from '../../scripts/handsets/merge.ts';
import { allHandsets, findHandset } from '../../src/handsets/index.ts';
import { FACTS } from '../../src/handsets/unpack.ts';
import { findProfile } from '../../src/media/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Octets, compressed. */
const MOST = 34 * 1024;

describe('the table of handsets', () => {
  const files = handsetFiles();

  it('is what the generator makes of the facts, the same twice', () => {
    expect(handsetFiles()).toEqual(files);
    for (const [file, text] of Object.entries(files)) {
      expect(readFileSync(resolve(ROOT, file), 'utf8') === text, `run scripts/gen-handsets.ts: ${file}`).toBe(
        true,
      );
    }
  });

  it(`is at most ${MOST} octets`, () => {
    const size = gzipSync(Object.values(files).join(''), { level: 9 }).length;
    console.log(`handsets: ${size} octets compressed`);
    expect(size).toBeLessThanOrEqual(MOST);
  });

  it('unpacks to what was packed', () => {
    const { models } = buildHandsets();
    const unpacked = allHandsets().map(
      ({ id, animation, source, variants, accept, charsets, ...handset }) => ({
        ...handset,
        accept: accept.toSorted(),
        charsets: charsets?.toSorted() ?? [],
        differIn: variants?.differIn ?? [],
      }),
    );
    const packed = models.map(({ documents, maxBytes, maxImage, screen, ...model }) => ({
      ...model,
      ...(maxBytes === undefined ? {} : { maxBytes }),
      ...(maxImage === undefined ? {} : { maxImage }),
      ...(screen === undefined ? {} : { screen }),
    }));
    expect(unpacked).toEqual(packed);
    expect(FACTS).toEqual(DIFFERENCES);
  });

  it('says which models have profiles that differ, and takes the smaller', () => {
    expect(findHandset('nokia 6234')).toMatchObject({
      maxBytes: 102_400,
      variants: { profiles: 4, differIn: ['maxBytes', 'accept'] },
    });
    expect(findHandset('nokia 7650').variants).toBeUndefined();
  });

  it('knows of the Nokia 6230 what Nokia says', () => {
    expect(findHandset('nokia 6230').maxBytes).toBe(100_000);
    expect(findHandset('nokia 6230').accept.filter(type => type.includes('mp4'))).toEqual([]);
    const { maxBytes, maxImage, screen, accept } = findProfile('nokia-6230');
    expect(findHandset('nokia 6230')).toMatchObject({ maxBytes, maxImage, screen });
    expect(accept.filter(type => !findHandset('nokia 6230').accept.includes(type))).toEqual([]);
  });
});
