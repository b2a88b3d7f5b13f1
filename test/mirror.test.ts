import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

const namesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(name =>
    name.replaceAll('\\', '/'),
  );

const sources = namesIn('src').filter(name => name.endsWith('.ts'));
const tests = namesIn('test').filter(name => name.endsWith('.test.ts'));

/** The files of the same room that a test bears the name of, where none of them is its mirror. */
function namesakesOf(test: string): string[] {
  const source = test.replace(/\.test\.ts$/, '.ts');
  if (existsSync(join(ROOT, 'src', source)) || existsSync(join(ROOT, 'src', source.slice(0, -3)))) return [];
  const room = `${source.split('/')[0]}/`;
  return sources.filter(name => name.startsWith(room) && basename(name) === basename(source));
}

it('a test with the name of a source file stands where that file does', () => {
  expect(tests.length).toBeGreaterThan(400);
  expect(tests.filter(test => namesakesOf(test).length > 0)).toEqual([]);
});

it('knows a test that stands elsewhere', () => {
  expect(namesakesOf('lint/habits.test.ts')).toEqual(['lint/rules/habits.ts']);
  expect(namesakesOf('lint/rules/habits.test.ts')).toEqual([]);
});
