import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Files that are loaded only by those who ask for phones or networks: the own entries, and commands. */
const ASKED = /^(?:public[\\/](?:handsets|networks)\.ts|cli[\\/]commands[\\/])/;

it('the tables of phones and networks are loaded by nobody unasked', () => {
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  );
  const importing = sources.filter(name =>
    /^(?:import|export) (?!type\b)[^;]*from '(?:\.\.\/)+(?:handsets|networks)\/index\.ts'/m.test(
      readFileSync(join(SRC, name), 'utf8'),
    ),
  );
  expect(importing.filter(name => !ASKED.test(name))).toEqual([]);
  expect(importing).toContain(join('public', 'handsets.ts'));
});
