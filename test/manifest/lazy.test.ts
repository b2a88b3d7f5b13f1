import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOM = resolve(import.meta.dirname, '../../src/manifest');

it('the YAML package is loaded with the first manifest, not with the room', () => {
  const sources = readdirSync(ROOM).map(name => readFileSync(join(ROOM, name), 'utf8'));
  const imports = sources.flatMap(source => [...source.matchAll(/^import .*from 'yaml'|import\('yaml'\)/gm)]);
  const used = imports.map(([match]) => match).filter(match => !match.startsWith('import type'));
  expect(used.length).toBeGreaterThan(0);
  expect(new Set(used)).toEqual(new Set(["import('yaml')"]));
});
