import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BundleEntry, readZip, writeZip } from '../../src/archive/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';
import { tally } from '../support/tally.ts';

const name = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'abcZ09-_ é音'), minLength: 1, maxLength: 20 }),
    fc.constantFrom('.txt', '.jpg', '.smil', ''),
  )
  .map(([stem, extension]) => `n${stem.trim()}${extension}`);

const data = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.nat(60_000).map(length => new Uint8Array(length)),
  fc.string({ maxLength: 300 }).map(text => new TextEncoder().encode(text.repeat(20))),
);

/** Names that differ even where case and normal form do not count. */
const bundles: fc.Arbitrary<BundleEntry[]> = fc.uniqueArray(fc.record({ name, data }), {
  minLength: 1,
  maxLength: 6,
  selector: entry => entry.name.normalize('NFC').toLowerCase(),
});

const ENV = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' };

const byName = (entries: readonly BundleEntry[]) =>
  Object.fromEntries(entries.map(entry => [entry.name, Buffer.from(entry.data).toString('hex')]));

describeWithOracle(['unzip', 'bsdtar'], 'archives, unzip and bsdtar', () => {
  const samples = fc.sample(bundles, { numRuns: runs(60), seed: SEED });
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zip-'));
    for (const [index, entries] of samples.entries()) {
      writeFileSync(join(folder, `${index}.zip`), await writeZip(entries));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** One shell command for every archive, `$i` its number. */
  function forEach(command: string): void {
    const script = `for i in $(seq 0 ${samples.length - 1}); do ${command} || exit 1; done`;
    execFileSync('sh', ['-c', script], { cwd: folder, env: ENV, stdio: 'pipe' });
  }

  function unpacked(prefix: string, index: number): Record<string, string> {
    const inside = join(folder, `${prefix}${index}`);
    return byName(
      readdirSync(inside).map(file => ({
        name: file,
        data: new Uint8Array(readFileSync(join(inside, file))),
      })),
    );
  }

  it.each([
    ['unzip', 'unzip -q $i.zip -d unzip$i'],
    ['bsdtar', 'mkdir bsdtar$i && bsdtar -xf $i.zip -C bsdtar$i'],
  ])('%s takes out what we put in', (program, command) => {
    forEach(command);
    samples.forEach((entries, index) => {
      expect(unpacked(program, index)).toEqual(byName(entries));
    });
  });

  it('are read as they were written by bsdtar', context => {
    samples.forEach((entries, index) => {
      mkdirSync(join(folder, `in${index}`));
      for (const entry of entries) writeFileSync(join(folder, `in${index}`, entry.name), entry.data);
    });
    forEach('(cd in$i && bsdtar -a -cf ../made$i.zip *)');
    samples.forEach((entries, index) => {
      const made = readZip(new Uint8Array(readFileSync(join(folder, `made${index}.zip`))));
      expect(byName(made.entries)).toEqual(byName(entries));
    });
    tally(context, { subject: 'ZIP archives, both ways', oracle: 'bsdtar', cases: 2 * samples.length });
  });

  it('test clean', context => {
    forEach('unzip -tqq $i.zip');
    tally(context, { subject: 'ZIP archives', oracle: 'unzip', cases: samples.length });
  });
});
