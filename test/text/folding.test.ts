import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, unfold } from '../../src/text/index.ts';

const never = () => undefined;
const texts = (lines: Iterable<{ readonly text: string }>) => [...lines].map(line => line.text);

describe('folding', () => {
  it('splits at every kind of line end', () => {
    const linesOf = (text: string) =>
      texts(unfold(text, { keepsWhiteSpace: true, encodingOf: never, maxLines: 6 }));
    expect(linesOf('a\r\nb\nc\rd\n\ne')).toEqual(['a', 'b', 'c', 'd', '', 'e']);
    expect(linesOf('a\r\r\nb\nc\rd\n\ne\r\n')).toEqual(['a', 'b', 'c', 'd', '', 'e']);
    expect(linesOf('a\r\n')).toEqual(['a']);
    expect(linesOf('\n')).toEqual(['']);
    expect(linesOf('')).toEqual([]);
  });

  it('keeps the white space or drops its first character', () => {
    const text = 'NOTE:one\r\n two\r\n\tthree\r\nFN:x';
    expect(texts(unfold(text, { keepsWhiteSpace: true, encodingOf: never, maxLines: 99 }))).toEqual([
      'NOTE:one two\tthree',
      'FN:x',
    ]);
    expect([...unfold(text, { keepsWhiteSpace: false, encodingOf: never, maxLines: 99 })]).toEqual([
      { text: 'NOTE:onetwothree', line: 1 },
      { text: 'FN:x', line: 4 },
    ]);
  });

  it('joins soft breaks of quoted-printable lines only', () => {
    const options = {
      keepsWhiteSpace: true,
      encodingOf: (line: string) => (line.startsWith('Q') ? 'quoted-printable' : undefined),
      maxLines: 99,
    };
    expect(texts(unfold('Q:a=\nb=\n c\nN:a=\nd', options))).toEqual(['Q:ab c', 'N:a=', 'd']);
    expect(texts(unfold('Q:a=\nEND:VCARD', options))).toEqual(['Q:a=', 'END:VCARD']);
  });

  it('has a bound', () => {
    expect(() => [
      ...unfold('a\n'.repeat(100), { keepsWhiteSpace: true, encodingOf: never, maxLines: 99 }),
    ]).toThrow(expect.objectContaining({ code: 'text/too-many-lines' }));
  });

  it('unfolds what it folds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '+', '/'), maxLength: 300 }), text => {
        const folded = fold(text, 20);
        expect(Math.max(...folded.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(20);
        expect(
          texts(unfold(folded, { keepsWhiteSpace: false, encodingOf: never, maxLines: 99 })).join(''),
        ).toBe(text);
      }),
    );
  });
});
