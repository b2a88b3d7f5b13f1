import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as issues from '../../src/issues/index.ts';

const SRC = resolve(import.meta.dirname, '../../src');

/** The rooms but `text`, which is given the warnings of others. */
const ROOMS = readdirSync(SRC, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !['issues', 'bytes', 'text'].includes(entry.name))
  .map(entry => entry.name);

const TABLES: ReadonlyMap<string, object> = new Map(
  Object.entries(issues).filter((entry): entry is [string, object] => typeof entry[1] === 'object'),
);

function sourcesOf(room: string): string {
  return readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(join(SRC, room, file), 'utf8'))
    .join('\n');
}

/** Codes that a room warns with; the text of a file warns by itself. */
function warnedIn(source: string): string[] {
  const warned = [...source.matchAll(/\.(?:warn|note|reserved)\(\s*'([^']+)'/g)].map(([, code = '']) => code);
  return /\bsourceText\(/.test(source) ? [...warned, 'text/wide', 'text/padding'] : warned;
}

/** The tables of issue codes that a room names, by the codes in them. */
function rowsIn(source: string): Set<string> {
  const named = [...TABLES].filter(([name]) => source.includes(name));
  return new Set(named.flatMap(([, table]) => Object.keys(table)));
}

describe('the rows of what is warned of', () => {
  it.each(ROOMS)('are at hand in %s', room => {
    const source = sourcesOf(room);
    const rows = rowsIn(source);
    expect(warnedIn(source).filter(code => !rows.has(code))).toEqual([]);
  });

  it('are given to every reader that a caller has options for', () => {
    const made = ROOMS.flatMap(room =>
      [...sourcesOf(room).matchAll(/new ByteReader\(\w+, options.*/g)].map(String),
    );
    expect(made.length).toBeGreaterThan(10);
    expect(made.filter(text => !/_ISSUES\)|ISSUE_ROWS\)|true\)/.test(text))).toEqual([]);
  });
});
