import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const INDEX = resolve(import.meta.dirname, '../../src/media/index.ts');

/** Every module that loading `file` loads: static imports, followed through our own files. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s(?!type\s)[^;]*?from '([^']+)';/gm,
  )) {
    if (specifier.startsWith('.')) loadedBy(resolve(dirname(file), specifier), seen);
    else seen.add(specifier);
  }
  return seen;
}

describe('importing the room', () => {
  it('loads no package', () => {
    const loaded = [...loadedBy(INDEX)];
    expect(loaded.length).toBeGreaterThan(10);
    expect(loaded.filter(name => !name.startsWith('/'))).toEqual([]);
  });
});
