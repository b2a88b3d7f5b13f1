import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import { completeSmil, formatSmil, parseSmil } from '../../src/smil/index.ts';
import { mutate } from '../support/mutate.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { random, runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';
import { strictSmil } from './arbitrary.ts';

describe('formatSmil and parseSmil', () => {
  // 100 000 documents with PROPERTY_FACTOR=100
  it('X5: give every strict presentation back', () => {
    fc.assert(
      fc.property(strictSmil, smil => {
        const text = formatSmil(smil);
        const parsed = parseSmil(text, { maxBytes: 1e6 });
        expect(parsed.smil).toEqual(smil);
        expect(formatSmil(parsed.smil)).toBe(text);
        expect(parsed.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  }, 600_000);

  it('whatever is read can be completed, unless the writer names a rule', () => {
    const next = random();
    fc.assert(
      fc.property(strictSmil, strictSmil, (one, other) => {
        const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
        const bytes = mutate(encode(formatSmil(one)), encode(formatSmil(other)), next);
        try {
          const { smil } = parseSmil(bytes, { recover: true });
          const completed = completeSmil(smil);
          expect(completeSmil(completed)).toEqual(completed);
          const again = parseSmil(formatSmil(completed)).smil;
          expect(again).toEqual(completed);
        } catch (error) {
          if (!isMmsError(error)) throw error;
        }
      }),
      { numRuns: runs(500) },
    );
  }, 600_000);
});

describeWithOracle(['xmllint'], 'xmllint', () => {
  // 1000 documents with PROPERTY_FACTOR=5
  it('finds what is written well-formed, and no entity or element that was not meant', context => {
    const folder = mkdtempSync(join(tmpdir(), 'mms-smil-'));
    try {
      const samples = fc.sample(strictSmil, { numRuns: Math.min(runs(200), 1000), seed: SEED });
      const files = samples.map((smil, i) => {
        const file = join(folder, `${i}.smil`);
        writeFileSync(file, formatSmil(smil));
        return file;
      });
      const wellFormed = spawnSync('xmllint', ['--nonet', '--noout', ...files], { encoding: 'utf8' });
      expect([wellFormed.status, wellFormed.stderr]).toEqual([0, '']);
      for (const [i, smil] of samples.slice(0, 40).entries()) {
        const file = join(folder, `${i}.smil`);
        const read = (path: string): string =>
          spawnSync('xmllint', ['--nonet', '--xpath', path, file], { encoding: 'utf8' }).stdout.replace(
            /\n$/,
            '',
          );
        const media = smil.slides.flatMap(slide => slide.media);
        expect(read('count(//*)')).toBe(
          String(7 + smil.head.metas.length + smil.slides.length + media.length),
        );
        const [meta] = smil.head.metas;
        if (meta !== undefined) expect(read('string(//meta/@content)')).toBe(meta.content);
      }
      tally(context, { subject: 'SMIL', oracle: 'xmllint', cases: samples.length });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
