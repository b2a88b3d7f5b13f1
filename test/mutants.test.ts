import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge, survivorsOf } from '../scripts/mutation/survivors.ts';
import { EQUIVALENT_MUTANTS } from './mutants.ts';

const SOURCE = 'const a = 1;\nif (a > 0) {\n  go();\n}\n';
const change = (id: string, line: number, [from, to]: readonly [number, number], replacement: string) => ({
  id,
  fileName: 'src/a.ts',
  replacement,
  location: { start: { line, column: from }, end: { line, column: to } },
});
const CHANGES = [
  change('1', 1, [4, 9], 'true'),
  change('2', 1, [4, 9], 'a >= 0'),
  change('3', 0, [10, 11], '2'),
  change('4', 2, [2, 7], ''),
  { ...change('5', 1, [4, 9], 'false'), status: 'Ignored' },
];

describe('survivors', () => {
  const survivors = survivorsOf(CHANGES, { killed: ['1'], covered: ['1', '2'], atLoad: ['3'] }, () => SOURCE);

  it('are what was tried and not noticed, reached or not; not what ran while modules were loaded', () => {
    expect(survivors.map(({ lineNumber, from, to, isReached }) => [lineNumber, from, to, isReached])).toEqual(
      [
        [2, 'a > 0', 'a >= 0', true],
        [3, 'go();', '', false],
      ],
    );
  });

  it('show the first line of several', () => {
    const block = {
      ...change('6', 1, [11, 1], '{}'),
      location: { start: { line: 1, column: 11 }, end: { line: 3, column: 1 } },
    };
    const [survivor] = survivorsOf([block], { killed: [], covered: ['6'], atLoad: [] }, () => SOURCE);
    expect(survivor).toMatchObject({ line: 'if (a > 0) {', from: '{ …', to: '{}' });
  });

  it('are compared with the rows of the table, both ways', () => {
    const row = { file: 'src/a.ts', line: 'go();', from: 'go();', to: '', reason: 'it is done anyway' };
    expect(judge(survivors, [row]).unlisted.map(({ to }) => to)).toEqual(['a >= 0']);
    expect(judge(survivors, [row]).stale).toEqual([]);
    expect(judge([], [row])).toEqual({ unlisted: [], stale: [row] });
    const any = { file: 'src/a.ts', line: 'go();', reason: 'it is done anyway' };
    expect(judge(survivors, [any]).unlisted.map(({ to }) => to)).toEqual(['a >= 0']);
  });
});

describe.each(Object.entries(EQUIVALENT_MUTANTS))('the rows of %s', (file, rows) => {
  it('stand in the file', () => {
    const lines = readFileSync(join(import.meta.dirname, '..', file), 'utf8').split('\n');
    const trimmed = new Set(lines.map(line => line.trim()));
    expect(rows.filter(({ line }) => !trimmed.has(line))).toEqual([]);
  });

  it('name a change of their line', () => {
    for (const { line, from, to, reason } of rows) {
      expect(line).toContain((from ?? '').replace(/ …$/, ''));
      expect(to).not.toBe(from ?? '');
      expect(reason).not.toBe('');
    }
  });
});
