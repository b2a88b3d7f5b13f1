import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, Carried, fromHex, type ReadTrace, toHex } from '../../src/bytes/index.ts';
import type { IssueCode } from '../../src/issues/index.ts';
import { decodeParameters, encodeParameters, type Parameters, QuickReader } from '../../src/wsp/index.ts';
import { readParametersQuickly } from '../../src/wsp/parameters.ts';
import { unwatched } from '../support/trace.ts';
import { z } from './codec-rows.ts';

const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));

function written(parameters: unknown, carried?: Carried, unknown: unknown = []): string {
  const writer = new ByteWriter(undefined, carried);
  encodeParameters(writer, parameters as Parameters, unknown as []);
  return toHex(writer.toBytes());
}

describe('parameters are refused', () => {
  it.each<[string, unknown, IssueCode]>([
    ['that are none', 'a=b', 'bytes/value-type'],
    ['of a value that is none', { 'x-a': true }, 'bytes/value-type'],
    ['of a typed value that is none', { name: true }, 'bytes/value-type'],
    ['of a name that is no token', { 'a b': 'c' }, 'wsp/token'],
  ])('%s', (_why, parameters, code) => {
    expect(() => written(parameters)).toThrow(expect.objectContaining({ name: 'MmsError', code }));
  });

  it('with a hint where their name is no token', () => {
    expect(() => written({ 'a b': 'c' })).toThrow(
      expect.objectContaining({ message: '"a b" is not a parameter name', hint: 'use a token' }),
    );
  });

  it('with what a value may be', () => {
    expect(() => written({ 'x-a': true })).toThrow('a text, a number or a date');
  });

  it('with their place among the unknown ones', () => {
    const writer = new ByteWriter();
    try {
      encodeParameters(writer, {}, [{ code: 0x50, raw: octets('02') }]);
      expect.unreachable();
    } catch (error) {
      expect(writer.located(error as never)).toMatchObject({ path: 'unknownParameters[0]' });
    }
  });
});

describe('parameters are written', () => {
  it.each([
    ['by their number in any case of the name', { Name: 'a' }, '856100'],
    ['without those that are undefined', { name: undefined, charset: 'utf-8' }, '81ea'],
    ['with digits as a number', { 'x-a': '7' }, `${z('x-a')}87`],
    ['by their name where their number holds no number', { name: 7 }, `${z('name')}87`],
    ['as a text by the number of a text', { type: 'a/b' }, `89${z('a/b')}`],
  ])('%s', (_how, parameters, hex) => {
    expect(written(parameters)).toBe(hex);
  });

  it.each([
    ['with digits as a text', { 'x-a': '7' }, `${z('x-a')}${z('7')}`],
    ['by their number with a text that is no token', { level: 'a b' }, `82${z('a b')}`],
    ['by their name where a number is too large for it', { padding: 300 }, `${z('padding')}02012c`],
  ])('as they were read, %s', (_how, parameters, hex) => {
    expect(written(parameters, new Carried([]))).toBe(hex);
  });
});

describe('parameters are read', () => {
  const read = (hex: string) => {
    const reader = new ByteReader(octets(hex), {});
    return { ...decodeParameters(reader), warnings: reader.warnings, left: reader.left };
  };

  it.each([
    ['of the number 0 in a Long-integer', '0100 33', { parameters: { q: 0.5 } }],
    [
      'kept raw at the end without their 00',
      'd0 61',
      { unknownParameters: [{ code: 0x50, raw: octets('6100') }] },
    ],
    [
      'kept raw where their value is none',
      '88 61',
      { unknownParameters: [{ code: 8, raw: octets('6100') }] },
    ],
    ['of a date that is a text', `${z('creation-date')}${z('a')}`, { parameters: { 'creation-date': 'a' } }],
    ['without a rest that is none', '8561 00 7f', { parameters: { name: 'a' }, left: 0 }],
    ['without a rest that begins with no token', `8561 00 ${z(' a')} 1f`, { left: 0 }],
    ['of a name that begins with a blank', `${z(' a')} 85`, { parameters: { ' a': 5 } }],
    [
      'of a date that is a text of digits',
      `${z('creation-date')}${z('5')}`,
      { parameters: { 'creation-date': '5' } },
    ],
  ])('%s', (_how, hex, expected) => {
    expect(read(hex)).toMatchObject(expected);
  });

  it('with what is wrong with one', () => {
    expect(read('88 61').warnings[0]).toMatchObject({
      code: 'wsp/value-kept-raw',
      message: 'padding: expected Short-integer, found the octet 61',
      offset: 1,
    });
  });

  it.each(['1f', '7f'])('with one warning about the rest %s', rest => {
    expect(read(`856100 ${rest}`).warnings).toMatchObject([{ code: 'wsp/section-rest', offset: 3 }]);
  });

  it('and told to the inspector in their pieces', () => {
    const names: string[] = [];
    const trace: ReadTrace = { ...unwatched, piece: ({ name }) => names.push(name) };
    decodeParameters(new ByteReader(octets(`${z('x-a')}87 ${z('x-b')}${z('c')}`), { trace }));
    expect(names).toEqual([
      'Token-text',
      'Integer-value',
      'Untyped-parameter',
      'Token-text',
      'Text-value',
      'Untyped-parameter',
    ]);
  });
});

describe('parameters of known numbers are read quickly', () => {
  const quickly = (hex: string, maxParameters = 100) =>
    readParametersQuickly(new QuickReader(octets(hex), { limits: { maxParameters } }));

  it.each([
    ['none', '', {}],
    ['a word', '81ea', { charset: 'utf-8' }],
    ['a text', '856100', { name: 'a' }],
    ['both', '81ea 856100', { charset: 'utf-8', name: 'a' }],
  ])('%s', (_what, hex, expected) => {
    expect({ ...quickly(hex) }).toEqual(expected);
    expect(quickly(hex)).toBeDefined();
  });

  it.each([
    ['an unknown number', 'd085'],
    ['a name', `${z('x-a')}87`],
  ])('but not %s', (_what, hex) => {
    expect(quickly(hex)).toBeUndefined();
  });

  it('and within the limit', () => {
    expect({ ...quickly('81ea 856100', 2) }).toEqual({ charset: 'utf-8', name: 'a' });
    expect(() => quickly('81ea 856100', 1)).toThrow('departure');
  });
});
