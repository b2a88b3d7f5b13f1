import { describe, expect, it } from 'vitest';
import { formatValue } from '../../src/inspect/format-value.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const type = (parameters: object) => ({ type: 'text/plain', parameters });

describe('a value in one line', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['a text', 'Hi\n', '"Hi\\u{a}"'],
    ['a number', 7, '7'],
    ['a list', [1, 'a'], '1, a'],
    ['an object', { count: 1, address: { a: 'b' } }, 'count: 1, address: a: b'],
    ['a bitmap', ['#..', '.#.'], '3x2 pixels'],
    ['a content type', type({ charset: 'utf-8', name: undefined }), 'text/plain; charset=utf-8'],
    ['a content type inside', { part: type({ q: 1 }) }, 'part: text/plain; q=1'],
    ['what has a type but no parameters', { type: 'a', parameters: null }, 'type: a, parameters: null'],
    ['no octets', utf8(''), '0 octets'],
    ['one octet', utf8('a'), '1 octet: "a"'],
    ['octets of a text', utf8('é\t\n'), '4 octets: "é\\u{9}\\u{a}"'],
    ['octets with a control', Uint8Array.of(0x61, 0x01), '2 octets'],
    ['octets with a control of two octets', utf8('a\u0085'), '3 octets'],
    ['octets of no text', Uint8Array.of(0xff, 0xfe, 0xff, 0xfe), '4 octets'],
  ])('is that of %s', (_, value, line) => {
    expect(formatValue(value)).toBe(line);
  });

  it('is cut after 120 characters, however many units they take', () => {
    expect(formatValue('a'.repeat(118))).toBe(`"${'a'.repeat(118)}"`);
    expect(formatValue('a'.repeat(119))).toBe(`"${'a'.repeat(119)}…`);
    expect(formatValue('😀'.repeat(100))).toBe(`"${'😀'.repeat(100)}"`);
    expect(formatValue('😀'.repeat(200))).toBe(`"${'😀'.repeat(119)}…`);
  });

  it('shows a text whose sample ends within a character', () => {
    expect(formatValue(utf8(`${'a'.repeat(479)}éa`))).toBe(`482 octets: "${'a'.repeat(119)}…`);
  });
});
