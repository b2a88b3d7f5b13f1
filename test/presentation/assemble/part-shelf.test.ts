import { describe, expect, it } from 'vitest';
import { PartShelf } from '../../../src/presentation/assemble/part-shelf.ts';
import type { Asset } from '../../../src/presentation/index.ts';
import { be32, box, concat, GIF, latin1, utf8, utf16le } from '../../media/samples.ts';

async function shelve(asset: Asset) {
  const shelf = new PartShelf([]);
  const { data, contentType, parameters } = await shelf.add(asset);
  return { data, contentType, charset: parameters['charset'], codes: shelf.issues.map(({ code }) => code) };
}

const CARD = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:M\u00fcller\r\nEND:VCARD\r\n';

describe('a text', () => {
  it.each([
    [
      'in another charset than it says is converted, which says it all',
      'text/plain; charset=utf-8',
      utf16le('\u00e9t\u00e9'),
      utf8('\u00e9t\u00e9'),
      'utf-8',
      ['text/converted'],
    ],
    [
      'is put into the charset that its type states',
      'text/plain;format=flowed; charset="ISO-8859-1"',
      utf8('\u00e9t\u00e9'),
      latin1('\u00e9t\u00e9'),
      'iso-8859-1',
      ['text/converted'],
    ],
    [
      'stays in a charset that the author knows',
      'text/plain; charset=windows-1251',
      latin1('\xcf\xf0'),
      latin1('\xcf\xf0'),
      'windows-1251',
      [],
    ],
    [
      'that is not plain stays as it is',
      'text/html',
      utf16le('<p>\u00e9'),
      utf16le('<p>\u00e9'),
      'utf-16',
      [],
    ],
  ])('%s', async (_, contentType, data, sent, charset, codes) => {
    expect(await shelve({ name: 'a', contentType, data })).toEqual({
      data: sent,
      contentType: contentType.split(';')[0],
      charset,
      codes,
    });
  });
});

describe('a card', () => {
  it('in UTF-16 is converted, as it is read by its mark alone', async () => {
    for (const hasMark of [true, false])
      expect((await shelve({ name: 'a.vcf', data: utf16le(CARD, hasMark) })).data).toEqual(utf8(CARD));
  });

  it('in any other charset says so inside, and stays', async () => {
    expect((await shelve({ name: 'a.vcf', data: latin1(CARD) })).data).toEqual(latin1(CARD));
  });
});

describe('what is found about an asset', () => {
  const data = GIF;

  it('stands where the asset does', async () => {
    const shelf = new PartShelf([]);
    await shelf.add({ name: '\u00e4.gif', data, path: 'slides[0].image', file: 'in/\u00e4.gif' });
    expect(shelf.issues).toMatchObject([
      { code: 'name/changed', path: 'slides[0].image', file: 'in/\u00e4.gif' },
    ]);
  });

  it('keeps its place where the asset has none', async () => {
    const shelf = new PartShelf([]);
    const issues = [
      { code: 'media/location', severity: 'warning', message: 'm', path: 'p', file: 'f' },
    ] as const;
    await shelf.add({ name: 'a.gif', data, issues });
    expect(shelf.issues).toEqual(issues);
  });
});

it('a film does not tell where it was taken', async () => {
  const place = box('udta', box('\xa9xyz', [0, 18, 0x15, 0xc7], latin1('+51.5074-000.1278/')));
  const moov = box('moov', box('mvhd', be32(0), be32(0), be32(0), be32(1000), be32(0)), place);
  const data = concat(box('ftyp', latin1('3gp4'), be32(0)), moov);
  const film = await shelve({ name: 'a.3gp', contentType: 'video/3gpp', data });
  expect(film.codes).toEqual(['media/location']);
  expect(film.data).not.toEqual(data);
});

it('an asset becomes one part, however often it is used', async () => {
  const shelf = new PartShelf([]);
  const asset = { name: 'a.gif', data: GIF };
  expect(await shelf.add(asset)).toBe(await shelf.add(asset));
  expect(shelf.parts).toHaveLength(1);
});
