import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../src/issues/index.ts';
import { LIMITS } from '../src/limits.ts';

const SRC = resolve(import.meta.dirname, '../src');

/** All sources but those tables themselves. */
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.startsWith('issues/') && file !== 'limits.ts')
  .map(file => readFileSync(join(SRC, file), 'utf8'))
  .join('\n');

describe('tables without dead rows', () => {
  it('every issue code is raised somewhere', () => {
    expect(Object.keys(ISSUE_CODES).filter(code => !sources.includes(`'${code}'`))).toEqual([]);
  });

  it('no two rooms define the same code', () => {
    const rows = readdirSync(join(SRC, 'issues')).flatMap(file =>
      [...readFileSync(join(SRC, 'issues', file), 'utf8').matchAll(/^ {2}'([^']+)': \{/gm)].map(
        row => row[1],
      ),
    );
    expect(rows.toSorted()).toEqual(Object.keys(ISSUE_CODES).toSorted());
  });

  it('every limit holds something', () => {
    expect(Object.keys(LIMITS).filter(name => !sources.includes(name))).toEqual([]);
  });
});
