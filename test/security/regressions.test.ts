import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { outcomeOf } from '../fuzz/fuzz.ts';
import { TARGETS } from '../fuzz/targets.ts';

/** An input that once led to a fault of ours, and a line about the fault. */
interface Found {
  readonly target: string;
  readonly hex: string;
  readonly line: string;
}

const FOUND: readonly Found[] = JSON.parse(
  readFileSync(new URL('../regressions/found.json', import.meta.url), 'utf8'),
);

describe('an input that once led to a fault', () => {
  it.each(FOUND)('$target: $line', async ({ target: name, hex }) => {
    const target = TARGETS.find(one => one.name === name);
    if (target === undefined) throw new Error(`no target is called ${name}`);
    expect((await outcomeOf(target, fromHex(hex))).finding).toBeUndefined();
  });
});
