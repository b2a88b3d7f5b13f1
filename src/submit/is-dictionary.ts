/** An object with named values. */
export type Dictionary = Readonly<Record<string, unknown>>;

/** True for an object that is neither a list nor octets. */
export function isDictionary(value: unknown): value is Dictionary {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}
