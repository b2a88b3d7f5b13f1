import { checkData } from './check-data.ts';
import { checkRules, keyOf } from './check-rules.ts';
import { Spot } from './findings.ts';
import { expectation, jsonType, optionFor, shown } from './json-type.ts';
import type { ListShape, MapShape, NumberShape, ObjectShape, Presence, Shape, TextShape } from './shape.ts';
import { didYouMean } from './suggest.ts';
import { isObject, isPresent, type Values } from './values.ts';

/** Holds a value against a shape and notes every problem. Only own keys count; `undefined` counts as absent. */
export function checkShape(shape: Shape, value: unknown, spot: Spot): void {
  const { kind } = shape;
  const isObjectShape = kind === 'object' || kind === 'map' || kind === 'data';
  if (kind === 'one-of') checkOneOf(shape, shape.options, value, spot);
  else if (kind === 'text' && typeof value === 'string') checkText(shape, value, spot);
  else if (kind === 'number' && typeof value === 'number') checkNumber(shape, value, spot);
  else if (kind === 'list' && Array.isArray(value)) checkList(shape, value, spot);
  else if (isObjectShape && isObject(value)) checkEntries(shape, value, spot);
  else if (kind === 'script' ? !shape.accepts(value) : jsonType(value) !== kind)
    wrongType(shape, value, spot);
}

/** True when a value is of a shape. */
export function fits<T>(shape: Shape<T>, value: unknown): value is T {
  const spot = new Spot();
  checkShape(shape, value, spot);
  return spot.findings.length === 0;
}

function checkOneOf(shape: Shape, options: readonly Shape[], value: unknown, spot: Spot): void {
  const option = optionFor(options, value);
  if (option === undefined) wrongType(shape, value, spot);
  else checkShape(option, value, spot);
}

function wrongType(shape: Shape, value: unknown, spot: Spot): void {
  const message = `expected ${expectation(shape)}, found ${shown(value)}`;
  spot.report('type', message, {
    hint: spot.depth === 0 ? undefined : typeHint(shape, value),
  });
}

function typeHint(shape: Shape, value: unknown): string | undefined {
  const takes = (example: unknown): boolean => optionFor([shape], example) !== undefined;
  if (value === null || value === undefined) return 'leave the key out, or give it a value';
  if (takes('') && (typeof value === 'number' || typeof value === 'boolean')) return 'put it in quotes';
  if (ArrayBuffer.isView(value) && takes({})) return 'write { data, name }';
  return takes([]) ? 'write a list: [ … ]' : undefined;
}

function checkText(shape: TextShape, value: string, spot: Spot): void {
  const { words, pattern } = shape;
  const isFree = words === undefined && pattern === undefined;
  if (isFree || words?.includes(value) === true || pattern?.test(value) === true) return;
  const message = `expected ${expectation(shape)}, found ${shown(value)}`;
  spot.report('value', message, { hint: didYouMean(value, words ?? []) });
}

function checkNumber(shape: NumberShape, value: number, spot: Spot): void {
  const isInRange = value >= shape.min && value <= shape.max;
  if (isInRange && (!shape.isInteger || Number.isInteger(value))) return;
  spot.report('value', `expected ${expectation(shape)}, found ${value}`);
}

function checkList({ item }: ListShape, value: readonly unknown[], spot: Spot): void {
  for (const [index, one] of value.entries()) checkShape(item, one, spot.below(index));
}

function checkEntries(
  shape: Extract<Shape, { readonly kind: 'object' | 'map' | 'data' }>,
  value: Values,
  spot: Spot,
): void {
  if (shape.kind === 'object') checkObject(shape, value, spot);
  else if (shape.kind === 'map') checkMap(shape, value, spot);
  else checkData(value, spot);
}

function checkObject(shape: ObjectShape, value: Values, spot: Spot): void {
  for (const key of Object.keys(value)) {
    if (!isPresent(value, key)) continue;
    const known = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    if (known !== undefined) checkShape(known, value[key], spot.below(key));
    else if (!shape.isOpen) unknownKey(shape, key, spot.below(key));
  }
  for (const key of shape.required) {
    if (!isPresent(value, key)) spot.below(key).report('missing', `${key} is missing`);
  }
  checkRules(shape.rules, value, spot, holds);
}

function holds(presence: Presence, values: Values): boolean {
  const key = keyOf(presence);
  if (!isPresent(values, key)) return false;
  return typeof presence === 'string' || fits(presence.as, values[key]);
}

function unknownKey(shape: ObjectShape, key: string, spot: Spot): void {
  const all = `the keys are ${Object.keys(shape.keys).join(', ')}`;
  const below = keyBelow(shape, key);
  const hint = below === undefined ? didYouMean(key, Object.keys(shape.keys), all) : `did you mean ${below}?`;
  spot.report('unknown-key', `there is no key ${shown(key)} here`, { isKey: true, hint });
}

/** The same key in an object below: `headers.cc` for `cc`. */
function keyBelow(shape: ObjectShape, key: string): string | undefined {
  for (const [outer, below] of Object.entries(shape.keys)) {
    if (below.kind === 'object' && Object.hasOwn(below.keys, key)) return `${outer}.${key}`;
  }
  return undefined;
}

function checkMap(shape: MapShape, value: Values, spot: Spot): void {
  const keys = Object.keys(value).filter(key => isPresent(value, key));
  if (keys.length < shape.minKeys) {
    spot.report('value', `expected at least ${shape.minKeys} entries, found ${keys.length}`);
  }
  for (const key of keys) {
    if (fits(shape.key, key)) checkShape(shape.value, value[key], spot.below(key));
    else badName(shape.key, key, spot.below(key));
  }
}

function badName(shape: TextShape, key: string, spot: Spot): void {
  const message = `expected ${expectation(shape)}, found the key ${shown(key)}`;
  const hint = didYouMean(key, shape.words ?? []);
  spot.report('unknown-key', message, { isKey: true, hint });
}
