import { requireNumber, requireText } from '../bytes/index.ts';

/** Phones keep milliseconds in 32 bits with a sign: 24 days. */
const MAX_TIME_MS = 0x7fff_ffff;

const MS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['min', 60_000],
  ['h', 3_600_000],
]);

const TIMECOUNT = /^\+?([0-9]{1,15})(\.[0-9]+)?(ms|s|min|h)?$/;
const CLOCK = /^\+?(?:([0-9]{1,9}):)?([0-5]?[0-9]):([0-5][0-9](?:\.[0-9]+)?)$/;

/**
 * How a time was written: whole milliseconds, as MMS wants them; seconds, a fraction or a bare number; minutes, hours or
 * a clock value, which AOSP computes wrongly; `indefinite`.
 */
export type SmilTimeForm = 'milliseconds' | 'seconds' | 'clock' | 'indefinite';

/** A time that was read. */
export interface SmilTime {
  readonly form: SmilTimeForm;
  /** Rounded to whole milliseconds; absent for `indefinite`. */
  readonly ms?: number;
}

/**
 * Reads a time value in every form of SMIL 2.0: `5000ms`, `5s`, `35.723s`, `5`, `1.5min`, `2h`, `00:05`, `1:02:03.5`,
 * `indefinite`. Gives `undefined` for anything else and for more than 2147483647 ms.
 */
export function parseSmilTime(text: string): SmilTime | undefined {
  requireText(text, 'a text', 'text');
  const trimmed = text.trim();
  if (trimmed === 'indefinite') return { form: 'indefinite' };
  return parseTimecount(trimmed) ?? parseClock(trimmed);
}

function parseTimecount(text: string): SmilTime | undefined {
  const match = TIMECOUNT.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', unit = 's'] = match;
  const ms = Number(whole + fraction) * (MS_PER_UNIT.get(unit) ?? 0);
  if (unit === 'min' || unit === 'h') return time('clock', ms);
  return time(unit === 'ms' && fraction === '' ? 'milliseconds' : 'seconds', ms);
}

function parseClock(text: string): SmilTime | undefined {
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return time('clock', Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000);
}

function time(form: SmilTimeForm, exactMs: number): SmilTime | undefined {
  const ms = Math.round(exactMs);
  return ms <= MAX_TIME_MS ? { form, ms } : undefined;
}

/** A time as MMS SMIL writes it: `5000ms`. */
export function formatSmilTime(ms: number): string {
  return writtenTime(requireNumber(ms, 'milliseconds', 'ms'));
}

/** As {@link formatSmilTime}, for a document whose times are judged by its rules. */
export function writtenTime(ms: number): string {
  return `${ms}ms`;
}
