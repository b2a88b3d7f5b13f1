import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Build, buildIn } from './build.ts';
import { OUTSIDE_PEERS } from './outside-peers.ts';
import { checkOut } from './revision.ts';
import { inTurn, type Rounds, toldInTurn } from './rounds.ts';
import { SUITES } from './suites.ts';
import { formatTable, type Row } from './table.ts';
import type { Work } from './work.ts';

const { values } = parseArgs({
  options: {
    compare: { type: 'string' },
    suite: { type: 'string', multiple: true, default: Object.keys(SUITES) },
    only: { type: 'string' },
    rounds: { type: 'string', default: '15' },
    milliseconds: { type: 'string', default: '5' },
  },
});
const ROUNDS: Rounds = { rounds: Number(values.rounds), roundMs: Number(values.milliseconds) };
const OURS = buildIn(join(import.meta.dirname, '..'));

function isWanted({ name }: Work): boolean {
  return name.includes(values.only ?? '');
}

/** All that is measured; what another revision does not have yet is told of. */
async function worksOf(build: Build): Promise<Map<string, Work>> {
  const works = new Map<string, Work>();
  for (const [name, suite] of Object.entries(SUITES)) {
    if (!values.suite.includes(name)) continue;
    try {
      for (const work of await suite(build)) works.set(`${work.name} ${work.size}`, work);
    } catch (error) {
      if (build === OURS) throw error;
      tellMissing(name, error);
    }
  }
  return works;
}

function tellMissing(name: string, error: unknown): void {
  const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  console.error(`not in ${values.compare}: ${name} (${reason})`);
}

async function measure({ name, size, run, peer, returnsUs }: Work): Promise<Row> {
  const jobs = peer === undefined ? [run] : [run, peer.run];
  const costs = returnsUs === true ? toldInTurn(jobs, ROUNDS.rounds) : await inTurn(jobs, ROUNDS);
  const [ours, cost] = costs;
  if (ours === undefined) throw new TypeError('nothing was measured');
  return { name, size, ours, peer: peer && cost && { name: peer.name, cost } };
}

async function measured(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const work of (await worksOf(OURS)).values()) if (isWanted(work)) rows.push(await measure(work));
  return rows;
}

/** Each work of both builds, in turn. */
async function compared(revision: string): Promise<Row[]> {
  const checkout = checkOut(revision);
  try {
    const others = await worksOf(buildIn(checkout.folder));
    const rows: Row[] = [];
    for (const [key, work] of await worksOf(OURS)) {
      const other = others.get(key);
      if (!isWanted(work) || other === undefined) continue;
      try {
        await other.run();
      } catch (error) {
        tellMissing(work.name, error);
        continue;
      }
      rows.push(await measure({ ...work, peer: { name: revision, run: other.run } }));
    }
    return rows;
  } finally {
    checkout.remove();
  }
}

console.log(`Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}; above 1 ours is slower`);
console.log(formatTable(values.compare === undefined ? await measured() : await compared(values.compare)));
if (values.compare === undefined) console.log(OUTSIDE_PEERS);
process.exit();
