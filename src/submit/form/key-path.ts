/** An object with named values. */
export type Dictionary = Readonly<Record<string, unknown>>;

/** True for an object that is neither a list nor octets. */
export function isDictionary(value: unknown): value is Dictionary {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

/** The value at a dotted key; only what an object holds itself. */
export function valueAt(container: Dictionary, key: string): unknown {
  let value: unknown = container;
  for (const step of key.split('.')) {
    value = isDictionary(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** Sets the value at a key of one or two steps. */
export function setAt(message: Record<string, unknown>, key: string, value: unknown): void {
  const dot = key.indexOf('.');
  if (dot === -1) {
    message[key] = value;
    return;
  }
  const outer = key.slice(0, dot);
  const before = message[outer];
  message[outer] = { ...(isDictionary(before) ? before : undefined), [key.slice(dot + 1)]: value };
}
