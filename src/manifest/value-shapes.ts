import type { Shape } from '../schema/index.ts';
import { number, oneOf, text, wordOrText } from '../schema/index.ts';
import { AUTO, MAX_TIME_MS, POSITIVE_TIME_PATTERN, TIME_PATTERN } from './duration.ts';
import { POSITIVE_SIZE_PATTERN, SIZE_PATTERN } from './size.ts';

/** A path or file name. */
export const PATH = /^[^\0]+$/u;

/** A text that a person reads; `{{name}}` in it stands for a variable. */
export function prose(description: string): Shape<string> {
  return text(description, { isTemplate: true });
}

/** A file: relative to the manifest. */
export function path(description: string): Shape<string> {
  return text(description, { pattern: PATH, called: 'a path', isTemplate: true });
}

/** A point in time. */
export function time(description: string): Shape<number | string> {
  const called = 'a time such as "5s" or "5000ms"';
  return oneOf(description, [
    text('Seconds or milliseconds with their unit.', { pattern: TIME_PATTERN, called }),
    number('Milliseconds.', { max: MAX_TIME_MS, called }),
  ]);
}

/** A length of time, or `auto`. */
export function duration(description: string): Shape<number | string> {
  const called = 'a duration such as "5s", "5000ms" or "auto"';
  return oneOf(description, [
    wordOrText('Seconds or milliseconds with their unit.', [AUTO], {
      pattern: POSITIVE_TIME_PATTERN,
      called,
    }),
    number('Milliseconds.', { min: 1, max: MAX_TIME_MS, called }),
  ]);
}

/** A number of bytes; `min` is 0 or 1. */
export function size(description: string, min: 0 | 1): Shape<number | string> {
  const called = 'a size such as "100kB"';
  const pattern = min === 0 ? SIZE_PATTERN : POSITIVE_SIZE_PATTERN;
  return oneOf(description, [
    text('With its unit; 1 kB is 1024 bytes.', { pattern, called }),
    number('Bytes.', { min, called }),
  ]);
}

/** Larger screens and pictures no message has. */
const MAX_PIXELS = 10_000;

/** A width or height. */
export function pixels(description: string): Shape<number> {
  return number(description, { min: 1, max: MAX_PIXELS });
}

/** A media type without parameters. */
export function mediaType(description: string): Shape<string> {
  return text(description, { pattern: /^[^\s/;]+\/[^\s/;]+$/u, called: 'a media type such as "image/jpeg"' });
}

/** Octets as text. */
export function hex(description: string): Shape<string> {
  return text(description, { pattern: /^(?:[0-9A-Fa-f]{2})*$/u, called: 'hexadecimal digits in pairs' });
}
