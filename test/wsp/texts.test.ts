import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, Carried, fromHex, toHex } from '../../src/bytes/index.ts';
import type { IssueCode } from '../../src/issues/index.ts';
import {
  type Codec,
  encodedStringValue,
  isToken,
  quotedString,
  textString,
  textValue,
  tokenText,
} from '../../src/wsp/index.ts';
import { noValue, parameterText } from '../../src/wsp/texts.ts';
import { itCodes, itReads, itRefuses, itRejects, itTolerates, z } from './codec-rows.ts';

describe('texts', () => {
  itCodes(textString, [
    ['Hi', '486900'],
    ['', '00'],
    ['"a"', z('"a"')],
    [' a', z(' a')],
    ['~', z('~')],
  ]);
  itTolerates(textString, [
    ['Hi', '7f486900', 'wsp/stray-quote', 0],
    ['é', '7fe900', 'wsp/non-ascii-text', 1],
    ['\u0080', '7f8000', 'wsp/non-ascii-text', 1],
    ['é', '7fc3a900', 'wsp/non-ascii-text', 1],
    ['Hi', '4869', 'wsp/missing-terminator', 2],
    ['a\tb', '61096200', 'wsp/text-control', 0],
    ['a\u007fb', '617f6200', 'wsp/text-control', 0],
    ['a \u0080', '612080 00', 'wsp/non-ascii-text', 0],
  ]);
  itRejects(textString, [
    ['85', 'wsp/value-form', 0],
    ['01 61', 'wsp/value-form', 0],
  ]);
  itRefuses(textString, [
    ['a\nb', 'wsp/text-control'],
    ['a\u007fb', 'wsp/text-control'],
    ['\ud83d', 'text/unencodable'],
    ['\n', 'wsp/text-control'],
    [7 as never, 'bytes/value-type'],
  ]);

  it('a refused character is told by its number and place', () => {
    expect(() => textString.encode(new ByteWriter(), 'a\u001bb')).toThrow(
      expect.objectContaining({
        message: 'U+001B at character 2: a text holds no control characters',
        hint: 'remove it, or replace line breaks by blanks',
      }),
    );
  });

  itCodes(tokenText, [
    ['Auto', z('Auto')],
    ["!#$%&'*+-.^_`|~", z("!#$%&'*+-.^_`|~")],
  ]);
  itRefuses(
    tokenText,
    ['', ' ', 'é', '\u007f', ...'()<>@,;:\\"/[]?={}'].map(text => [text, 'wsp/token'] as const),
  );
  itRefuses(tokenText, [[7 as never, 'bytes/value-type']]);
  itTolerates(tokenText, [
    ['a b', z('a b'), 'wsp/token', 0],
    [' a', z(' a'), 'wsp/token', 0],
  ]);
  itRejects(tokenText, [
    ['00', 'wsp/value-form', 0],
    ['1f00', 'wsp/value-form', 0],
    ['8000', 'wsp/value-form', 0],
  ]);
});

describe('a decoded text is written as it was', () => {
  const carried = (...codes: IssueCode[]): Carried =>
    new Carried(codes.map(code => ({ code, severity: 'warning', message: '' })));

  const written = (codec: Codec<string>, text: string, ...codes: IssueCode[]) => {
    const writer = new ByteWriter(undefined, carried(...codes));
    codec.encode(writer, text);
    return [toHex(writer.toBytes()), writer.warnings.map(({ code }) => code)];
  };

  it.each<[Codec<string>, string, string, IssueCode[]]>([
    [textString, '\u0001a', '7f016100', ['wsp/text-control']],
    [textString, '\u007fa', '7f7f6100', ['wsp/text-control']],
    [textString, ' \u0001', '200100', ['wsp/text-control']],
    [textString, ' é', '20c3a900', ['wsp/non-ascii-text']],
    [textString, '~é', '7ec3a900', ['wsp/non-ascii-text']],
    [tokenText, ' a', '206100', ['wsp/token']],
    [tokenText, '\u007fa', '7f6100', ['wsp/token']],
    [quotedString, 'a"', '2261222200', ['wsp/stray-quote']],
    [textValue, 'a b"', '6120622200', []],
    [textValue, 'a b', '2261206200', []],
    [textValue, '"a"', '222261222200', []],
    [textValue, '', '00', []],
  ])('%o: %j', (codec, text, hex, codes) => {
    expect(written(codec, text, ...codes)[0]).toBe(hex);
  });

  it('and told as text outside US-ASCII only where it is', () => {
    expect(written(textString, '\u0001a', 'wsp/text-control')[1]).toEqual(['wsp/text-control']);
    expect(written(textString, 'é')[1]).toEqual(['wsp/non-ascii-text']);
  });

  it.each<[Codec<string>, string, IssueCode]>([
    [textString, 'a\0b', 'wsp/text-control'],
    [textString, '\0a', 'wsp/text-control'],
    [tokenText, '', 'wsp/token'],
    [tokenText, '\u001fa', 'wsp/token'],
    [tokenText, '\u0080a', 'wsp/token'],
  ])('%o: but not %j', (codec, text, code) => {
    expect(() => written(codec, text, code)).toThrow(expect.objectContaining({ code }));
  });

  it('and a text of quotation marks by a caller has no form', () => {
    expect(() => textValue.encode(new ByteWriter(), 'a b"')).toThrow(
      expect.objectContaining({ code: 'wsp/quoted-text' }),
    );
  });
});

it('a refused token has a hint', () => {
  expect(() => tokenText.encode(new ByteWriter(), 'a b')).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('US-ASCII') }),
  );
});

it('a token is a text', () => {
  expect(() => isToken(7 as never)).toThrow(
    expect.objectContaining({ code: 'bytes/value-type', path: 'text' }),
  );
});

describe('quoted texts', () => {
  itCodes(quotedString, [
    ['<a>', '223c613e00'],
    ['', '2200'],
    ['a b', '2261206200'],
  ]);
  itRefuses(quotedString, [
    ['"a', 'wsp/quoted-text'],
    ['a"', 'wsp/quoted-text'],
    ['a\u0000', 'wsp/text-control'],
    [7 as never, 'bytes/value-type'],
  ]);
  itTolerates(quotedString, [
    ['<a>', '223c613e2200', 'wsp/stray-quote', 0],
    ['<a>', '3c613e00', 'wsp/unquoted', 0],
  ]);

  itCodes(textValue, [
    ['', '00'],
    ['a.txt', z('a.txt')],
    ['<a>', '223c613e00'],
    ['a b', '2261206200'],
  ]);
  itReads(textValue, [['<a>', z('<a>')]]);

  itCodes(parameterText, [
    ['<a>', z('<a>')],
    ['a"', z('a"')],
    ['', '00'],
  ]);
  itTolerates(parameterText, [
    ['a', '22612200', 'wsp/stray-quote', 0],
    ['a', '226100', 'wsp/stray-quote', 0],
  ]);
  itRefuses(parameterText, [
    ['"a', 'wsp/quoted-text'],
    [7 as never, 'bytes/value-type'],
  ]);

  it.each([
    [quotedString, '"a', 'begins'],
    [quotedString, 'a"', 'ends'],
    [parameterText, '"a', 'begins'],
  ])('$name: a refusal of %s tells where its quotation mark is', (codec, text, where) => {
    expect(() => codec.encode(new ByteWriter(), text)).toThrow(
      expect.objectContaining({
        message: `a text that ${where} with a quotation mark cannot be written here`,
        hint: 'remove the quotation mark',
      }),
    );
  });

  itCodes(noValue, [['', '00']]);
  itRefuses(noValue, [
    ['a', 'wsp/parameter-value'],
    [7 as never, 'bytes/value-type'],
  ]);
  itRejects(noValue, [['81', 'wsp/value-form', 0]]);
});

describe('texts with charset', () => {
  itCodes(encodedStringValue, [
    ['Hello', '48656c6c6f00'],
    [' a', z(' a')],
    ['', '02ea00'],
    ['Grüße', '09 ea 4772c3bcc39f6500'],
    ['é', '05 ea 7f c3a900'],
    ['☺', '06 ea 7f e298ba00'],
    ['😀', '07 ea 7f f09f988000'],
    ['\ufeffHi', '08 ea 7f efbbbf486900'],
    [`${'x'.repeat(26)}é`, `1e ea ${'78'.repeat(26)}c3a900`],
    [`${'x'.repeat(27)}é`, `1f1f ea ${'78'.repeat(27)}c3a900`],
  ]);
  itReads(encodedStringValue, [
    ['', '00'],
    ['Hi', '04 83 486900'],
    ['é', '04 84 7f e900'],
    ['A', '06 0203f6 410000'],
    ['A', '07 0203f6 41000000'],
    ['☺', '07 0203f7 263a0000'],
    ['☺', '06 0203f7 263a00'],
    ['退', '07 0203f7 90000000'],
    ['', '05 0203f7 0000'],
    ['A', '0b 0203f9 0000004100000000'],
    ['AAAAAAA', `1f23 0203f9 ${'00000041'.repeat(7)}00000000`],
  ]);
  itTolerates(encodedStringValue, [
    ['é', '05 80 7f c3a900', 'wsp/charset-guessed', 3],
    ['Hi\ufffd', '05 ea 4869c300', 'wsp/charset-guessed', 2],
    ['Hi', '03 ea 4869', 'wsp/missing-terminator', 4],
    ['Hi', '06 ea 4869004a00', 'wsp/section-rest', 5],
    ['Hi', '09 ea 486900', 'wsp/length-overrun', 0],
    ['477', '05 04 34373700', 'wsp/charset-guessed', 1],
    ['é', '05 6a 7f c3a900', 'wsp/charset-guessed', 1],
    ['Hi', '03 486900', 'wsp/charset-guessed', 1],
    ['mi', '03 6d6900', 'wsp/charset-guessed', 1],
    ['A', '08 030003f7 00410000', 'wsp/non-minimal', 1],
    ['', '04 ea 004100', 'wsp/section-rest', 3],
    ['\u0080', '03 84 8000', 'wsp/missing-quote', 2],
    ['Hi', '05 ea 7f 486900', 'wsp/stray-quote', 2],
    ['é', '04 ea c3a900', 'wsp/missing-quote', 2],
    ['\u0001a', '04 ea 016100', 'wsp/text-control', 2],
    ['a\0b', '0a 0203f7 00610000006200', 'wsp/text-control', 4],
    ['A', '05 0203f7 0041', 'wsp/missing-terminator', 6],
    ['Ā', '05 0203f7 0100', 'wsp/missing-terminator', 6],
    ['', '03 0203f7', 'wsp/missing-terminator', 4],
    ['', '', 'wsp/missing-terminator', 0],
  ]);
  itRejects(encodedStringValue, [
    ['80', 'wsp/value-form', 0],
    [`1f1f 1e${'41'.repeat(30)}`, 'bytes/value-range', 2],
  ]);

  it('take no number of a charset from behind their end', () => {
    const reader = new ByteReader(fromHex('03030003f7'), {});
    encodedStringValue.decode(reader);
    expect(reader.warnings.map(({ code }) => code)).toContain('wsp/charset-guessed');
    expect(reader.left).toBe(1);
  });
  itRefuses(encodedStringValue, [
    ['é\n', 'wsp/text-control'],
    ['é\ud83d', 'text/unencodable'],
  ]);
});
