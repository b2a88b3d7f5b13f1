import { printable } from '../text/index.ts';
import type { Warnings } from '../warnings.ts';
import { type Escaping, oldEscapes } from './escapes.ts';
import { isWritableName, isWritableParameter } from './format-property.ts';
import type { Convert, ConvertedProperty } from './modern-values.ts';
import { BASE64, type CardProperty, type ReadProperty } from './property.ts';

/** What applies to the properties that are kept without a key of their own. */
export interface KeepContext {
  readonly escaping: Escaping;
  /** Names, besides those of the fields and `X-` ones, that the old version knows. */
  readonly otherNames: readonly string[];
  /** What the old version says in another way than a newer one. */
  readonly conversions: ReadonlyMap<string, Convert>;
  /** Time of the start, to which others may refer. */
  readonly start: string | undefined;
  readonly warnings: Warnings;
}

/** Parameters with a value that 2.1 and 1.0 know; those of newer versions are left out. */
const OLD_PARAMETERS: readonly string[] = ['VALUE', 'LANGUAGE', 'ROLE', 'STATUS', 'RSVP', 'EXPECT'];

/** A property as the old version writes it, or none, with a warning, where it has no such property. */
export function keepProperty(property: ReadProperty, context: KeepContext): readonly CardProperty[] {
  const kept =
    context.escaping === 'old' ? ofOldVersion(property, context.warnings) : ofNewVersion(property, context);
  if (kept === undefined || !isWritableName(kept.name)) {
    context.warnings.warn('card/lost', `the property ${printable(property.name.slice(0, 40))}`, {
      line: property.line,
    });
    return [];
  }
  const { name, value, parameters = [], said = [] } = kept;
  if (value.trim() === '') return [];
  const isKept = (parameter: string): boolean => parameters.includes(parameter) || said.includes(parameter);
  reportLostParameters(property, isKept, context.warnings);
  return [parameters.length === 0 ? { name, value } : { name, parameters, value }];
}

function ofOldVersion(property: ReadProperty, warnings: Warnings): ConvertedProperty {
  const { name, value, parameters } = property;
  const text = reportModernEscapes(property, warnings) ? oldEscapes(value) : value;
  return { name, parameters: parameters.filter(isWritableParameter), value: text };
}

function ofNewVersion(property: ReadProperty, context: KeepContext): ConvertedProperty | undefined {
  const { name, value } = property;
  const convert = context.conversions.get(name);
  if (convert === undefined && !name.startsWith('X-') && !context.otherNames.includes(name)) return undefined;
  const converted =
    convert === undefined ? { ...property, value: oldEscapes(value) } : convert(property, context.start);
  if (converted === undefined) return undefined;
  return { ...converted, parameters: (converted.parameters ?? []).flatMap(oldParameter) };
}

/** A value by reference is `VALUE=URL` in 2.1; other types of values go without saying. */
function oldParameter(parameter: string): string[] {
  const [key = '', value] = parameter.split('=');
  if (key === 'VALUE') return /^UR[IL]$/i.test(value ?? '') ? ['VALUE=URL'] : [];
  const isKnown =
    value === undefined || parameter === BASE64 || OLD_PARAMETERS.includes(key) || key.startsWith('X-');
  return isKnown && isWritableParameter(parameter) ? [parameter] : [];
}

/** True, with a warning, for a property of an old version with escapes of a newer one: some programs write so. */
export function reportModernEscapes(property: ReadProperty, warnings: Warnings): boolean {
  if (property.hasModernEscapes !== true) return false;
  warnings.warn('card/escape', `an escape in ${property.name} that belongs to newer versions`, {
    line: property.line,
  });
  return true;
}

/** A VALUE parameter tells how the value was to be read, which is done by now. */
export function reportLostParameters(
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
