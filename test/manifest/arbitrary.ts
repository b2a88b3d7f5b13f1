import fc from 'fast-check';
import type { Shape } from '../../src/schema/shape.ts';

/** Texts that the patterns of the manifest take, and texts beside them. */
const TEXTS = [
  '',
  ' ',
  'a',
  'a.jpg',
  'show/a.SMIL',
  'a.smi',
  'auto',
  'verbatim',
  '5s',
  '0s',
  '0.0s',
  '1.5s',
  '5 s',
  '5000ms',
  '0ms',
  '1234567s',
  '100kB',
  '0kB',
  '1.5MB',
  '512B',
  '0.5B',
  '100 kB',
  'image/jpeg',
  'image/',
  'a/b/c',
  'image/jpeg; a=b',
  '#fff',
  '#ffff',
  '#FFFFFF',
  '00ff',
  '00f',
  '0g',
  '2004-05-23',
  '2004-05-23T14:14:58Z',
  '2004-5-23',
  '1.2',
  '8.0',
  '1.15',
  '+447700900123',
  'default',
  'a b',
  '..',
  '-x',
  '_x',
  'x-Token',
  'ref/unreferenced',
  'off',
  'error',
  '[target].mms',
  'nul\0',
  'ä',
  '😀',
  '{ {a} }',
  'utf-8',
  'image-rich',
  'high',
  'yes',
  'send-req',
  'constructor',
];

const anyText = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const anyNumber = fc.oneof(
  fc.constantFrom(0, 1, 2, 127, 128, 255, 256, 257, 1.5, -1, 1e9, 2 ** 53 - 1, 2 ** 53, 1e300),
  fc.integer({ min: -10, max: 20_000 }),
);

/** Any JSON, small. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 2 },
    anyText,
    anyNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(anyText, tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** Values that fit a shape or nearly do: patterns and rules may still refuse them, and one value in twenty is any JSON. */
export function nearly(shape: Shape, depth = 0): fc.Arbitrary<unknown> {
  if (shape.kind === 'script') return anyText;
  return fc.oneof({ weight: 19, arbitrary: fitting(shape, depth) }, { weight: 1, arbitrary: anyJson });
}

function fitting(shape: Exclude<Shape, { readonly kind: 'script' }>, depth: number): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'text':
      return shape.words === undefined ? anyText : fc.oneof(fc.constantFrom(...shape.words), anyText);
    case 'number':
      return fc.oneof(
        fc.integer({ min: Math.max(shape.min, -1000), max: Math.min(shape.max, 1000) }),
        anyNumber,
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'list':
      return fc.array(nearly(shape.item, depth + 1), { maxLength: depth === 0 ? 3 : 2 });
    case 'object':
      return someKeys(shape.keys, shape.required, depth);
    case 'map':
      return fc.dictionary(
        shape.key.words === undefined ? anyText : fc.constantFrom(...shape.key.words),
        nearly(shape.value, depth + 1),
        { maxKeys: 3 },
      );
    case 'one-of':
      return fc.oneof(
        ...shape.options.filter(({ kind }) => kind !== 'script').map(option => nearly(option, depth)),
      );
    case 'data':
      return fc.dictionary(anyText, anyJson, { maxKeys: 3 });
  }
}

/** The required keys, some of the others, and at times a key that is none. */
function someKeys(
  keys: Readonly<Record<string, Shape>>,
  required: readonly string[],
  depth: number,
): fc.Arbitrary<unknown> {
  const names = Object.keys(keys);
  const some = fc.subarray(names, { maxLength: Math.min(names.length, depth === 0 ? 6 : 3) });
  return some.chain(chosen => {
    const entries = [...new Set([...required, ...chosen])].map((key): [string, fc.Arbitrary<unknown>] => {
      const shape = keys[key];
      return [key, shape === undefined ? anyJson : nearly(shape, depth + 1)];
    });
    const known = fc.record(Object.fromEntries(entries));
    const stranger = fc.tuple(anyText, anyJson).map(([key, value]) => ({ [key]: value }));
    return fc.oneof(
      { weight: 24, arbitrary: known },
      { weight: 1, arbitrary: fc.tuple(known, stranger).map(([a, b]) => ({ ...b, ...a })) },
    );
  });
}

/** The same JSON value with one thing in it changed: a value replaced, a key renamed, removed or doubled. */
export function damaged(value: unknown, next: () => number, replacement: unknown): unknown {
  const places: { parent: Record<string, unknown>; key: string }[] = [];
  const root = structuredClone({ value });
  collect(root, places);
  const place = places[Math.floor(next() * places.length)];
  if (place === undefined) return replacement;
  const { parent, key } = place;
  const kind = Math.floor(next() * 4);
  if (kind === 0 || parent === root) parent[key] = replacement;
  else if (kind === 1) delete parent[key];
  else if (kind === 2) parent[`${key}x`] = parent[key];
  else {
    const copy = { value: parent[key], writable: true, enumerable: true, configurable: true };
    // Defined, not set: it may be a name that every object has.
    Object.defineProperty(parent, TEXTS[Math.floor(next() * TEXTS.length)] ?? 'a', copy);
  }
  return Array.isArray(root.value) ? [...root.value].filter(item => item !== undefined) : root.value;
}

function collect(value: unknown, places: { parent: Record<string, unknown>; key: string }[]): void {
  if (typeof value !== 'object' || value === null) return;
  const parent = value as Record<string, unknown>;
  for (const key of Object.keys(parent)) {
    if (!Array.isArray(value)) places.push({ parent, key });
    collect(parent[key], places);
  }
}
