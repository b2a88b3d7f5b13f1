import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES, type IssueCode } from '../../src/issues/index.ts';
import { lint } from '../../src/lint/index.ts';

const FOLDER = resolve(import.meta.dirname, '../vectors/smil');

interface VectorRow {
  readonly file: string;
  readonly rules: readonly IssueCode[];
}

const { documents }: { documents: VectorRow[] } = JSON.parse(
  readFileSync(join(FOLDER, 'manifest.json'), 'utf8'),
);

describe('the 50 sample documents', () => {
  it('are all there', () => {
    expect(documents).toHaveLength(50);
  });

  it.each(documents)('$file raises exactly $rules', ({ file, rules }) => {
    const bytes = readFileSync(join(FOLDER, file));
    for (const input of [bytes, bytes.toString('utf8')]) {
      const issues = lint(input, { file });
      const raised = new Set(issues.map(({ code }) => code));
      expect(
        [...raised].filter(code => ISSUE_CODES[code].severity !== 'info' || rules.includes(code)).sort(),
      ).toEqual([...rules].sort());
      for (const found of issues) {
        expect(found).toMatchObject({ file, line: expect.any(Number), column: expect.any(Number) });
        expect(found.severity).toBe(ISSUE_CODES[found.code].severity);
      }
    }
  });
});
