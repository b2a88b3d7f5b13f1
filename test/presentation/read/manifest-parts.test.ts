import { describe, expect, it } from 'vitest';
import { sha256, toHex } from '../../../src/bytes/index.ts';
import type { Manifest } from '../../../src/manifest/index.ts';
import { Presentation } from '../../../src/presentation/index.ts';
import { GIF, latin1, utf8 } from '../../media/samples.ts';

type Listed = NonNullable<Manifest['parts']>[number];

const listed = (parts: readonly Listed[], others: Omit<Manifest, 'parts'> = {}) =>
  Presentation.fromManifest({
    ...others,
    parts: parts.map((part, index) => (part.src === undefined ? { name: `part${index}`, ...part } : part)),
  });

const GREEK = utf8('Ελλάδα');

/** Type and parameters of a part that is listed with such octets, and what is said of it. */
async function followed(part: Omit<Listed, 'name'>) {
  const { parts, issues } = await listed([
    { data: GIF, name: 'a.gif', type: 'image/gif' },
    { name: 'b', ...part },
  ]);
  expect(issues.every(({ path, severity }) => path === 'parts[1]' && severity === 'warning')).toBe(true);
  return [parts[1]?.contentType, { ...parts[1]?.parameters }, issues.map(({ code }) => code).join()];
}

describe('a listed part', () => {
  const name = 'b';
  const parameters = { name, charset: 'us-ascii', format: 'flowed' };

  it.each<[string, Omit<Listed, 'name'>, ...unknown[]]>([
    [
      'states no charset and needs none',
      { type: 'text/plain', data: utf8('Hi') },
      'text/plain',
      { name },
      '',
    ],
    [
      'states none and is no US-ASCII',
      { type: 'Text/Plain', data: GREEK },
      'Text/Plain',
      { name, charset: 'utf-8' },
      'text/charset-mismatch',
    ],
    [
      'states another',
      { type: 'text/plain', charset: 'us-ascii', data: GREEK },
      'text/plain',
      { name, charset: 'utf-8' },
      'text/charset-mismatch',
    ],
    [
      'states another as a parameter',
      { type: 'text/plain', parameters, data: GREEK },
      'text/plain',
      { ...parameters, charset: 'utf-8' },
      'text/charset-mismatch',
    ],
    [
      'states it by another name',
      { type: 'text/plain', charset: 'utf8', data: GREEK },
      'text/plain',
      { name, charset: 'utf8' },
      '',
    ],
    [
      'states it by a number',
      { type: 'text/plain', parameters: { name, charset: 106 }, data: GREEK },
      'text/plain',
      { name, charset: 'utf-8' },
      'text/charset-mismatch',
    ],
    [
      'has blanks around its type',
      { type: ' text/plain ', data: utf8('Hi') },
      'text/plain',
      { name, charset: 'us-ascii' },
      '',
    ],
    [
      'states another of a page',
      { type: 'text/html', parameters, data: GREEK },
      'text/html',
      { ...parameters, charset: 'utf-8' },
      'text/charset-mismatch',
    ],
    [
      'states none and is no Unicode',
      { type: 'text/plain', data: latin1('caf\xe9') },
      'text/plain',
      { name, charset: 'iso-8859-1' },
      'text/charset-mismatch',
    ],
    ['may say it inside', { type: 'text/html', data: GREEK }, 'text/html', { name }, ''],
    [
      'is of a type that nobody knows',
      { type: 'application/x-own', data: utf8('Hi') },
      'application/x-own',
      { name },
      '',
    ],
    ['is no picture', { type: 'image/gif', data: utf8('Hi') }, 'image/gif', { name }, 'media/not-a-picture'],
    [
      'is a picture',
      { type: 'text/plain', charset: 'utf-8', data: GIF },
      'image/gif',
      { name },
      'media/type-mismatch',
    ],
    [
      'is one beside a parameter',
      { type: 'text/plain', parameters, data: GIF },
      'image/gif',
      { name, format: 'flowed' },
      'media/type-mismatch',
    ],
    [
      'is one and says nothing else',
      { type: 'text/plain', data: GIF },
      'image/gif',
      { name },
      'media/type-mismatch',
    ],
    [
      'is one of a type by its number',
      { type: 'image/jpeg', typeCode: 0x1e, data: GIF },
      'image/gif',
      { name },
      'media/type-mismatch',
    ],
  ])('%s', async (_, part, type, expected, codes) => {
    expect(await followed(part)).toEqual([type, expected, codes]);
  });

  it('has what the rule gives it and no more', async () => {
    const { parts } = await listed([{ data: GIF, type: 'image/gif' }]);
    expect(parts).toStrictEqual([
      {
        name: 'part0',
        kind: 'image',
        contentType: 'image/gif',
        parameters: { name: 'part0' },
        contentId: '<part0>',
        contentLocation: 'part0',
        data: GIF,
      },
    ]);
  });

  it('has what is stated in place of that', async () => {
    const stated = {
      type: 'image/gif',
      typeCode: 0x1d,
      data: GIF,
      contentId: '<x>',
      contentLocation: 'y',
      unknownParameters: [{ code: 0x7f, raw: '01' }],
      headers: [{ name: 'X-Own', value: '1' }],
      sha256: toHex(sha256(GIF)),
    };
    expect((await listed([stated])).parts[0]).toMatchObject({
      typeCode: 0x1d,
      contentId: '<x>',
      contentLocation: 'y',
      unknownParameters: [{ code: 0x7f, raw: Uint8Array.of(1) }],
      headers: [{ name: 'X-Own', value: '1' }],
    });
    const [bare] = (await listed([{ ...stated, contentId: null, contentLocation: null }])).parts;
    expect(bare).not.toHaveProperty('contentId');
    expect(bare).not.toHaveProperty('contentLocation');
  });

  it('was unpacked beside the manifest, or is not taken', async () => {
    const unpacked = { src: 'in/a.gif', type: 'image/gif', sha256: toHex(sha256(GIF)) };
    await expect(listed([unpacked])).rejects.toMatchObject({
      code: 'file/outside-root',
      path: 'parts[0].src',
    });
  });

  it('is missing at its place', async () => {
    await expect(
      listed([
        { data: GIF, type: 'image/gif' },
        { src: '/no/such/a.gif', type: 'image/gif' },
      ]),
    ).rejects.toMatchObject({ code: 'file/not-found', path: 'parts[1]' });
  });
});

describe('the document of listed parts', () => {
  const smil = (src: string) => latin1(`<smil><body><par><text src="${src}"/></par></body></smil>`);
  const type = 'application/smil';
  const first = { type, data: smil('one') };
  const second = { type, data: smil('two') };

  it.each<[string, Listed, Listed]>([
    ['Content-ID', { ...first, contentId: '<a>' }, { ...second, contentId: '<b>' }],
    [
      'Content-ID, where another has none',
      { ...first, contentId: null, contentLocation: null },
      { ...second, contentId: '<b>' },
    ],
    ['Content-Location', first, { ...second, contentLocation: 'b' }],
    ['name', first, { ...second, parameters: { name: 'b' } }],
  ])('is the one that the start of the message names: by its %s', async (_, one, other) => {
    const contentType = { type: 'application/vnd.wap.multipart.related', parameters: { start: '<b>' } };
    const message = await listed([one, other], { contentType });
    expect(message.smil?.document.slides[0]?.media[0]?.src).toBe('two');
    expect(message.parts.indexOf(message.smil?.part ?? Object(0))).toBe(1);
  });

  it('is judged', async () => {
    expect((await listed([{ ...first, name: 'a.smil' }])).issues).toContainEqual(
      expect.objectContaining({ code: 'layout/missing-head', file: 'a.smil' }),
    );
  });
});
