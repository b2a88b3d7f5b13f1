import { printable } from '../text/index.ts';
import type { Component } from './component.ts';
import { type Escaping, unescapeText } from './escapes.ts';
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
 */
export function readFields<T extends Model>(
  fields: readonly Field<T>[],
  component: Component,
  model: Mutable<T>,
  context: ReadContext,
): void {
  const byName = new Map(fields.map(field => [field.name, field]));
  const seen = new Set<string>();
  const other: CardProperty[] = [];
  for (const property of component.properties) {
    if (context.ignoredNames.includes(property.name) || isBlank(property, context.escaping)) continue;
    const field = byName.get(property.name);
    if (field === undefined) other.push(...keepProperty(property, context));
    else if (field.isRepeated || !seen.has(property.name)) {
      if (isRead(field, property, model, context)) {
        seen.add(property.name);
        if (field.saysMore?.(property)) other.push(...keepProperty(property, context));
      } else other.push(...unreadable(property, context));
    } else other.push(...further(field, property, model, context));
  }
  if (other.length > 0) model.other = other;
}

function isBlank({ value, hasModernEscapes }: ReadProperty, escaping: Escaping): boolean {
  return unescapeText(value, hasModernEscapes ? 'modern' : escaping).trim() === '';
}

/** Puts a property into the model, if it makes sense there. */
function isRead<T>(
  field: Field<T>,
  property: ReadProperty,
  model: Mutable<T>,
  { escaping, start, warnings }: ReadContext,
): boolean {
  const isModern = escaping === 'modern';
  const hasModernEscapes = isModern || reportModernEscapes(property, warnings);
  const context = { escaping: hasModernEscapes ? 'modern' : 'old', isModern, start, warnings } as const;
  if (!field.read(property, model, context)) return false;
  reportLostParameters(property, parameter => field.keeps?.(parameter, property) ?? false, warnings);
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
  return isRead(field, property, scratch, context) ? field.write(scratch) : unreadable(property, context);
}
