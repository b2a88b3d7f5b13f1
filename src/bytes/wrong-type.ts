import { MmsError } from '../errors.ts';

const MAX_SHOWN = 40;

/** The error for a value of another type than its field takes. */
export function wrongType(expected: string, found: unknown, path?: string): MmsError {
  return new MmsError('bytes/value-type', `expected ${expected}, found ${described(found)}`, { path });
}

function described(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, MAX_SHOWN));
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Uint8Array) return 'octets';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

/** The value itself where it is an object, neither `null` nor an array. */
export function requireObject<T>(value: T, expected = 'an object', path?: string): T {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw wrongType(expected, value, path);
}

/** The value itself where it is an array. */
export function requireArray<T>(value: readonly T[], expected = 'an array', path?: string): readonly T[] {
  if (Array.isArray(value)) return value;
  throw wrongType(expected, value, path);
}

/** The value itself where it is a text. */
export function requireText(value: string, expected = 'a text', path?: string): string {
  if (typeof value === 'string') return value;
  throw wrongType(expected, value, path);
}

/** The value itself where it is octets. */
export function requireOctets(value: Uint8Array, path?: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw wrongType('octets (Uint8Array)', value, path);
}

/** The value itself where it is a number other than NaN and the infinite ones. */
export function requireNumber(value: number, expected = 'a number', path?: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw wrongType(expected, value, path);
}
