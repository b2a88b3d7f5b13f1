import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatMultipart, type MimePart, toMime } from '../../../../src/submit/ways/mm7/mime.ts';

const octets = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const latin1 = (data: Uint8Array): string => Buffer.from(data).toString('latin1');

const part = (data: string, change: object = {}) => ({
  contentType: 'text/plain',
  parameters: {},
  data: octets(data),
  ...change,
});
const SMIL = part('<smil/>', { contentType: 'application/smil', contentId: '<smil>' });

/** The boundary that stands in a type. */
const boundaryOf = (contentType: string): string => /boundary="([^"]*)"/.exec(contentType)?.[1] ?? '';

describe('a multipart', () => {
  it('has its parts between lines of its boundary, and one that closes', () => {
    const parts: MimePart[] = [
      {
        fields: [
          ['A', '1'],
          ['B', '2'],
        ],
        chunks: [octets('x'), octets('\r\n')],
      },
      { fields: [], chunks: [] },
    ];
    const { contentType, chunks } = formatMultipart('multipart/related', [['type', 'text/xml']], parts);
    const boundary = `=_${createHash('sha256').update('x\r\n').digest('hex').slice(0, 38)}`;
    expect(contentType).toBe(`multipart/related; boundary="${boundary}"; type="text/xml"`);
    expect(latin1(Buffer.concat(chunks))).toBe(
      `--${boundary}\r\nA: 1\r\nB: 2\r\n\r\nx\r\n\r\n--${boundary}\r\n\r\n\r\n--${boundary}--\r\n`,
    );
  });
});

describe('the part of a message', () => {
  const headOf = (change: object): string => {
    const { body } = toMime({ parts: [part('x', change)], smil: undefined });
    return (
      latin1(body)
        .split('\r\n\r\n')[0]
        ?.replace(/^[^\n]*\n/, '') ?? ''
    );
  };

  it.each([
    [{}, 'Content-Type: text/plain\r\nContent-Transfer-Encoding: binary'],
    [
      { parameters: { charset: 'utf-8', name: 'a.txt', q: 5 } },
      'Content-Type: text/plain; charset="utf-8"; name="a.txt"\r\nContent-Transfer-Encoding: binary',
    ],
    [
      { parameters: { name: 'a"b\\c' } },
      'Content-Type: text/plain; name="a\\"b\\\\c"\r\nContent-Transfer-Encoding: binary',
    ],
    [
      { parameters: { name: 'é 1' } },
      "Content-Type: text/plain; name*=utf-8''%C3%A9%201\r\nContent-Transfer-Encoding: binary",
    ],
    [
      { contentId: '<a>', contentLocation: 'a.txt' },
      'Content-Type: text/plain\r\nContent-ID: <a>\r\nContent-Location: a.txt\r\nContent-Transfer-Encoding: binary',
    ],
    [
      { contentId: '<é>' },
      'Content-Type: text/plain\r\nContent-ID: <%C3%A9>\r\nContent-Transfer-Encoding: binary',
    ],
    [
      { contentId: '<😀>' },
      'Content-Type: text/plain\r\nContent-ID: <%F0%9F%98%80>\r\nContent-Transfer-Encoding: binary',
    ],
    [
      { contentId: '<a b>' },
      'Content-Type: text/plain\r\nContent-ID: <a b>\r\nContent-Transfer-Encoding: binary',
    ],
  ])('%j', (change, head) => {
    expect(headOf(change)).toBe(head);
  });

  it.each([
    [{ contentType: 'text/plain\r\nX: y' }, 'Content-Type'],
    [{ contentType: 'text/pläin' }, 'Content-Type'],
    [{ parameters: { 'a\r\nb': 'c' } }, 'a parameter'],
    [{ parameters: { name: 'a\r\nb' } }, 'name'],
    [{ contentId: '<a\r\nb>' }, 'Content-ID'],
    [{ contentId: '\n<a>' }, 'Content-ID'],
    [{ contentLocation: 'a\r\nb' }, 'Content-Location'],
    [{ contentLocation: '\ud800' }, 'Content-Location'],
  ])('refuses %j', (change, name) => {
    expect(() => headOf(change)).toThrow(
      expect.objectContaining({
        code: 'submit/character',
        message: expect.stringMatching(new RegExp(`^a character that ${name} cannot hold: .`)),
      }),
    );
  });

  it('has octets as they are', () => {
    const data = Uint8Array.of(0, 0x0d, 0x0a, 0xff);
    const { body } = toMime({ parts: [part('', { data })], smil: undefined }, 'binary');
    expect(latin1(body)).toContain('Encoding: binary\r\n\r\n\0\r\n\xff\r\n--=_');
  });

  it('shows of what it refuses no more than a person reads', () => {
    expect(() => headOf({ contentType: `ä${'x'.repeat(100)}` })).toThrow(
      expect.objectContaining({ message: `a character that Content-Type cannot hold: ä${'x'.repeat(59)}` }),
    );
  });

  it.each([
    ['', ''],
    ['a', 'YQ=='],
    ['x'.repeat(57), 'eHh4'.repeat(19)],
    ['x'.repeat(58), `${'eHh4'.repeat(19)}\r\neA==`],
  ])('in Base64 has lines of 76 characters: %j', (data, written) => {
    const { body } = toMime({ parts: [part(data)], smil: undefined }, 'base64');
    expect(latin1(body)).toContain(`Content-Transfer-Encoding: base64\r\n\r\n${written}\r\n--`);
  });
});

describe('a message', () => {
  it('with a presentation is related, and names where it begins', () => {
    const { contentType } = toMime({ parts: [part('x'), SMIL], smil: {} });
    expect(contentType).toBe(
      `multipart/related; boundary="${boundaryOf(contentType)}"; type="application/smil"; start="<smil>"`,
    );
  });

  it.each([
    [
      'a presentation whose part has no name',
      { parts: [part('x', { contentType: 'application/smil' })], smil: {} },
      /^multipart\/related; boundary="[^"]*"; type="application\/smil"$/,
    ],
    ['no presentation', { parts: [SMIL], smil: undefined }, /^multipart\/mixed; boundary="[^"]*"$/],
    [
      'a presentation without a part',
      { parts: [part('x')], smil: {} },
      /^multipart\/mixed; boundary="[^"]*"$/,
    ],
  ])('with %s', (_, source, expected) => {
    expect(toMime(source).contentType).toMatch(expected);
  });

  it.each([
    [{ parts: 7, smil: undefined }, 'binary', 'source.parts'],
    [{ parts: [], smil: undefined }, 'quoted-printable', 'encoding'],
  ])('is not %j in %s', (source, encoding, path) => {
    expect(() => toMime(JSON.parse(JSON.stringify(source)), JSON.parse(JSON.stringify(encoding)))).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path }),
    );
  });
});
