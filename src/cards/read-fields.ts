import { printable } from '../text/index.ts';
import type { Component } from './component.ts';
import { unescapeText } from './escapes.ts';
import type { Field, Mutable } from './field.ts';
import {
  type KeepContext,
  keepProperty,
  reportLostParameters,
  reportModernEscapes,
} from './keep-property.ts';
import type { CardProperty, ReadProperty } from './property.ts';

/** What applies to all properties of a component. */
export interface ReadContext extends KeepContext {
  /** Names that say nothing about the card. */
  readonly ignoredNames: readonly string[];
}

interface Model {
  readonly other?: readonly CardProperty[] | undefined;
}

/**
 * Puts the properties of a component into a model. Those without a key, the second of a single one, and values of the
 * old version that make no sense go to `other`; what a newer version says and the old one cannot is left out with a
 * warning.
 * @param fields by the names of their properties
 */
export function readFields<T extends Model>(
  fields: ReadonlyMap<string, Field<T>>,
  component: Component,
  model: Mutable<T>,
  context: ReadContext,
): void {
  const seen = new Set<string>();
  const other: CardProperty[] = [];
  const siblings = component.properties;
  for (const property of siblings) {
    if (saysNothing(property, context)) continue;
    const field = fields.get(property.name);
    if (field === undefined) other.push(...keepProperty(property, context));
    else if (seen.has(property.name)) other.push(...further(field, property, model, context));
    else {
      const isKept = field.saysMore?.(property, siblings) ?? false;
      const read = isRead(field, property, model, context, isKept);
      if (read && isFull(field, model)) seen.add(property.name);
      if (!read) other.push(...unreadable(property, context));
      else if (isKept) other.push(...keepProperty(property, context));
    }
  }
  if (other.length > 0) model.other = other;
}

/** True when the model takes no further property of the kind; one of blanks alone leaves it as it is. */
function isFull<T>(field: Field<T>, model: Mutable<T>): boolean {
  return field.isRepeated === undefined && field.keys.some(key => model[key] !== undefined);
}

/** What no escape makes blank; most values have some. */
const VISIBLE = /[^\s\\nN]/;

function saysNothing({ name, value, hasModernEscapes }: ReadProperty, context: ReadContext): boolean {
  if (context.ignoredNames.includes(name)) return true;
  const escaping = hasModernEscapes ? 'modern' : context.escaping;
  return !VISIBLE.test(value) && unescapeText(value, escaping).trim() === '';
}

/** Puts a property into the model, if it makes sense there; of one that is kept too nothing is lost. */
function isRead<T>(
  field: Field<T>,
  property: ReadProperty,
  model: Mutable<T>,
  { escaping, start, warnings }: ReadContext,
  isKept: boolean,
): boolean {
  const isModern = escaping === 'modern';
  const hasModernEscapes =
    isModern || (isKept ? property.hasModernEscapes === true : reportModernEscapes(property, warnings));
  const context = { escaping: hasModernEscapes ? 'modern' : 'old', isModern, start, warnings } as const;
  if (!field.read(property, model, context)) return false;
  const keeps = (parameter: string) => isKept || (field.keeps?.(parameter, property) ?? false);
  reportLostParameters(property, keeps, warnings);
  return true;
}

function unreadable(property: ReadProperty, context: ReadContext): readonly CardProperty[] {
  const { name, line } = property;
  const value = printable(property.value.slice(0, 40));
  if (context.escaping === 'modern') {
    context.warnings.warn('card/lost', `the value '${value}' of ${name}`, { line });
    return [];
  }
  context.warnings.warn('card/unreadable-value', `the value '${value}' of ${name} makes no sense`, { line });
  return keepProperty({ ...property, hasModernEscapes: undefined }, context);
}

/** The second property of a single one: of a newer version as the old one writes what it says. */
function further<T extends Model>(
  field: Field<T>,
  property: ReadProperty,
  model: T,
  context: ReadContext,
): readonly CardProperty[] {
  if (context.escaping === 'old') return keepProperty(property, context);
  const nothing = Object.fromEntries(field.keys.map(key => [key, undefined]));
  const scratch = { ...model, ...nothing, other: undefined };
  const isKept = field.saysMore !== undefined;
  if (!isRead(field, property, scratch, context, isKept)) return unreadable(property, context);
  const kept = isKept ? keepProperty(property, context) : field.write(scratch);
  return kept.filter(({ value }) => value.trim() !== '');
}
