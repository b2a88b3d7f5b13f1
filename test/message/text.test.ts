import { describe, expect, it } from 'vitest';
import { statedCharset, statedMibEnum, textOf } from '../../src/message/index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the charset of a part', () => {
  it.each([
    [{ charset: 106 }, 'utf-8', 106],
    [{ charset: 'UTF-8' }, 'utf-8', 106],
    [{ charset: 'ISO-8859-1' }, 'iso-8859-1', 4],
    [{ charset: 9999 }, '9999', 0],
    [{ charset: 'klingon' }, 'klingon', 0],
    [{}, undefined, undefined],
  ])('of %j', (parameters, name, mibEnum) => {
    expect(statedCharset({ parameters })).toBe(name);
    expect(statedMibEnum({ parameters })).toBe(mibEnum);
  });
});

describe('the text of a part', () => {
  it.each([
    ['as stated', { charset: 'iso-8859-1' }, Uint8Array.of(0xfc), 'ü', true],
    ['as its octets show', {}, utf8('grün'), 'grün', true],
    ['without its mark', { charset: 'utf-8' }, utf8('\ufeffHi'), 'Hi', true],
    ['with a mark inside', { charset: 'utf-8' }, utf8('H\ufeffi'), 'H\ufeffi', true],
    ['that does not fit', { charset: 'utf-8' }, Uint8Array.of(0x48, 0xfc), 'H\ufffd', false],
    ['of nothing', {}, new Uint8Array(), '', true],
  ])('%s', (_, parameters, data, text, exact) => {
    expect(textOf({ parameters, data })).toEqual({ text, exact });
  });
});
