/** The type of the values of a shape; nothing is there at run time. */
declare const valueType: unique symbol;

/** Carries the type of a shape's values. */
export interface Typed<T> {
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
