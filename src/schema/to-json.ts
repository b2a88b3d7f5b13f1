import { toHex, wrongType } from '../bytes/index.ts';

/** A value as JSON has it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * A value of this library as JSON: dates as ISO 8601 in UTC without milliseconds, octets as hexadecimal, in lower case
 * unless `hexOf` writes them otherwise, what is `undefined` left out.
 */
export function toJson(value: unknown, hexOf: (octets: Uint8Array) => string = toHex): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return value.toISOString().replace('.000Z', 'Z');
  if (value instanceof Uint8Array) return hexOf(value);
  if (Array.isArray(value)) return value.map(inner => toJson(inner, hexOf));
  if (typeof value !== 'object' || value instanceof Date)
    throw wrongType('a value that JSON can hold', value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, toJson(inner, hexOf)]));
}
