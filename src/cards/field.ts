import { MmsError } from '../errors.ts';
import { didYouMean } from '../schema/index.ts';
import { printable } from '../text/index.ts';
import type { Warnings } from '../warnings.ts';
import { type Escaping, splitComponents } from './escapes.ts';
import type { CardProperty, ReadProperty } from './property.ts';

/** A model while it is being read. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** How the value of a property is to be understood. */
export interface ValueContext {
  readonly escaping: Escaping;
  /** From 3.0, 4.0 or iCalendar: what the old version says in other words is to be put into those. */
  readonly isModern: boolean;
  /** Time of the start, from which recurrence counts. */
  readonly start: string | undefined;
  readonly warnings: Warnings;
}

/** One property of a card or an entry, and the keys of the model that it carries: a row of a table. */
export interface Field<T> {
  readonly name: string;
  readonly keys: readonly (keyof T & string)[];
  /** A card may have several of it. */
  readonly isRepeated?: true;
  /** The properties for what the model holds; none if that is nothing. Throws MmsError `card/value`. */
  write(model: T): CardProperty[];
  /** Puts a property into the model; false if it makes no sense there. */
  read(property: ReadProperty, model: Mutable<T>, context: ValueContext): boolean;
  /** True for a property that says more, among its siblings, than {@link read} can put into the model: it is kept too. */
  saysMore?(property: ReadProperty, siblings: readonly ReadProperty[]): boolean;
  /** True for a parameter that {@link read} has put into the model; absent: it takes none. */
  keeps?(parameter: string, property: ReadProperty): boolean;
}

/** Rows of a table by the names of their properties. */
export function fieldsByName<T>(fields: readonly Field<T>[]): ReadonlyMap<string, Field<T>> {
  return new Map(fields.map(field => [field.name, field]));
}

/** The components of a property that is a compound one. */
export function componentsOf(
  { name, value, line }: ReadProperty,
  { escaping, warnings }: ValueContext,
): string[] {
  return splitComponents(value, escaping, () => {
    warnings.warn('card/lost', `a backslash at the end of a component of ${name}`, { line });
  });
}

/** An own value of a model: nothing is taken from a prototype. */
export function own<T extends object, K extends keyof T>(model: T, key: K): T[K] | undefined {
  return Object.hasOwn(model, key) ? model[key] : undefined;
}

/** A text of the model, `''` for an absent one. */
export function textOf<T extends object>(model: T, key: keyof T & string, path: string = key): string {
  const value: unknown = own(model, key) ?? '';
  if (typeof value !== 'string') throw badValue('a text', value, path);
  return value;
}

/** A list of the model, empty for an absent one. */
export function listOf<T extends object>(model: T, key: keyof T & string): readonly unknown[] {
  const value: unknown = own(model, key) ?? [];
  if (!Array.isArray(value)) throw badValue('a list', value, key);
  return value;
}

/** A list of texts of the model, empty for an absent one. */
export function textsOf<T extends object>(model: T, key: keyof T & string, path: string = key): string[] {
  const texts: string[] = [];
  for (const [i, value] of listOf(model, key).entries()) {
    if (typeof value !== 'string') throw badValue('a text', value, `${path}[${i}]`);
    texts.push(value);
  }
  return texts;
}

/**
 * Refuses a key that the model does not have, most likely a slip of the pen.
 * @throws MmsError `card/unknown-key`, `card/value` unless it is an object
 */
export function checkKeys(model: unknown, allowed: readonly string[], path: string): asserts model is object {
  if (typeof model !== 'object' || model === null || Array.isArray(model)) {
    throw badValue('an object', model, path);
  }
  const unknown = Object.keys(model).find(key => !allowed.includes(key));
  if (unknown === undefined) return;
  throw new MmsError('card/unknown-key', `unknown key '${printable(unknown.slice(0, 40))}'`, {
    path: path === '' ? unknown : `${path}.${unknown}`,
    hint: didYouMean(unknown, allowed, `keys are ${allowed.join(', ')}`),
  });
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : typeof value;
}

/** The error of a value that a card cannot hold. */
export function badValue(expected: string, found: unknown, path: string): MmsError {
  const shown = typeof found === 'string' ? `'${printable(found.slice(0, 40))}'` : kindOf(found);
  return new MmsError('card/value', `expected ${expected}, found ${shown}`, {
    path: path === '' ? '$' : path,
  });
}
