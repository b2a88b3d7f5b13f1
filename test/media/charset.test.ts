import { describe, expect, it } from 'vitest';
import { detectCharset } from '../../src/media/index.ts';
import { latin1, utf8, utf16le } from './samples.ts';

describe('detectCharset', () => {
  it.each([
    [utf8('plain'), 'us-ascii', 0],
    [new Uint8Array(), 'us-ascii', 0],
    [utf8('naïve Привет'), 'utf-8', 0],
    [utf8('\ufeffmarked'), 'utf-8', 3],
    [utf16le('marked'), 'utf-16', 2],
    [latin1('\xfe\xff\0a'), 'utf-16', 2],
  ] as const)('is sure, case %#', (data, charset, bomLength) => {
    expect(detectCharset(data)).toEqual({ charset, bomLength, issues: [] });
  });

  it.each([
    [latin1('na\xefve'), 'iso-8859-1', 'text/charset-guessed'],
    [latin1('cut \xe2\x82'), 'iso-8859-1', 'text/charset-guessed'],
    [utf16le('Hello', false), 'utf-16le', 'text/utf16-without-bom'],
    [latin1('\0H\0i'), 'utf-16be', 'text/utf16-without-bom'],
  ] as const)('says what it guessed, case %#', (data, charset, code) => {
    expect(detectCharset(data)).toMatchObject({
      charset,
      bomLength: 0,
      issues: [{ code, severity: 'warning' }],
    });
  });
});
