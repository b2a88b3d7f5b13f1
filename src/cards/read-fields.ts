import { printable, type Warnings } from '../text/index.ts';
import type { Component } from './component.ts';
import { type Escaping, unescapeText } from './escapes.ts';
import type { Field, Mutable } from './field.ts';
import { isWritableName, isWritableParameter } from './format-property.ts';
import type { CardProperty, ReadProperty } from './property.ts';

/** What applies to all properties of a component. */
export interface ReadContext {
  readonly escaping: Escaping;
  /** Names, besides those of the fields and `X-` ones, that the old version knows. */
  readonly otherNames: readonly string[];
  /** Names that say nothing about the card. */
  readonly ignoredNames: readonly string[];
  readonly warnings: Warnings;
}

/**
 * Puts the properties of a component into a model. Those without a key, the second of a single one, and values that
 * make no sense go to `other`; what a newer version has and the old one has not is left out with a warning.
 */
export function readFields<T extends { other?: readonly CardProperty[] | undefined }>(
  fields: readonly Field<T>[],
  component: Component,
  model: Mutable<T>,
  context: ReadContext,
): void {
  const { escaping, warnings } = context;
  const byName = new Map(fields.map(field => [field.name, field]));
  const seen = new Set<string>();
  const other: CardProperty[] = [];
  for (const property of component.properties) {
    if (context.ignoredNames.includes(property.name) || property.value.trim() === '') continue;
    const field = byName.get(property.name);
    if (field !== undefined && (field.isRepeated || !seen.has(property.name))) {
      if (field.read(property, model, escaping)) {
        seen.add(property.name);
        reportLostParameters(property, parameter => field.keeps?.(parameter, property) ?? false, warnings);
        continue;
      }
      warnings.warn('card/unreadable-value', `the value of ${property.name} makes no sense`, {
        line: property.line,
      });
    }
    const kept = otherProperty(property, field !== undefined, context);
    if (kept !== undefined) other.push(kept);
  }
  if (other.length > 0) model.other = other;
}

function otherProperty(
  property: ReadProperty,
  isField: boolean,
  context: ReadContext,
): CardProperty | undefined {
  const { name, line } = property;
  const isKnown =
    isField || context.escaping === 'old' || name.startsWith('X-') || context.otherNames.includes(name);
  if (!isKnown || !isWritableName(name)) {
    context.warnings.warn('card/lost', `the property ${printable(name.slice(0, 40))}`, { line });
    return undefined;
  }
  const parameters = property.parameters.filter(isWritableParameter);
  reportLostParameters(property, parameter => parameters.includes(parameter), context.warnings);
  const value = context.escaping === 'old' ? property.value : unescapeText(property.value, 'modern');
  return parameters.length === 0 ? { name, value } : { name, parameters, value };
}

/** A VALUE parameter tells how the value was to be read, which is done by now. */
function reportLostParameters(
  property: ReadProperty,
  isKept: (parameter: string) => boolean,
  warnings: Warnings,
): void {
  for (const parameter of property.parameters) {
    if (parameter.startsWith('VALUE=') || isKept(parameter)) continue;
    const code = parameter.startsWith('TZID=') ? 'card/time-zone' : 'card/lost';
    warnings.warn(code, `the parameter ${printable(parameter.slice(0, 40))} of ${property.name}`, {
      line: property.line,
    });
  }
}
