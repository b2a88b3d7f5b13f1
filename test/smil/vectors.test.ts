import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMmsError } from '../../src/errors.ts';
import type { Issue } from '../../src/issues/index.ts';
import { completeSmil, formatSmil, parseSmil, SMIL_RULES } from '../../src/smil/index.ts';

const FOLDER = resolve(import.meta.dirname, '../vectors/smil');

interface VectorRow {
  readonly file: string;
  readonly verdict: 'valid' | 'invalid';
  readonly rules: readonly string[];
  readonly expect?: { readonly slides: number; readonly totalMs: number };
}

const { documents }: { documents: VectorRow[] } = JSON.parse(
  readFileSync(join(FOLDER, 'manifest.json'), 'utf8'),
);
const valid = documents.filter(({ verdict }) => verdict === 'valid');
const invalid = documents.filter(({ verdict }) => verdict === 'invalid');
const bytesOf = ({ file }: VectorRow): Uint8Array => readFileSync(join(FOLDER, file));

const MENDED: ReadonlySet<string> = new Set(
  SMIL_RULES.filter(({ mended }) => mended).map(({ code }) => code),
);

/** Findings of a document whether it is read or refused. */
function issuesOf(bytes: Uint8Array): readonly Issue[] {
  try {
    return parseSmil(bytes, { recover: true }).issues;
  } catch (error) {
    if (isMmsError(error)) return error.details?.issues ?? [];
    throw error;
  }
}

describe('the sample documents', () => {
  it('are all there', () => {
    expect([valid.length, invalid.length]).toEqual([13, 37]);
  });

  it.each(documents)('$file raises exactly $rules', row => {
    const issues = issuesOf(bytesOf(row));
    const raised = new Set(issues.filter(({ severity }) => severity !== 'info').map(({ code }) => code));
    for (const rule of row.rules) expect(issues.map(({ code }) => code as string)).toContain(rule);
    expect([...raised].filter(code => !row.rules.includes(code))).toEqual([]);
    for (const { line, column } of issues) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
    }
  });

  it.each(valid)('$file is read and rewritten strict', row => {
    const { smil } = parseSmil(bytesOf(row));
    const rewritten = formatSmil(completeSmil(smil));
    const again = parseSmil(rewritten, { strict: true });
    expect(again.issues).toEqual([]);
    expect(again.smil.slides).toHaveLength(row.expect?.slides ?? 0);
    const totalMs = again.smil.slides.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0);
    expect(totalMs).toBe(row.expect?.totalMs);
    expect(again.smil.slides.flatMap(({ media }) => media.map(({ src }) => src))).toEqual(
      smil.slides.flatMap(({ media }) => media.map(({ src }) => src)),
    );
    expect(formatSmil(completeSmil(again.smil))).toBe(rewritten);
  });

  it.each(invalid)('$file is refused by strict reading with one of its rules', row => {
    expect(() => parseSmil(bytesOf(row), { strict: true })).toThrow(
      expect.objectContaining({ code: expect.stringMatching(row.rules.join('|')) }),
    );
  });

  it.each(invalid)('$file is mended, or a rule that cannot be mended is named', row => {
    const left = row.rules.filter(code => !MENDED.has(code));
    let text: string;
    try {
      text = formatSmil(completeSmil(parseSmil(bytesOf(row), { recover: true }).smil));
    } catch (error) {
      if (!isMmsError(error)) throw error;
      expect(left).not.toEqual([]);
      expect([...left, 'slide/none']).toContain(error.code);
      return;
    }
    const codes = parseSmil(text).issues.map(({ code }) => code as string);
    // the medium without src is gone, so the slide is empty
    expect([...left, 'slide/empty']).toEqual(expect.arrayContaining(codes));
  });
});
