import { describe, expect, it } from 'vitest';
import { readZip } from '../src/archive/index.ts';
import { MmsError } from '../src/errors.ts';
import { issue } from '../src/issues/index.ts';
import { messageText, printable } from '../src/printable.ts';
import { parseSmil } from '../src/smil/index.ts';
import { random, runs } from './support/property.ts';

/** What moves a cursor, turns a line around, or is not a character at all. */
const HOSTILE = [
  '\u0000',
  '\n',
  '\r',
  '\u001b[31m',
  '\u007f',
  '\u009b',
  '\u200e',
  '\u202e',
  '\u2066',
  '\u2028',
  '\ud800',
];

describe('the message of an error or a finding', () => {
  it.each(HOSTILE)('shows %j as an escape', text => {
    const shown = `a\\u{${text.codePointAt(0)?.toString(16)}}${text.slice(1)}b`;
    const { message, hint } = new MmsError('file/too-large', `a${text}b`, { hint: `a${text}b` });
    expect([message, hint]).toEqual([shown, shown]);
    expect(issue('file/too-large', `a${text}b`, { hint: `a${text}b` })).toMatchObject({
      message: shown,
      hint: shown,
    });
  });

  it('has at most 300 characters', () => {
    expect(messageText('a'.repeat(300))).toBe('a'.repeat(300));
    expect(messageText('a'.repeat(301))).toBe(`${'a'.repeat(299)}…`);
    expect(new MmsError('file/too-large', 'a'.repeat(60_000)).message).toHaveLength(300);
    expect(issue('file/too-large', '\u202e'.repeat(60_000)).message).toHaveLength(300);
  });

  it('has a hint of at most 1,000, since that may list every key', () => {
    const { hint } = new MmsError('file/too-large', 'a', { hint: 'a'.repeat(60_000) });
    expect(hint).toBe(`${'a'.repeat(999)}…`);
    expect(issue('file/too-large', 'a', { hint: 'a'.repeat(60_000) }).hint).toBe(hint);
  });

  it('is cut between characters', () => {
    expect(messageText(`${'a'.repeat(298)}😀😀`)).toBe(`${'a'.repeat(298)}…`);
    expect(messageText(`a${'😀'.repeat(200)}`)).toBe(`a${'😀'.repeat(149)}…`);
  });

  it('is printable and stays as it is when it is made printable again, whatever it was made of', () => {
    const next = random();
    for (let i = 0; i < runs(2000); i++) {
      const units = Array.from({ length: Math.floor(next() * 400) }, () => Math.floor(next() * 0x3000));
      const text = messageText(String.fromCharCode(...units));
      expect(text.length).toBeLessThanOrEqual(300);
      expect(printable(text)).toBe(text);
    }
  });

  it('keeps to that where the input names something', () => {
    const long = `\u202e${'x'.repeat(60_000)}`;
    const found = parseSmil(`<smil><body><par><${'x'.repeat(50_000)}/></par></body></smil>`).issues;
    for (const { message } of found) expect(message.length).toBeLessThanOrEqual(300);
    expect(() => readZip(new TextEncoder().encode(long))).toThrow(/^[\x20-\x7e]{1,300}$/);
  });
});
