import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Presentation } from '../../src/presentation/index.ts';

const ROOM = resolve(import.meta.dirname, '../../src/presentation');

/** What each step may call of the others; types aside. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  read: [],
  assemble: [],
  write: [],
  adapt: ['write'],
};

/** Steps whose values a file imports. */
function called(file: string): string[] {
  const source = readFileSync(join(ROOM, file), 'utf8');
  const imports = source.matchAll(/^(?:import|export) (?!type )\{([^}]*)\} from '\.\.\/(\w+)\//gm);
  return [...imports].flatMap(([, names = '', step = '']) =>
    names.split(',').every(name => name.trim() === '' || name.trim().startsWith('type ')) ? [] : [step],
  );
}

describe('the way of a message', () => {
  it.each(Object.entries(STEPS))('%s calls no step before or behind it', (step, allowed) => {
    const files = readdirSync(join(ROOM, step)).map(name => `${step}/${name}`);
    expect(files.length).toBeGreaterThan(2);
    expect(files.flatMap(called).filter(other => !allowed.includes(other))).toEqual([]);
  });
});

describe('a manifest with a budget', () => {
  const made = (manifest: object) =>
    Presentation.fromManifest({ slides: [{ text: 'Hello '.repeat(100) }], ...manifest });

  it('is fitted to it, unless it says no', async () => {
    await expect(made({ budget: { bytes: 900, reserve: 100 } })).rejects.toThrow('100 of them kept free');
    expect((await made({ budget: { bytes: 500 }, adapt: false })).slides).toHaveLength(1);
    expect((await made({ budget: { bytes: 5000 } })).slides).toHaveLength(1);
  });
});
