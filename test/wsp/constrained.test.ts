import { describe, expect, it } from 'vitest';
import { ByteWriter, Carried, toHex } from '../../src/bytes/index.ts';
import { constrainedEncoding, isMediaType } from '../../src/wsp/constrained.ts';
import { constrainedMedia } from '../../src/wsp/index.ts';
import { itReads, itReadsCarefully, itRefuses, itRejects, itTolerates, itWrites, z } from './codec-rows.ts';

it.each([
  ['a/b', true],
  ["!#/$%&'*+-.^_`|~", true],
  ['', false],
  ['a', false],
  ['/', false],
  ['a/', false],
  ['/b', false],
  ['a/b/c', false],
  ['a//b', false],
  ['a/b;', false],
  [';a/b', false],
  ['a /b', false],
  ['ä/b', false],
])('a media type is %j: %s', (text, expected) => {
  expect(isMediaType(text)).toBe(expected);
});

describe.each([constrainedMedia, constrainedEncoding])('$name', codec => {
  itReads(codec, [
    ['text/plain', '83'],
    ['*/*', '80'],
    ['a/b', z('a/b')],
    ['A/B', z('A/B')],
  ]);
  itReadsCarefully(codec, [['application/vnd.uplanet.cacheop-wbxml', '020201']]);
  itTolerates(codec, [
    ['text', z('text'), 'wsp/token', 0],
    [' a/b', z(' a/b'), 'wsp/token', 0],
    ['a/b/c', z('a/b/c'), 'wsp/token', 0],
    ['a/', z('a/'), 'wsp/token', 0],
    ['/b', z('/b'), 'wsp/token', 0],
    ['a/b', `22${z('a/b')}`, 'wsp/stray-quote', 0],
  ]);
  itRejects(codec, [
    ['d9', 'wsp/value-form', 0],
    [`7f${z('a/b')}`, 'wsp/value-form', 0],
  ]);
  itRefuses<string>(codec, [
    ['a/b;', 'wsp/token'],
    ['ä/b', 'wsp/token'],
    ['"a/b', 'wsp/token'],
    ['', 'wsp/token'],
    [7 as never, 'bytes/value-type'],
  ]);
});

it('a refusal tells how a media type is written', () => {
  expect(() => constrainedMedia.encode(new ByteWriter(), 'text')).toThrow(
    expect.objectContaining({ hint: 'write type/subtype, and parameters apart from it' }),
  );
});

describe('a decoded media type is written as it was', () => {
  const written = (mediaType: string): string => {
    const codes = ['wsp/token', 'wsp/stray-quote', 'wsp/non-ascii-text'] as const;
    const carried = new Carried(codes.map(code => ({ code, severity: 'warning', message: '' })));
    const writer = new ByteWriter(undefined, carried);
    constrainedEncoding.encode(writer, mediaType);
    return toHex(writer.toBytes());
  };

  it.each([
    ['A/B', z('A/B')],
    ['text', z('text')],
    ['é', '22c3a900'],
    ['', '2200'],
    ['"a', '22226100'],
  ])('%j', (mediaType, hex) => {
    expect(written(mediaType)).toBe(hex);
  });

  it('where it is a text', () => {
    expect(() => written(7 as never)).toThrow(expect.objectContaining({ code: 'bytes/value-type' }));
  });
});

itWrites(constrainedEncoding, [
  ['text/plain', z('text/plain')],
  ['A/B', z('a/b')],
]);
