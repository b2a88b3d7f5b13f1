import { MmsError } from '../errors.ts';
import { didYouMean } from '../schema/index.ts';
import type { EmsItem } from './items.ts';

const TYPES: readonly EmsItem['type'][] = [
  'text',
  'format',
  'sound',
  'melody',
  'animation',
  'userAnimation',
  'picture',
  'userPrompt',
  'distribution',
  'element',
  'break',
];

/**
 * Makes sure that a value, perhaps read from JSON, is a list of items as far as its shape goes; the values in it are
 * checked when they are written.
 * @throws MmsError `ems/value` with the path of the item
 */
export function checkEmsItems(value: unknown): asserts value is readonly EmsItem[] {
  if (!Array.isArray(value)) throw bad('a list of items', 'items');
  value.forEach((item, index) => {
    checkItem(item, `items[${index}]`);
  });
}

function checkItem(item: unknown, path: string): void {
  if (typeof item !== 'object' || item === null) throw bad('an item', path);
  const { type, text, rows, frames, format, data, tune } = Object(item) as Readonly<Record<string, unknown>>;
  if (!TYPES.some(known => known === type)) {
    throw bad(`one of ${TYPES.join(', ')}`, `${path}.type`, didYouMean(String(type), TYPES));
  }
  if (type === 'text' && typeof text !== 'string') throw bad('a text', `${path}.text`);
  if (type === 'picture' && !isTexts(rows)) throw bad('rows of # and .', `${path}.rows`);
  if (type === 'userAnimation' && !(Array.isArray(frames) && frames.every(isTexts))) {
    throw bad('frames of rows of # and .', `${path}.frames`);
  }
  if (type === 'element' && !(data instanceof Uint8Array)) throw bad('octets', `${path}.data`);
  if (type === 'text' && format !== undefined && (typeof format !== 'object' || format === null)) {
    throw bad('a format', `${path}.format`);
  }
  if (type === 'melody' && tune !== undefined && typeof tune !== 'object')
    throw bad('a tune', `${path}.tune`);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(text => typeof text === 'string');
}

function bad(expected: string, path: string, hint?: string): MmsError {
  return new MmsError('ems/value', `expected ${expected}`, { path, hint });
}
