import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const KEYS = [...readFileSync(join(ROOT, 'docs/SOURCES.md'), 'utf8').matchAll(/^\| ([^|]+?) \| [^|]+ \|$/gm)]
  .map(([, key = '']) => key)
  .filter(key => key !== 'key');

/** What stands in the place of a document in a comment, whether we know it or not. */
const CITED = /\b(?:RFC \d+|WAP-\d+|OMA-[A-Za-z]+(?:-[A-Za-z]+)*|3GPP TS \d\d\.\d{3})/g;

const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name, text: readFileSync(join(ROOT, 'src', name), 'utf8') }));

const isKnown = (clause: string): boolean => KEYS.some(key => clause === key || clause.startsWith(`${key} `));

describe('docs/SOURCES.md', () => {
  it('has a key only once', () => {
    expect(KEYS.length).toBeGreaterThan(40);
    expect(new Set(KEYS).size).toBe(KEYS.length);
  });

  it('has the document of every clause', () => {
    const clauses = SOURCES.flatMap(({ name, text }) =>
      [...text.matchAll(/\b(?:clause: |CLAUSE = )'([^']+)'/g)].flatMap(([, clauses = '']) =>
        clauses.split('; ').map(clause => ({ name, clause })),
      ),
    );
    expect(clauses.length).toBeGreaterThan(200);
    expect(clauses.filter(({ clause }) => !isKnown(clause))).toEqual([]);
  });

  it('has every document that is cited', () => {
    const cited = SOURCES.flatMap(({ name, text }) =>
      [...text.matchAll(CITED)].map(([document]) => ({ name, document: document.replace('3GPP TS ', '') })),
    );
    expect(cited.length).toBeGreaterThan(200);
    expect(cited.filter(({ document }) => !KEYS.includes(document))).toEqual([]);
  });

  it('has no document that nothing cites', () => {
    const everything = SOURCES.map(({ text }) => text).join('\n');
    const idle = KEYS.filter(key => !everything.includes(key));
    expect(idle).toEqual([]);
  });
});
