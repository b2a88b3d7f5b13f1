/** The type of the values of a shape; nothing is there at run time. */
declare const valueType: unique symbol;

interface Typed<T> {
  readonly [valueType]?: T;
}

interface Common {
  /** For the reader of the JSON Schema. */
  readonly description?: string | undefined;
  /** Name under `$defs` of the JSON Schema, for a shape that stands in several places. */
  readonly definition?: string | undefined;
  /** What is expected, for messages: `a duration such as "5s"`. */
  readonly called?: string | undefined;
}

/** A text: any, or one of `words`, or one that `pattern` matches. */
export interface TextShape extends Common {
  readonly kind: 'text';
  readonly words?: readonly string[] | undefined;
  /** Flag `u`, linear by construction; it goes into the JSON Schema as it stands. */
  readonly pattern?: RegExp | undefined;
  /** True when `{{name}}` in it stands for a value of `vars`. */
  readonly isTemplate?: boolean | undefined;
}

/** A finite number; both bounds are allowed values. */
export interface NumberShape extends Common {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
}

/** `true` or `false`. */
export interface BooleanShape extends Common {
  readonly kind: 'boolean';
}

/** `null`. */
export interface NullShape extends Common {
  readonly kind: 'null';
}

/** A list of items of one shape. */
export interface ListShape extends Common {
  readonly kind: 'list';
  readonly item: Shape;
}

/** An object with known keys. */
export interface ObjectShape extends Common {
  readonly kind: 'object';
  readonly keys: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  readonly rules: readonly Rule[];
  /** True when other keys may stand beside the known ones. */
  readonly isOpen: boolean;
}

/** An object whose keys are names given by the author. */
export interface MapShape extends Common {
  readonly kind: 'map';
  readonly key: TextShape;
  readonly value: Shape;
  readonly minKeys: number;
}

/** One of several shapes; each takes another type of JSON, so a value belongs to at most one of them. */
export interface OneOfShape extends Common {
  readonly kind: 'one-of';
  readonly options: readonly Shape[];
}

/** An object of plain data, which another room checks. */
export interface DataShape extends Common {
  readonly kind: 'data';
}

/** A value that only a script can pass; the JSON Schema does not know it. */
export interface ScriptShape extends Common {
  readonly kind: 'script';
  readonly accepts: (value: unknown) => boolean;
}

type AnyShape =
  | TextShape
  | NumberShape
  | BooleanShape
  | NullShape
  | ListShape
  | ObjectShape
  | MapShape
  | OneOfShape
  | DataShape
  | ScriptShape;

/** What a value may look like, as data: validator, TypeScript type and JSON Schema are made from it. */
export type Shape<T = unknown> = AnyShape & Typed<T>;

/** The type of the values of a shape. */
export type TypeOf<S> = S extends Typed<infer T> ? T : never;

/** A key whose value is of a shape. */
export interface ShapedPresence {
  readonly key: string;
  readonly as: Shape;
  /** For messages: `smil naming a file`. */
  readonly called: string;
}

/** That a key is there, with a value of a shape or with any. */
export type Presence = string | ShapedPresence;

/** What the keys of an object have to do with each other. */
export type Rule =
  | { readonly atMostOne: readonly Presence[]; readonly hint?: string }
  | { readonly atLeastOne: readonly Presence[]; readonly hint?: string }
  | { readonly key: string; readonly needsOneOf: readonly Presence[]; readonly hint?: string };

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
