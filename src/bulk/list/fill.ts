import { MmsError } from '../../errors.ts';
import type { Variables } from './recipient.ts';

/** `{{first_name}}`, blanks inside allowed. */
const PLACE = /\{\{[ ]?([\p{L}\p{N}_-]{1,64})[ ]?\}\}/gu;

/** The variables that any text of a JSON value asks for, in order. */
export function variablesOf(value: unknown): readonly string[] {
  const names = new Set<string>();
  eachText(value, text => {
    for (const [, name = ''] of text.matchAll(PLACE)) names.add(name);
    return text;
  });
  return [...names].sort();
}

/** A JSON value with variables in the places of its texts; everything else is as it was. */
export function fill(value: unknown, variables: Variables): unknown {
  return eachText(value, text => text.replace(PLACE, (_, name: string) => variables[name] ?? ''));
}

function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(item => eachText(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eachText(item, change)]));
}

/**
 * The variables of a recipient that a message asks for, and no others.
 * @throws MmsError `bulk/variable`
 */
export function pickVariables(names: readonly string[], given: Variables, path: string): Variables {
  return Object.fromEntries(
    names.map(name => {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value === undefined) {
        throw new MmsError('bulk/variable', `the message asks for {{${name}}}, which is not given`, {
          path: `${path}.variables`,
          hint: 'give every recipient a value, or an empty text',
        });
      }
      return [name, value];
    }),
  );
}
