import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEED } from '../support/property.ts';
import { type FuzzTarget, fuzz } from './fuzz.ts';
import { keepFinding } from './report.ts';
import { TARGETS } from './targets.ts';

const QUICK_RUNS = 400;
const LONG_RUNS = 200_000;
const LONG_PDUS = 1_000_000;

/** A quick look by default; FUZZ_LONG has the numbers of the promise, FUZZ_RUNS any other. */
function runsOf({ name, cost = 1 }: FuzzTarget): number {
  const { FUZZ_RUNS, FUZZ_LONG } = process.env;
  if (FUZZ_RUNS !== undefined) return Number(FUZZ_RUNS);
  if (FUZZ_LONG !== undefined) return name === 'decodePdu' ? LONG_PDUS : LONG_RUNS;
  return Math.ceil(QUICK_RUNS / cost);
}

describe(`mutated inputs (seed ${SEED}) give a value or a typed error, and a value says the same when written`, () => {
  it.each(TARGETS)(
    '$name',
    async target => {
      const { findings, cases } = await fuzz(target, { runs: runsOf(target), seed: SEED });
      const told = findings.map(({ input, ...finding }) => {
        const file = keepFinding(target.name, SEED, finding, input);
        return `${finding.kind}: ${finding.message.slice(0, 300)} (${file})`;
      });
      expect(told).toEqual([]);
      expect(cases).toBe(runsOf(target));
    },
    3_600_000,
  );
});

/** Names that a reader of foreign input has. */
const READER =
  /^(?:decode|parse|read|detect|probe|percentDecode|from[A-Z]|inspect$|lint$|messageFromJson|checkManifest)/;

/** Why the others that are called so are no targets of their own. */
const NO_TARGETS: Readonly<Record<string, string>> = {
  readBounded: 'takes the reader of the value from its caller',
  readJournal: 'takes the name of a file, which its own tests cut at every place',
};

describe('the targets', () => {
  it('are every decoder of the public surface', async () => {
    const entries = readdirSync(join(import.meta.dirname, '../../src/public'));
    const names = new Set<string>();
    for (const entry of entries) {
      const exported: Record<string, unknown> = await import(join('../../src/public', entry));
      for (const [name, value] of Object.entries(exported)) {
        if (typeof value === 'function' && READER.test(name)) names.add(name);
      }
    }
    const known = new Set([...TARGETS.map(({ name }) => name), ...Object.keys(NO_TARGETS)]);
    expect(names.size).toBeGreaterThan(40);
    expect([...names].filter(name => !known.has(name))).toEqual([]);
  });
});
