import { describe, expect, it } from 'vitest';
import { MOST_IN_FORM } from '../../../../src/submit/form/bounds.ts';
import { text } from '../../../../src/submit/form/values/text.ts';
import { reported } from '../reports.ts';

const PROMPT = text({ maxLength: 6, maxUnicodeLength: 3 });
const WORD = text({ pattern: /^[a-z]+$/, expected: 'letters' });
const SECRET = text({ pattern: /^[a-z]+$/, expected: 'letters', secret: true });

describe('a text in a form', () => {
  it.each([
    [text(), 'x', []],
    [text({ lines: true }), 'a\r\n\tb', []],
    [PROMPT, 'abcdé€', []],
    [PROMPT, 'яяя', []],
    [PROMPT, 'яяяя', ['submit/long-unicode-text']],
    [WORD, 'abc', []],
  ])('%#: is as it is', (codec, value, expected) => {
    const { report, codes } = reported();
    expect(codec.encode(value, report)).toBe(value);
    expect(codes).toEqual(expected);
  });

  it.each([
    [text(), 5, ['submit/type']],
    [text(), '', ['submit/value']],
    [text(), 'x'.repeat(MOST_IN_FORM.textUnits + 1), ['submit/too-long']],
    [text(), '\nx', ['submit/character']],
    [text(), 'x\n', ['submit/character']],
    [text(), '\ud800x', ['submit/character']],
    [text(), 'x\udc00', ['submit/character']],
    [text(), '\ud800\n', ['submit/character', 'submit/character']],
    [text({ lines: true }), 'a\0', ['submit/character']],
    [text({ lines: true }), '\0a', ['submit/character']],
    [PROMPT, 'abcdefg', ['submit/too-long']],
    [WORD, 'ab1', ['submit/value']],
    [SECRET, 'ab1', ['submit/value']],
  ])('%#: is refused', (codec, value, expected) => {
    const { report, codes } = reported();
    expect(codec.encode(value, report)).toBeUndefined();
    expect(codes).toEqual(expected);
  });

  it.each([
    [text(), '', 'leave it out'],
    [PROMPT, 'яяяя', '3 of them fit for sure'],
  ])('%#: has a hint', (codec, value, hint) => {
    const { report, hints } = reported();
    codec.encode(value, report);
    expect(hints).toEqual([hint]);
  });

  it('is read as it is', () => {
    expect(text().decode('x y', reported().report)).toBe('x y');
  });

  it('is shown where it is wrong, unless it is secret', () => {
    const { report, messages } = reported();
    WORD.encode('ab1', report);
    SECRET.encode('ab1', report);
    expect(messages).toEqual(['expected letters, found "ab1"', 'expected letters, found others']);
  });

  it('tells at which character something is wrong', () => {
    const { report, messages } = reported();
    text().encode('ab\n', report);
    text().encode('ab\ud800', report);
    expect(messages).toEqual([expect.stringMatching(/character 3$/), expect.stringMatching(/character 3$/)]);
  });
});
