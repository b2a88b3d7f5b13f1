import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJournal } from '../../../src/submit/index.ts';
import { random, SEED } from '../../support/property.ts';
import { campaignChild } from './campaign-child.ts';
import { type CountingServer, countingServer } from './counting-server.ts';

/** How often runs are killed; KILLS=1000 for a long test. */
const KILLS = Number(process.env['KILLS'] ?? 25);
const RECIPIENTS = Array.from({ length: 350 }, (_, index) => String(447700900000 + index));
/** Between the start of a run and its end some 35 requests of 0 to 8 ms leave. */
const LONGEST_RUN_MS = 350;
const PATIENCE_MS = 60_000 + KILLS * 10_000;
/** Campaigns side by side: while one waits for its moment to kill, the other computes. */
const LANES = 2;

const next = random();
const child = campaignChild();
let folder: string;
let campaigns = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  console.info(`journal: ${KILLS} kills, seed ${SEED}`);
});
afterAll(() => {
  child.remove();
  rmSync(folder, { recursive: true });
});

/** Where a campaign is run. */
interface Spot {
  readonly path: string;
  readonly server: CountingServer;
}

interface Run {
  readonly output: string;
  readonly wasKilled: boolean;
}

function start({ path, server }: Spot, limitKiB?: number): ChildProcess {
  const args = [child.file, path, server.url, RECIPIENTS.join()];
  if (limitKiB === undefined) return spawn(process.execPath, args);
  return spawn('bash', ['-c', `ulimit -f ${limitKiB}; exec "$0" "$@"`, process.execPath, ...args]);
}

/** One run, killed at a random moment after it has begun unless it ends before. */
async function run(spot: Spot, kill: boolean, limitKiB?: number): Promise<Run> {
  const process = start(spot, limitKiB);
  let output = '';
  const begun = new Promise(resolve => process.stdout?.once('data', resolve));
  process.stdout?.on('data', data => {
    output += String(data);
  });
  process.stderr?.on('data', data => {
    output += String(data);
  });
  const ended = once(process, 'close');
  if (kill) {
    await Promise.race([begun, ended]);
    await Promise.race([delay(next() * LONGEST_RUN_MS), ended]);
    process.kill('SIGKILL');
  }
  await ended;
  return { output, wasKilled: process.signalCode === 'SIGKILL' };
}

interface Campaign {
  kills: number;
  torn: number;
  refused: number;
}

/** Runs a campaign to its end, spoiled between its runs, and judges the journal by what arrived. */
async function campaign(mostKills: number, spoil: { tear?: boolean; limits?: boolean }): Promise<Campaign> {
  const server = await countingServer(next);
  // A folder each: what a campaign leaves behind is seen there.
  const path = join(mkdtempSync(join(folder, `${campaigns++}-`)), 'journal');
  const spot = { path, server };
  const seen: Campaign = { kills: 0, torn: 0, refused: 0 };
  let isDone = false;
  while (!isDone) {
    const size = existsSync(path) ? Math.ceil(statSync(path).size / 1024) : 0;
    const isLimited = spoil.limits === true && seen.refused < 4;
    const limitKiB = isLimited ? size + Math.floor(next() * 4) : undefined;
    const { output, wasKilled } = await run(spot, seen.kills < mostKills, limitKiB);
    if (wasKilled) seen.kills += 1;
    else if (isLimited && output.includes('submit/journal-unwritable')) seen.refused += 1;
    else if (output.endsWith('done\n')) isDone = true;
    else throw new Error(`the run said ${output}`);
    if (!isDone && spoil.tear === true && (seen.torn === 0 || next() < 0.5)) seen.torn += await tear(path);
    await nothingTwice(spot);
  }
  await nothingLost(spot);
  await server.close();
  return seen;
}

/** The beginning of a claim: its request can never have left. */
async function tear(path: string): Promise<number> {
  if (!existsSync(path) || readFileSync(path).at(-1) !== 0x0a) return 0;
  const { recipients } = await readJournal(path);
  const open = recipients.filter(({ state }) => state === 'planned').map(({ recipient }) => recipient);
  const line = JSON.stringify({ line: 'claim', request: 'r999', recipients: open.slice(0, 10) });
  appendFileSync(path, line.slice(0, 1 + Math.floor(next() * line.length)));
  expect((await readJournal(path)).warnings.map(({ code }) => code)).toEqual(['submit/journal-torn']);
  return 1;
}

async function nothingTwice({ path, server }: Spot): Promise<void> {
  expect([...server.arrived].filter(([, times]) => times > 1)).toEqual([]);
  if (!existsSync(path)) {
    expect(server.arrived.size).toBe(0);
    return;
  }
  const { recipients } = await readJournal(path);
  const untouched = recipients.filter(({ state }) => state === 'planned' || state === 'not-sent');
  expect(untouched.filter(({ recipient }) => server.arrived.has(recipient))).toEqual([]);
}

async function nothingLost({ path, server }: Spot): Promise<void> {
  const { recipients, counts, unresolved, isRunning } = await readJournal(path);
  expect(isRunning).toBe(false);
  expect(recipients.map(({ recipient }) => recipient)).toEqual(RECIPIENTS);
  expect(counts.planned + counts.claimed + counts['not-sent'] + counts.partial).toBe(0);
  expect(counts.accepted + counts.rejected + counts.unknown).toBe(RECIPIENTS.length);
  const answered = recipients.filter(({ state }) => state !== 'unknown');
  expect(answered.filter(({ recipient }) => server.arrived.get(recipient) !== 1)).toEqual([]);
  const named = unresolved.flatMap(request => request.recipients);
  expect(named).toHaveLength(counts.unknown);
  expect(unresolved.filter(({ claimedAt }) => claimedAt === undefined)).toEqual([]);
  expect(readFileSync(path, 'utf8')).not.toContain('CANARY');
  expect(readdirSync(dirname(path)).filter(name => name.endsWith('.lock'))).toEqual([]);
}

/** Campaigns one after the other until so many runs were killed, and one journal torn where they are to be. */
async function lane(spoil: { tear?: boolean; limits?: boolean }, kills: number): Promise<Campaign> {
  const all: Campaign = { kills: 0, torn: 0, refused: 0 };
  while (all.kills < kills || (spoil.tear === true && all.torn === 0)) {
    add(all, await campaign(Math.max(1, kills - all.kills), spoil));
  }
  return all;
}

function add(all: Campaign, { kills, torn, refused }: Campaign): void {
  all.kills += kills;
  all.torn += torn;
  all.refused += refused;
}

async function runCampaigns(spoil: { tear?: boolean; limits?: boolean }, kills: number): Promise<Campaign> {
  const shares = Array.from({ length: LANES }, (_, index) => Math.floor((kills + index) / LANES));
  const all: Campaign = { kills: 0, torn: 0, refused: 0 };
  for (const part of await Promise.all(shares.map(share => lane(spoil, share)))) add(all, part);
  console.info(`journal: ${JSON.stringify({ ...all, campaigns })}`);
  return all;
}

describe('a journalled run that is killed', () => {
  it('sends to nobody twice and loses nobody without a word', { timeout: PATIENCE_MS }, async () => {
    expect((await runCampaigns({}, KILLS)).kills).toBe(KILLS);
  });

  it('does so with a journal whose last line is torn', { timeout: PATIENCE_MS }, async () => {
    const { torn } = await runCampaigns({ tear: true }, Math.ceil(KILLS / 8));
    expect(torn).toBeGreaterThan(0);
  });

  it('does so with a full disk', { timeout: PATIENCE_MS }, async () => {
    const { refused } = await runCampaigns({ limits: true }, Math.ceil(KILLS / 8));
    expect(refused).toBeGreaterThan(0);
  });
});
