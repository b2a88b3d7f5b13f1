import { afterAll, describe, expect, it } from 'vitest';
import { type Fault, type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { GatewayClient, type SubmissionResult } from '../../src/submit/index.ts';
import { random, runs } from '../support/property.ts';

/** What may happen at a server: it is away, or it does something wrong, or nothing wrong at all. */
type Behaviour = Fault | 'away' | 'fine';

interface Script {
  readonly behaviours: readonly [Behaviour, Behaviour];
  readonly recipients: number;
  /** Milliseconds until the caller breaks off; -1: before the start. */
  readonly abortAfter?: number;
}

const next = random();

function pick<T>(values: readonly T[]): T {
  const value = values[Math.floor(next() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

const BEHAVIOURS: readonly (() => Behaviour)[] = [
  () => 'away',
  () => 'away',
  () => 'fine',
  () => ({ kind: 'reset-before-reading' }),
  () => ({ kind: 'close-before-reading' }),
  () => ({ kind: 'reset-after-reading' }),
  () => ({ kind: 'close-after-reading' }),
  () => ({ kind: 'hang' }),
  () => ({ kind: 'slow', delayMs: Math.floor(next() * 20) }),
  () => ({ kind: 'cut' }),
  () => ({ kind: 'stall' }),
  () => ({ kind: 'garbage' }),
  () => ({ kind: 'html' }),
  () => ({ kind: 'empty' }),
  () => ({ kind: 'status', status: pick([301, 307, 400, 401, 403, 429, 500, 503]) }),
  () => ({ kind: 'report', report: pick([-3, 0, 2, 8, 11, 15, 99]) }),
  () => ({ kind: 'report', report: 15, every: pick([1, 2, 3]) }),
];

/** Faults that end only because the caller breaks off. */
function isEndless(behaviour: Behaviour): boolean {
  return typeof behaviour === 'object' && (behaviour.kind === 'hang' || behaviour.kind === 'stall');
}

function makeScript(): Script {
  const behaviours = [pick(BEHAVIOURS)(), pick(BEHAVIOURS)()] as const;
  const recipients = 1 + Math.floor(next() * 4);
  const breaksOff = behaviours.some(isEndless) || next() < 0.15;
  return { behaviours, recipients, ...(breaksOff && { abortAfter: pick([-1, 0, 1, 3, 10, 30]) }) };
}

/** A pair of servers that play one script after the other. */
class Pair {
  readonly #sandboxes: readonly [Sandbox, Sandbox];
  #paused: Sandbox[] = [];

  static async start(): Promise<Pair> {
    return new Pair([await startSandbox(), await startSandbox()]);
  }

  constructor(sandboxes: readonly [Sandbox, Sandbox]) {
    this.#sandboxes = sandboxes;
  }

  #counts(): readonly [requests: number, messages: number][] {
    return this.#sandboxes.map(({ requests, messages }) => [requests, messages.length]);
  }

  async #arrange(behaviours: readonly Behaviour[]): Promise<void> {
    for (const [index, sandbox] of this.#sandboxes.entries()) {
      const behaviour = behaviours[index];
      sandbox.clearFaults();
      if (behaviour === 'away') {
        sandbox.pause();
        this.#paused.push(sandbox);
      } else if (typeof behaviour === 'object') sandbox.fault(behaviour, Number.POSITIVE_INFINITY);
    }
  }

  async play(script: Script, number: number): Promise<void> {
    await this.#arrange(script.behaviours);
    const before = this.#counts();
    const to = Array.from({ length: script.recipients }, (_, index) => `4477009001${10 + index}`);
    const message = { kind: 'text', to, text: `script ${number}` } as const;
    const servers = this.#sandboxes.map(({ url }) => url);
    const client = new GatewayClient({ username: 'A.1', pin: 'CANARY-7f3a', servers });
    const signal = signalFor(script);
    const result = await client.send(message, { throwOnFailure: false, ...(signal && { signal }) });
    await this.#quiet();
    const after = this.#counts();
    const [requests, messages] = [0, 1].map(column =>
      after.reduce((sum, counts, index) => sum + (counts[column] ?? 0) - (before[index]?.[column] ?? 0), 0),
    );
    check(script, result, requests ?? 0, messages ?? 0);
    for (const sandbox of this.#paused) await sandbox.resume();
    this.#paused = [];
  }

  /** A request may still be on its way to a server when the caller gives up. */
  async #quiet(): Promise<void> {
    do await new Promise(resolve => setTimeout(resolve, 2));
    while (this.#sandboxes.some(({ openConnections }) => openConnections > 0));
  }

  async close(): Promise<void> {
    for (const sandbox of this.#sandboxes) await sandbox.close();
  }
}

function signalFor({ abortAfter }: Script): AbortSignal | undefined {
  if (abortAfter === undefined) return undefined;
  return abortAfter < 0 ? AbortSignal.abort() : AbortSignal.timeout(abortAfter);
}

const outcomes = new Map<string, number>();

/** What the result claims is what the servers' own books say. */
function check(script: Script, result: SubmissionResult, requests: number, messages: number): void {
  const told = JSON.stringify({ script, result, requests, messages });
  const { outcome, requestSent, results } = result;
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const accepted = results.filter(entry => entry.accepted).length;
  expect(requests, told).toBeLessThanOrEqual(1);
  expect(messages, told).toBeLessThanOrEqual(1);
  expect(result.attempts.filter(attempt => attempt.requestSent === 'maybe').length, told).toBeLessThanOrEqual(
    1,
  );
  expect(told).not.toContain('CANARY');
  switch (outcome) {
    case 'accepted':
      expect([requests, messages, accepted, results.length], told).toEqual([
        1,
        1,
        results.length,
        script.recipients,
      ]);
      break;
    case 'partial':
      expect([requests, messages], told).toEqual([1, 1]);
      expect(accepted, told).toBeGreaterThan(0);
      expect(accepted, told).toBeLessThan(results.length);
      break;
    case 'rejected':
      expect([requests, messages, accepted], told).toEqual([1, 0, 0]);
      break;
    case 'not-sent':
      expect([requests, messages, requestSent], told).toEqual([0, 0, 'no']);
      break;
    case 'unknown':
      expect(requestSent, told).toBe('maybe');
  }
}

const PAIRS = 8;

describe('random fault scripts', () => {
  const pairs: Pair[] = [];

  afterAll(async () => {
    for (const pair of pairs) await pair.close();
  });

  it('never a duplicate, never a lost outcome, and each outcome is true', { timeout: 300_000 }, async () => {
    const scripts = Array.from({ length: runs(2000) }, makeScript);
    const todo = scripts.entries();
    await Promise.all(
      Array.from({ length: PAIRS }, async () => {
        const pair = await Pair.start();
        pairs.push(pair);
        for (const [number, script] of todo) await pair.play(script, number);
      }),
    );
    console.info(`${scripts.length} scripts: ${[...outcomes].map(entry => entry.join(' ')).join(', ')}`);
    expect([...outcomes.keys()].toSorted()).toEqual([
      'accepted',
      'not-sent',
      'partial',
      'rejected',
      'unknown',
    ]);
  });
});
