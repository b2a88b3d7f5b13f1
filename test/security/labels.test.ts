import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const TESTS = resolve(import.meta.dirname, '..');

/** How many promises each kind has. */
const PROMISES = { P: 9, Z: 8, X: 6, I: 5, J: 7, R: 6, S: 5 } as const;

/** The labels of titles, which begin as `P1: …`, in the order of their numbers. */
function labelsOfTitles(): string[] {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  );
  const labels = files.flatMap(file =>
    [...readFileSync(join(TESTS, file), 'utf8').matchAll(/['`]([PZXIJRS]\d+): /g)].map(([, label]) => label),
  );
  return [...new Set(labels.map(String))].sort();
}

it('every promise of SECURITY.md has a test that names it, and no test names another', () => {
  const promised = Object.entries(PROMISES).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, i) => `${kind}${i + 1}`),
  );
  expect(labelsOfTitles()).toEqual(promised.sort());
});
