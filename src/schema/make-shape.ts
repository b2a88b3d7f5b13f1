import type { NumberShape, Presence, Rule, Shape, TextShape, Typed, TypeOf } from './shape.ts';

type Keys = Readonly<Record<string, Shape>>;

type Simplify<T> = { readonly [K in keyof T]: T[K] } & {};

type ObjectOf<K extends Keys, R extends keyof K> = Simplify<
  { [P in R]: TypeOf<K[P]> } & { [P in Exclude<keyof K, R>]?: TypeOf<K[P]> | undefined }
>;

type TextOptions = Omit<TextShape, 'kind' | 'words' | 'description'>;
type NumberOptions = Partial<Omit<NumberShape, 'kind' | 'description'>>;

/** Any text, or one that a pattern matches. */
export function text(description: string, options: TextOptions = {}): Shape<string> {
  return { kind: 'text', description, ...options };
}

/** One of some words. */
export function word<const Word extends string>(
  description: string,
  words: readonly Word[],
  options: TextOptions = {},
): Shape<Word> {
  return { kind: 'text', description, words, ...options };
}

/** Keys of a map that match a pattern; it must not match `__proto__`. */
export function keyText(called: string, pattern: RegExp): TextShape & Typed<string> {
  return { kind: 'text', called, pattern };
}

/** One of some words, or a text that the pattern of the options matches. */
export function wordOrText<const Word extends string>(
  description: string,
  words: readonly Word[],
  options: TextOptions & { readonly pattern: RegExp },
): Shape<Word | (string & Record<never, never>)> {
  return { kind: 'text', description, words, ...options };
}

/** A number: an integer from 0 on unless the options say otherwise. */
export function number(description: string, options: NumberOptions = {}): Shape<number> {
  return { kind: 'number', description, min: 0, max: Number.MAX_SAFE_INTEGER, isInteger: true, ...options };
}

/** `true` or `false`. */
export function boolean(description: string): Shape<boolean> {
  return { kind: 'boolean', description };
}

/** `null`. */
export function nothing(description: string): Shape<null> {
  return { kind: 'null', description };
}

/** A list. */
export function list<T>(description: string, item: Shape<T>): Shape<readonly T[]> {
  return { kind: 'list', description, item };
}

/** An object with known keys; those not in `required` may be absent. */
export function object<K extends Keys, const R extends keyof K & string = never>(
  description: string,
  spec: {
    readonly keys: K;
    readonly required?: readonly R[];
    readonly rules?: readonly Rule[];
    readonly isOpen?: boolean;
  },
): Shape<ObjectOf<K, R>> {
  return { kind: 'object', description, required: [], rules: [], isOpen: false, ...spec };
}

/** An object whose keys are texts of a shape. */
export function map<Key extends string, T>(
  description: string,
  key: TextShape & Typed<Key>,
  value: Shape<T>,
  minKeys = 0,
): Shape<{ readonly [K in Key]?: T | undefined }> {
  return { kind: 'map', description, key, value, minKeys };
}

/** An object of plain data, which another room checks. */
export function data(description: string, called: string): Shape<Readonly<Record<string, unknown>>> {
  return { kind: 'data', description, called };
}

/** A value that only a script can pass. */
export function fromScript<T>(called: string, accepts: (value: unknown) => value is T): Shape<T> {
  return { kind: 'script', called, accepts };
}

/** Octets, which only a script can pass. */
export function octets(description: string): Shape<Uint8Array> {
  const shape = fromScript(
    'octets (Uint8Array)',
    (value): value is Uint8Array => value instanceof Uint8Array,
  );
  return described(description, shape);
}

/** One of several shapes, each of another type of JSON. */
export function oneOf<const S extends readonly Shape[]>(
  description: string,
  options: S,
): Shape<TypeOf<S[number]>> {
  return { kind: 'one-of', description, options };
}

/** The same shape with a description of its own. */
export function described<T>(description: string, shape: Shape<T>): Shape<T> {
  return { ...shape, description };
}

/** The same shape with a name under `$defs` of the JSON Schema. */
export function named<T>(definition: string, shape: Shape<T>): Shape<T> {
  return { ...shape, definition };
}

/** That a key is there, and in the object under it another one. */
export function withKey(key: string, inner: string): Presence {
  const as: Shape = { kind: 'object', keys: {}, required: [inner], rules: [], isOpen: true };
  return { key, as, called: `${key}.${inner}` };
}
