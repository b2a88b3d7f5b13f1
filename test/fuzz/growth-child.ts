import { SEED } from '../support/property.ts';
import { fuzz } from './fuzz.ts';
import { TARGETS } from './targets.ts';

/** Attacks a target so often in a process with `--expose-gc`, and prints by how many megabytes the process has grown. */
const WARM_UP = 2000;

function residentMb(): number {
  // Twice: the first frees what the second can give back.
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
}

const [name, runs] = process.argv.slice(2);
const target = TARGETS.find(one => one.name === name);
if (target === undefined) throw new TypeError(`no target ${name}`);
const { cost = 1 } = target;
await fuzz(target, { runs: WARM_UP / cost, seed: SEED });
const before = residentMb();
const { cases } = await fuzz(target, { runs: Number(runs) / cost, seed: SEED + 1 });
process.stdout.write(JSON.stringify({ cases, grownMb: residentMb() - before }));
