import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../src/bytes/index.ts';
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

itWrites(constrainedEncoding, [
  ['text/plain', z('text/plain')],
  ['A/B', z('a/b')],
]);
