import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unexportedTypes } from './public-types.ts';

const DIST = join(import.meta.dirname, '../../dist');

/** Works out the type of a shape; callers name what comes out, such as `Manifest`. */
const COMPUTES = ['TypeOf'];

it('every type in a public declaration can be imported from an entry', { timeout: 300_000 }, () => {
  const entries = readdirSync(join(DIST, 'public')).filter(name => name.endsWith('.d.ts'));
  expect(entries.length).toBeGreaterThan(10);
  const missing = unexportedTypes(
    entries.map(name => join(DIST, 'public', name)),
    DIST,
  );
  expect(missing.filter(({ name }) => !COMPUTES.includes(name))).toEqual([]);
});
