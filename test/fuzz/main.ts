import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SEED } from '../support/property.ts';
import { type FuzzTarget, fuzz } from './fuzz.ts';
import { keepFinding } from './report.ts';
import { TARGETS } from './targets.ts';

/** What a child tells when it is done with a target. */
interface Report {
  readonly target: string;
  readonly cases: number;
  readonly values: number;
  readonly written: number;
  readonly outcomes: number;
  readonly findings: number;
  readonly processorMs: number;
  /** What the most memory of the process rose by. */
  readonly addedMb: number;
}

/** No input changed for so long: the decoder hangs in it. */
const HANG_MS = 60_000;
const WATCH_MS = 2000;
const DEFAULT_RUNS = 20_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    long: { type: 'boolean', default: false },
    child: { type: 'boolean', default: false },
    trail: { type: 'string' },
  },
});
const seed = Number(options.seed ?? SEED);

/** 1 000 000 PDUs and 200 000 inputs of every other decoder, or a share of them. */
function runsOf({ name, cost = 1 }: FuzzTarget): number {
  if (options.runs !== undefined) return Number(options.runs);
  if (options.long) return name === 'decodePdu' ? 1_000_000 : 200_000;
  return Math.ceil(DEFAULT_RUNS / cost);
}

function targetsNamed(names: readonly string[]): readonly FuzzTarget[] {
  if (names.length === 0) return TARGETS;
  return names.map(name => {
    const target = TARGETS.find(one => one.name === name);
    if (target === undefined)
      throw new TypeError(`the targets are ${TARGETS.map(one => one.name).join(', ')}`);
    return target;
  });
}

const mostMb = (): number => process.resourceUsage().maxRSS / 1024;

/** Attacks a target in this process and leaves each input in a file before it is read. */
async function attack(target: FuzzTarget, trail: number): Promise<Report> {
  const length = Buffer.alloc(4);
  const startMb = mostMb();
  const before = process.cpuUsage();
  const { findings, ...counts } = await fuzz(target, {
    runs: runsOf(target),
    seed,
    onInput: input => {
      length.writeUInt32LE(input.length);
      writeSync(trail, length, 0, 4, 0);
      writeSync(trail, input, 0, input.length, 4);
    },
  });
  const { user, system } = process.cpuUsage(before);
  for (const { input, ...finding } of findings) keepFinding(target.name, seed, finding, input);
  return {
    ...counts,
    target: target.name,
    findings: findings.length,
    processorMs: (user + system) / 1000,
    addedMb: mostMb() - startMb,
  };
}

function lastInput(trail: string): Uint8Array {
  const octets = readFileSync(trail);
  return octets.length < 4 ? octets : octets.subarray(4, 4 + octets.readUInt32LE(0));
}

/**
 * Attacks targets in a process of their own, so that a crash or a hang is one line of the report; how many it got through.
 */
async function attackApart(
  targets: readonly FuzzTarget[],
  tell: (report: Report | string) => void,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const trail = join(folder, 'input');
  writeFileSync(trail, '');
  const args = ['--child', '--trail', trail, '--seed', String(seed), ...targets.map(({ name }) => name)];
  if (options.runs !== undefined) args.push('--runs', options.runs);
  if (options.long) args.push('--long');
  const child = fork(import.meta.filename, args);
  const watch = watchFor(child, trail);
  let done = 0;
  child.on('message', report => {
    done++;
    tell(report as Report);
  });
  const [code, signal] = await once(child, 'exit');
  clearInterval(watch);
  const { name } = targets[done] ?? {};
  if (name !== undefined) {
    const end = signal === 'SIGKILL' ? 'hang' : 'crash';
    const message = `${end}: exit ${code} ${signal ?? ''}`;
    const file = keepFinding(name, seed, { kind: 'slow', case: 0, message }, lastInput(trail));
    tell(`| ${name} | ${message} ${file} |`);
    done++;
  }
  rmSync(folder, { recursive: true });
  return done;
}

function watchFor(child: ChildProcess, trail: string): NodeJS.Timeout {
  let last = '';
  let since = Date.now();
  return setInterval(() => {
    const input = Buffer.from(lastInput(trail)).toString('base64');
    if (input !== last) since = Date.now();
    last = input;
    if (Date.now() - since > HANG_MS) child.kill('SIGKILL');
  }, WATCH_MS);
}

const COLUMNS = ['inputs', 'read', 'written', 'outcomes', 'a second', 'MB more', 'found'] as const;

function line(name: string, cells: readonly (string | number)[]): string {
  return `| ${name.padEnd(26)} | ${cells.map(cell => String(cell).padStart(9)).join(' | ')} |`;
}

async function main(): Promise<number> {
  let findings = 0;
  console.log(`seed ${seed}`);
  console.log(line('decoder', COLUMNS));
  console.log(`|${'-'.repeat(28)}|${COLUMNS.map(() => '----------:').join('|')}|`);
  const tell = (report: Report | string): void => {
    if (typeof report === 'string') {
      findings++;
      console.log(report);
      return;
    }
    const { target, cases, values, written, outcomes, processorMs, addedMb } = report;
    findings += report.findings;
    const rate = Math.round((cases / processorMs) * 1000);
    console.log(line(target, [cases, values, written, outcomes, rate, addedMb.toFixed(0), report.findings]));
  };
  for (let left = targetsNamed(positionals); left.length > 0; )
    left = left.slice(await attackApart(left, tell));
  if (findings > 0) console.error(`${findings} findings: see out/fuzz`);
  return findings === 0 ? 0 : 1;
}

async function child(trail: string): Promise<void> {
  const file = openSync(trail, 'w');
  for (const target of targetsNamed(positionals)) process.send?.(await attack(target, file));
  closeSync(file);
  process.disconnect?.();
}

if (options.child) await child(options.trail ?? '');
else process.exitCode = await main();
