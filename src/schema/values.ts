import { jsonType } from './json-type.ts';

/** An object of unknown origin. */
export type Values = Readonly<Record<string, unknown>>;

/** True for an object with keys: no list, no date, no octets. */
export function isObject(value: unknown): value is Values {
  return jsonType(value) === 'object';
}

/** True for an own key whose value is not `undefined`. */
export function isPresent(values: Values, key: string): boolean {
  return Object.hasOwn(values, key) && values[key] !== undefined;
}
