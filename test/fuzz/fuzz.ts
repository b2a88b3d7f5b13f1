import { inspect, isDeepStrictEqual } from 'node:util';
import { isMmsError } from '../../src/errors.ts';
import type { InspectAs } from '../../src/inspect/index.ts';
import type { IssueCode } from '../../src/issues/index.ts';
import { random } from '../support/property.ts';
import { mutateOctets, pick, type Random, type Seed } from './mutate-octets.ts';
import { mutateText } from './mutate-text.ts';
import { structureOf } from './structure.ts';

/** A decoder under attack. */
export interface FuzzTarget {
  readonly name: string;
  readonly kind: 'octets' | 'text';
  readonly corpus: () => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** The form that the inspector knows the octets by. */
  readonly form?: InspectAs;
  readonly read: (bytes: Uint8Array) => unknown;
  /** Writes what was read; what is read from that again must say the same. */
  readonly write?: (value: never) => Uint8Array | string;
  /** True where a writer has one form for what a reader takes in many: the second reading then counts as the first. */
  readonly normalizes?: boolean;
  /** What of a value must come back; all but its warnings by default. */
  readonly said?: (value: never) => unknown;
  /** Refusals of the writer that the format itself asks for. */
  readonly unwritable?: readonly IssueCode[] | 'any';
  /** Octets of content in a value: never more than the input has. */
  readonly sizeOf?: (value: never) => number;
  /** How many cases of a plain decoder one case takes. */
  readonly cost?: number;
}

/** What must never come of an input. */
export interface Finding {
  readonly kind: 'untyped error' | 'slow' | 'not written' | 'other after writing' | 'more than there was';
  readonly message: string;
  readonly input: Uint8Array;
  readonly case: number;
}

export interface FuzzResult {
  readonly cases: number;
  /** Inputs that gave a value; all others were refused. */
  readonly values: number;
  /** Values that were written and read again. */
  readonly written: number;
  /** Different refusals and warnings that were met. */
  readonly outcomes: number;
  readonly findings: readonly Finding[];
}

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  /** Makes each input; the mutator that knows the structure by default. */
  readonly mutator?: (seed: Seed, other: Seed, next: Random) => Uint8Array;
  /** Told each input before it is read. */
  readonly onInput?: (input: Uint8Array) => void;
  readonly maxFindings?: number;
}

/** Processor time of one input of at most some kilobytes: only a hang takes longer. */
const MAX_CASE_MS = 500;
/** Inputs that led somewhere new are mutated in their turn. */
const MAX_POOL = 400;
const MAX_OUTCOMES = 20_000;

/** What came of one input. */
interface Outcome {
  /** The same for inputs that took the same way, as far as the decoder tells. */
  readonly signature: string;
  readonly isValue: boolean;
  readonly isWritten: boolean;
  readonly finding?: Pick<Finding, 'kind' | 'message'>;
}

/** Feeds mutated inputs to a decoder; everything but a value and a typed error is a finding. */
export async function fuzz(target: FuzzTarget, options: FuzzOptions): Promise<FuzzResult> {
  const { runs, seed, onInput, maxFindings = 20 } = options;
  const mutator = options.mutator ?? (target.kind === 'text' ? mutateAsText : mutateOctets);
  const next = random(seed);
  const toSeed = (bytes: Uint8Array): Seed => seedOf(bytes, target);
  const pool = (await target.corpus()).filter(({ length }) => length > 0).map(toSeed);
  if (pool.length === 0) throw new TypeError(`${target.name} has no inputs to begin from`);
  const most = pool.length + MAX_POOL;
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const count = { cases: 0, values: 0, written: 0 };
  while (count.cases < runs && findings.length < maxFindings) {
    const [one, other] = [pick(pool, next), pick(pool, next)];
    if (one === undefined || other === undefined) break;
    const input = mutator(one, other, next);
    onInput?.(input);
    const { signature, isValue, isWritten, finding } = await outcomeOf(target, input);
    if (isValue) count.values++;
    if (isWritten) count.written++;
    if (finding !== undefined) findings.push({ ...finding, input, case: count.cases });
    if (seen.size < MAX_OUTCOMES && !seen.has(signature)) {
      seen.add(signature);
      if (pool.length < most) pool.push(toSeed(input));
    }
    count.cases++;
  }
  return { ...count, outcomes: seen.size, findings };
}

const NO_STRUCTURE = { spans: [], lengths: [] };

function seedOf(bytes: Uint8Array, { kind, form }: FuzzTarget): Seed {
  return { bytes, structure: kind === 'text' ? NO_STRUCTURE : structureOf(bytes, form) };
}

function mutateAsText({ bytes }: Seed, other: Seed, next: Random): Uint8Array {
  const decoder = new TextDecoder();
  const text = mutateText(decoder.decode(bytes), decoder.decode(other.bytes), next);
  return new TextEncoder().encode(text);
}

/** One input, also by itself: what a stored finding is checked with. */
export async function outcomeOf(target: FuzzTarget, input: Uint8Array): Promise<Outcome> {
  const started = performance.now();
  const before = process.cpuUsage();
  const outcome = await settle(target, input);
  if (performance.now() - started < MAX_CASE_MS || outcome.finding !== undefined) return outcome;
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  if (ms < MAX_CASE_MS) return outcome;
  return { ...outcome, finding: { kind: 'slow', message: `${ms.toFixed(0)} ms` } };
}

async function settle(target: FuzzTarget, input: Uint8Array): Promise<Outcome> {
  let value: unknown;
  try {
    const result = target.read(input);
    // Most decoders are synchronous, and waiting for them would take longer than they do.
    value = result instanceof Promise ? await result : result;
  } catch (error) {
    if (!isMmsError(error)) return untyped(error);
    return { signature: `${error.code} ${placeOf(error.path)}`, isValue: false, isWritten: false };
  }
  const signature = `value ${warningsOf(value)}`;
  const { write, sizeOf } = target;
  const size = sizeOf?.(value as never) ?? 0;
  if (size > input.length) {
    const message = `${size} octets from ${input.length}`;
    return { signature, isValue: true, isWritten: false, finding: { kind: 'more than there was', message } };
  }
  if (write === undefined) return { signature, isValue: true, isWritten: false };
  return { signature, isValue: true, ...secondReading(target, value) };
}

/** Writes a value and reads it again: what was read can be written. */
function secondReading(target: FuzzTarget, value: unknown): Pick<Outcome, 'isWritten' | 'finding'> {
  const { normalizes, said = withoutWarnings, unwritable = [] } = target;
  const says = said as (value: unknown) => unknown;
  try {
    const first = normalizes ? readAgain(target, value) : value;
    const again = readAgain(target, first);
    if (isDeepStrictEqual(says(again), says(first))) return { isWritten: true };
    const message = `read ${shown(first)}, then ${shown(again)}`;
    return { isWritten: true, finding: { kind: 'other after writing', message } };
  } catch (error) {
    if (!isMmsError(error)) return { isWritten: false, finding: untyped(error).finding };
    if (unwritable === 'any' || unwritable.includes(error.code)) return { isWritten: false };
    return { isWritten: false, finding: { kind: 'not written', message: `${error.code}: ${error.message}` } };
  }
}

function readAgain({ read, write }: FuzzTarget, value: unknown): unknown {
  const octets = write?.(value as never) ?? '';
  return read(typeof octets === 'string' ? new TextEncoder().encode(octets) : octets);
}

function untyped(error: unknown): Outcome & Required<Pick<Outcome, 'finding'>> {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const finding = { kind: 'untyped error', message } as const;
  return { signature: 'untyped', isValue: false, isWritten: false, finding };
}

function shown(value: unknown): string {
  return inspect(withoutWarnings(value), { depth: 9, breakLength: Number.POSITIVE_INFINITY }).slice(0, 2000);
}

/** What a value says, without what is about the octets that it was read from. */
function withoutWarnings(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('warnings' in value))
    return value;
  const { warnings: _, ...said } = value;
  return said;
}

/** A path without its numbers. */
const placeOf = (path = ''): string => path.replace(/\d+/g, '#').slice(0, 60);

function warningsOf(value: unknown): string {
  const warnings: unknown = Array.isArray(value) ? value : (Object(value).warnings ?? Object(value).issues);
  if (!Array.isArray(warnings)) return '';
  const codes = warnings
    .slice(0, 20)
    .map(warning => `${Object(warning).code} ${placeOf(Object(warning).path)}`);
  return [...new Set(codes)].sort().join();
}
