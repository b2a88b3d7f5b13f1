import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCharset, decodeQuotedPrintable, encodeQuotedPrintable } from '../../src/text/index.ts';
import { describeWithOracle } from '../support/oracle.ts';
import { runs, SEED } from '../support/property.ts';

const UTF_8 = 106;
const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const anyText = fc.oneof(
  text,
  fc.string({ unit: fc.constantFrom(' ', '=', ':', 'é', '\r\n', 'a', '音'), maxLength: 200 }),
);

describe('quoted-printable', () => {
  it('round-trips in lines of at most 75 characters', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 80 }), (value, column) => {
        const encoded = encodeQuotedPrintable(value, column);
        const lines = encoded.split('\r\n');
        lines.forEach((line, i) => {
          const limit = i === 0 ? Math.max(1, 75 - column) : 75;
          expect(line.length).toBeLessThanOrEqual(limit);
          expect(line).toMatch(/^[!-9;-~ ]*$/);
          expect(line).not.toMatch(/^ | $/);
          expect(line.endsWith('=')).toBe(i < lines.length - 1);
        });
        const { bytes, exact } = decodeQuotedPrintable(encoded);
        expect(exact).toBe(true);
        expect(decodeCharset(bytes, UTF_8).text).toBe(value);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('divides no character', () => {
    const lines = encodeQuotedPrintable('音'.repeat(30)).split('=\r\n');
    expect(lines.length).toBe(4);
    for (const line of lines) expect(line.replaceAll('=E9=9F=B3', '')).toBe('');
  });

  it.each([
    ['a=3Db', 'a=b', true],
    ['a=3db', 'a=b', true],
    ['so=\r\nft', 'soft', true],
    ['so=\nft=\r!', 'soft!', true],
    ['a=b', 'a=b', false],
    ['a=', 'a=', false],
    ['a=4', 'a=4', false],
    ['caf\u00e9', 'caf\u00e9', true],
  ])('reads %j as %j', (encoded, decoded, exact) => {
    const result = decodeQuotedPrintable(encoded);
    expect(decodeCharset(result.bytes, UTF_8).text).toBe(decoded);
    expect(result.exact).toBe(exact);
  });
});

describeWithOracle(['python3'], 'quoted-printable and the quopri module of Python', () => {
  it('is decoded alike', () => {
    const values = fc.sample(anyText, { numRuns: 200, seed: SEED });
    const encoded = values.map(value => encodeQuotedPrintable(value));
    const script =
      'import sys,json,quopri\nfor t in json.load(sys.stdin): print(quopri.decodestring(t.encode()).hex())';
    const answer = spawnSync('python3', ['-c', script], { input: JSON.stringify(encoded) });
    expect(answer.stderr.toString()).toBe('');
    const decoded = answer.stdout.toString().split('\n').slice(0, -1);
    expect(decoded).toEqual(values.map(value => Buffer.from(value, 'utf8').toString('hex')));
  });
});
