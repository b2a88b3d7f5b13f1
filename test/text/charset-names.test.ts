import { describe, expect, it } from 'vitest';
import { acceptsCharset, detectMedia } from '../../src/media/index.ts';
import { Presentation } from '../../src/presentation/index.ts';
import {
  CHARSETS,
  type CharsetRow,
  charsetMibEnum,
  charsetName,
  usualCharset,
} from '../../src/text/index.ts';

const ROWS: readonly CharsetRow[] = CHARSETS;
const NAMES = ROWS.flatMap(row => [row.name, ...(row.aliases ?? [])].map(name => ({ name, row })));

describe('names of charsets', () => {
  it('each belongs to one charset, in lower case', () => {
    const names = NAMES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(names.map(name => name.toLowerCase()));
  });

  it.each([
    ['UTF8', 106],
    ['ASCII', 3],
    ['latin1', 4],
    ['ISO_8859-1', 4],
    ['cp1252', 2252],
    ['SJIS', 17],
    ['UCS-2', 1000],
    ['utf16', 1015],
    ['KOI8R', 2084],
  ])('%s is MIBenum %i', (name, mibEnum) => {
    expect(charsetMibEnum(name)).toBe(mibEnum);
    expect(usualCharset(name)).toBe(charsetName(mibEnum));
  });

  it('are one in profiles, on the wire and in manifests', async () => {
    expect(acceptsCharset({ charsets: ['UTF8', 'UCS-2'] }, 'utf-8')).toBe(true);
    expect(acceptsCharset({ charsets: ['iso-10646-ucs-2'] }, 'ucs2')).toBe(true);
    const data = new TextEncoder().encode('Grüße');
    expect(await detectMedia({ data, contentType: 'text/plain', charset: 'UTF8' })).toMatchObject({
      charset: 'utf-8',
      issues: [],
    });
    const message = await Presentation.fromFiles([
      { data, name: 'a.txt', contentType: 'text/plain; charset=utf8' },
    ]);
    expect(message.parts[0]?.parameters['charset']).toBe('utf-8');
  });
});
