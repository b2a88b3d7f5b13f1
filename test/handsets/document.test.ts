import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { phonesDocument } from '../../scripts/facts/phones-document.ts';

it('docs/phones-and-networks.md is what the tables say', () => {
  const file = resolve(import.meta.dirname, '../../docs/phones-and-networks.md');
  expect(readFileSync(file, 'utf8'), 'run scripts/gen-phones-docs.ts').toBe(phonesDocument());
});
