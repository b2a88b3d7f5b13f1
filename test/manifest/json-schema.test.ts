import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkManifest, manifestJsonSchema } from '../../src/manifest/index.ts';
import { manifestShape } from '../../src/manifest/manifest-shape.ts';
import type { Shape } from '../../src/schema/shape.ts';
import { random, runs } from '../support/property.ts';
import { anyJson, damaged, nearly } from './arbitrary.ts';
import { EXAMPLE, UNPACKED } from './example.ts';

const FILE = resolve(import.meta.dirname, '../../schema/message.schema.json');

const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: false });
const validate = ajv.compile(manifestJsonSchema());

/** What the schema cannot say: whether a variable has a value. */
const BEYOND_SCHEMA = new Set(['manifest/unknown-variable', 'manifest/too-large']);

function problems(value: unknown): string[] {
  return checkManifest(value)
    .filter(({ code }) => !BEYOND_SCHEMA.has(code))
    .map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

function expectAgreement(value: unknown): boolean {
  const found = problems(value);
  const valid = validate(value);
  if (valid !== (found.length === 0)) {
    expect.fail(`${JSON.stringify(value)}\n${found.join('\n')}\najv: ${JSON.stringify(validate.errors)}`);
  }
  return valid;
}

/** Every key that JSON can have, with its path. */
function keysOf(shape: Shape, path: string): [string, Shape][] {
  switch (shape.kind) {
    case 'one-of':
      return shape.options.flatMap(option => keysOf(option, path));
    case 'list':
      return keysOf(shape.item, `${path}[]`);
    case 'map':
      return keysOf(shape.value, `${path}.*`);
    case 'object':
      return Object.entries(shape.keys)
        .filter(([, below]) => below.kind !== 'script')
        .flatMap(([key, below]) => [[`${path}.${key}`, below], ...keysOf(below, `${path}.${key}`)]);
    default:
      return [];
  }
}

describe('JSON Schema of the manifest', () => {
  it('is up to date', () => {
    expect(JSON.parse(readFileSync(FILE, 'utf8')), 'run scripts/gen-schema.ts').toEqual(manifestJsonSchema());
  });

  it('is a valid schema of draft 2020-12', () => {
    expect(ajv.validateSchema(manifestJsonSchema())).toBe(true);
  });

  it('describes every key that an author may write', () => {
    const missing = keysOf(manifestShape, '').filter(
      ([, { description = '' }]) => !description.endsWith('.'),
    );
    expect(missing.map(([path]) => path)).toEqual([]);
  });

  it('takes the example and an unpacked message', () => {
    expect(expectAgreement(EXAMPLE)).toBe(true);
    expect(expectAgreement(UNPACKED)).toBe(true);
  });

  it('agrees with the validator on manifests with one thing changed', () => {
    const next = random();
    const replacements = fc.sample(anyJson, { numRuns: 500, seed: 1 });
    let valid = 0;
    for (let i = 0; i < runs(4000); i++) {
      const original = i % 2 === 0 ? EXAMPLE : UNPACKED;
      valid += Number(expectAgreement(damaged(original, next, replacements[i % 500])));
    }
    expect(valid).toBeGreaterThan(runs(200));
  });

  it('agrees with the validator on generated manifests', () => {
    let valid = 0;
    fc.assert(
      fc.property(nearly(manifestShape), value => {
        valid += Number(expectAgreement(value));
      }),
      { numRuns: runs(3000) },
    );
    expect(valid).toBeGreaterThan(runs(20));
  });

  it.each(
    Object.entries(manifestShape.kind === 'object' ? manifestShape.keys : {}).map(([key, shape]) => ({
      key,
      shape,
    })),
  )('agrees with the validator on generated values of $key', ({ key, shape }) => {
    const beside = ['slides', 'attachments', 'parts'].includes(key)
      ? {}
      : key === 'contentType'
        ? { parts: [] }
        : { slides: [] };
    fc.assert(
      fc.property(nearly(shape), value => {
        expectAgreement({ ...beside, [key]: value });
      }),
      { numRuns: runs(150) },
    );
  });
});
