import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOM = resolve(import.meta.dirname, '../../src/manifest');

it('the YAML package is loaded with the first manifest, not with the room', () => {
  const sources = readdirSync(ROOM).map(name => readFileSync(join(ROOM, name), 'utf8'));
  const used = sources.flatMap(source => [
    ...source.matchAll(
      /^(?:import|export) (?!type ).*from '(?:yaml|\.\/yaml-package\.ts)'|import\('\.\/yaml-.*'\)/gm,
    ),
  ]);
  const [owner = '', loader, ...others] = used.map(([match]) => match).toSorted();
  expect(owner).toMatch(/^export \{.*\} from 'yaml'$/);
  expect(loader).toBe("import('./yaml-package.ts')");
  expect(others.filter(other => other !== loader)).toEqual([]);
});
