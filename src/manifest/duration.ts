import { MmsError } from '../errors.ts';
import { shown } from '../schema/index.ts';

/** Longest time of a manifest, which is written with at most six digits of seconds: eleven days. */
export const MAX_TIME_MS = 999_999_999;

/** A time as a manifest writes it: `5s`, `1.5s`, `5000ms`. */
export const TIME_PATTERN = /^(?:[0-9]{1,6}(?:\.[0-9]{1,3})?s|[0-9]{1,9}ms)$/u;

/** As {@link TIME_PATTERN}, but more than nothing. */
export const POSITIVE_TIME_PATTERN = /^(?=[0.]*[1-9])(?:[0-9]{1,6}(?:\.[0-9]{1,3})?s|[0-9]{1,9}ms)$/u;

/** The word for as long as the sound or video lasts. */
export const AUTO = 'auto';

/**
 * Milliseconds of a time: a number is milliseconds, a text has a unit.
 * @throws MmsError `manifest/value` for anything but whole milliseconds up to 999999999
 * @example parseTime('1.5s') // 1500
 */
export function parseTime(time: number | string): number {
  if (typeof time === 'number') {
    if (Number.isInteger(time) && time >= 0 && time <= MAX_TIME_MS) return time;
    throw badTime(time);
  }
  if (!TIME_PATTERN.test(time)) throw badTime(time);
  return time.endsWith('ms') ? Number(time.slice(0, -2)) : Math.round(Number(time.slice(0, -1)) * 1000);
}

/**
 * Milliseconds of a duration, or `auto`: as long as its sound or video, else the default.
 * @throws MmsError `manifest/value` as {@link parseTime}, and for 0
 * @example parseDuration('5s') // 5000
 */
export function parseDuration(duration: number | string): number | typeof AUTO {
  if (duration === AUTO) return AUTO;
  const durationMs = parseTime(duration);
  if (durationMs > 0) return durationMs;
  throw badTime(duration);
}

function badTime(found: number | string): MmsError {
  return new MmsError('manifest/value', `expected a time, found ${shown(found)}`, {
    hint: 'write 5s, 5000ms, or a whole number of milliseconds',
  });
}
