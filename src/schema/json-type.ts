import { printable } from '../text/index.ts';
import type { Shape } from './shape.ts';

/** The types of JSON, and what only a script has. */
export type JsonType = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object' | 'other';

/** The type of a value; dates and octets are `other`. */
export function jsonType(value: unknown): JsonType {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
      if (Array.isArray(value)) return 'list';
      return value instanceof Date || ArrayBuffer.isView(value) ? 'other' : 'object';
    default:
      return 'other';
  }
}

/** The type of JSON that a shape takes; several shapes are told apart by it. */
function typeOfShape(shape: Exclude<Shape, { readonly kind: 'one-of' }>): JsonType {
  switch (shape.kind) {
    case 'map':
    case 'data':
      return 'object';
    case 'script':
      return 'other';
    default:
      return shape.kind;
  }
}

/** The shape among those of a one-of that is for values of this type; `undefined` when there is none. */
export function optionFor(options: readonly Shape[], value: unknown): Shape | undefined {
  const type = jsonType(value);
  return options.find(option => {
    if (option.kind === 'one-of') return optionFor(option.options, value) !== undefined;
    if (option.kind === 'script') return option.accepts(value);
    return typeOfShape(option) === type;
  });
}

const TYPE_NAMES: Readonly<Record<JsonType, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
  list: 'a list',
  object: 'an object',
  other: 'another value',
};

/** What a shape expects, for messages. */
export function expectation(shape: Shape): string {
  if (shape.called !== undefined) return shape.called;
  switch (shape.kind) {
    case 'one-of':
      return [...new Set(shape.options.map(expectation))].join(' or ');
    case 'text':
      return shape.words === undefined ? TYPE_NAMES.text : `one of ${shape.words.join(', ')}`;
    case 'number':
      return numberRange(shape.min, shape.max, shape.isInteger);
    default:
      return TYPE_NAMES[typeOfShape(shape)];
  }
}

function numberRange(min: number, max: number, isInteger: boolean): string {
  const what = isInteger ? 'a whole number' : 'a number';
  return max === Number.MAX_SAFE_INTEGER ? `${what} from ${min} on` : `${what} from ${min} to ${max}`;
}

const SHOWN_LENGTH = 40;

/** A value in a message, cut and without control characters. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const cut = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
    return JSON.stringify(printable(cut));
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return 'a date';
  if (ArrayBuffer.isView(value)) return 'octets';
  return value === undefined ? 'nothing' : TYPE_NAMES[jsonType(value)];
}
