import { describe } from 'vitest';
import { itDecodes, octets, RETRIEVE, raw, type ToleranceRow, z } from './tolerance.ts';

const hi = { contentType: 'text/plain', parameters: {}, headers: [], data: octets('Hi') };
const code = (value: number): string => value.toString(16).padStart(2, '0');

/**
 * A message of one part with the data Hi. `headers` stands at octet 15 and begins with the media type; its length is
 * written by hand too.
 */
const part = (
  name: string,
  headersLength: number,
  headers: string,
  value: Readonly<Record<string, unknown>>,
): ToleranceRow => ({
  name,
  hex: `${RETRIEVE} 84a3 01 ${code(headersLength)}02 ${headers} 4869`,
  value: { parts: [{ ...hi, ...value }] },
});

const attachment = {
  name: 'Content-Disposition',
  value: { disposition: 'attachment', parameters: { filename: 'a.txt' } },
};

describe('legal media types and parameters give no warning', () => {
  itDecodes([
    part('general form without parameters', 2, '0183', {}),
    part('a media type as text keeps its capitals', 11, z('Image/JPEG'), { contentType: 'Image/JPEG' }),
    part('octet-stream by its late code', 1, 'da', { contentType: 'application/octet-stream' }),
    part('a code above FF', 4, '03020201', { contentType: 'application/vnd.uplanet.cacheop-wbxml' }),
    part('charset US-ASCII', 4, '03838183', { parameters: { charset: 'us-ascii' } }),
    part('charset UTF-16 as Long-integer', 6, '0583810203f7', { parameters: { charset: 'utf-16' } }),
    part('any charset', 4, '03838180', { parameters: { charset: '*' } }),
    part('a charset that nobody knows', 6, '0583810203e7', { parameters: { charset: 999 } }),
    part('charset as text', 9, `088381${z('UTF-8')}`, { parameters: { charset: 'utf-8' } }),
    part('untyped charset', 21, `1483${z('charset')}${z('iso-8859-1')}`, {
      parameters: { charset: 'iso-8859-1' },
    }),
    part('untyped charset as number', 11, `0a83${z('Charset')}ea`, { parameters: { charset: 'utf-8' } }),
    part('untyped name', 13, `0c83${z('name')}${z('a.txt')}`, { parameters: { name: 'a.txt' } }),
    part('untyped parameter with a number', 9, `0883${z('x-rev')}87`, {
      parameters: { 'x-rev': 7 },
    }),
    part('name under its new number', 9, `088397${z('a.txt')}`, { parameters: { name: 'a.txt' } }),
    part('name under its new number, quoted', 10, `09839722${z('a txt')}`, { parameters: { name: 'a txt' } }),
    part('an unknown parameter before a known one', 8, '0783d002aabb81ea', {
      parameters: { charset: 'utf-8' },
      unknownParameters: [raw(0x50, '02aabb')],
    }),
  ]);
});

describe('legal part headers give no warning', () => {
  itDecodes([
    part('Content-ID without angle brackets', 7, `83c022${z('a.b')}`, { contentId: 'a.b' }),
    part('Content-ID with a blank', 9, `83c022${z('<a b>')}`, { contentId: '<a b>' }),
    part('Content-Location with a path', 7, `838e${z('/t/a')}`, { contentLocation: '/t/a' }),
    part('Content-Disposition before Content-ID', 17, `83ae088186${z('a.txt')}c022${z('<a>')}`, {
      contentId: '<a>',
      headers: [attachment],
    }),
    part('Content-Disposition under its new number', 11, `83c5088198${z('a.txt')}`, {
      headers: [attachment],
    }),
    part('an unknown header before a known one', 6, `83c8818e${z('a')}`, {
      contentLocation: 'a',
      headers: [raw(0x48, '81')],
    }),
    part('a textual Content-ID where the coded one is absent', 16, `83${z('content-id')}${z('<x>')}`, {
      contentId: '<x>',
    }),
    part('a textual header of any name', 10, `83${z('X-Note')}${z('a')}`, {
      headers: [{ name: 'X-Note', value: 'a' }],
    }),
  ]);
});

describe('parameters of a wrong form are read', () => {
  itDecodes([
    {
      ...part('name in quotation marks', 9, '08838522612e742200', { parameters: { name: 'a.t' } }),
      warnings: [['wsp/stray-quote', 18, 'parts[0].contentType.name']],
    },
    {
      ...part('name after an opening quotation mark', 8, '07838522612e7400', { parameters: { name: 'a.t' } }),
      warnings: [['wsp/stray-quote', 18, 'parts[0].contentType.name']],
    },
    {
      ...part('name under its new number with a closing quotation mark', 9, '08839722612e742200', {
        parameters: { name: 'a.t' },
      }),
      warnings: [['wsp/stray-quote', 18, 'parts[0].contentType.name']],
    },
    {
      ...part('name in UTF-8', 8, '0783857fc3a97800', { parameters: { name: 'éx' } }),
      warnings: [['wsp/non-ascii-text', 19, 'parts[0].contentType.name']],
    },
    {
      ...part('name without its final 00', 5, '0483856162', { parameters: { name: 'ab' } }),
      warnings: [['wsp/missing-terminator', 20, 'parts[0].contentType.name']],
    },
    {
      ...part('charset twice', 6, '058381ea8183', { parameters: { charset: 'utf-8' } }),
      warnings: [['wsp/repeated-header', 19, 'parts[0].contentType.charset']],
    },
    {
      ...part('name that is a number', 6, '0583858281ea', {
        parameters: { charset: 'utf-8' },
        unknownParameters: [raw(0x05, '82')],
      }),
      warnings: [['wsp/value-kept-raw', 18, 'parts[0].contentType.name']],
      strict: 'wsp/value-form',
    },
  ]);
});

describe('part headers of a wrong form are read', () => {
  itDecodes([
    {
      ...part('Content-ID as Text-string', 6, '83c03c613e00', { contentId: '<a>' }),
      warnings: [['wsp/unquoted', 17, 'parts[0].Content-ID']],
    },
    {
      ...part('Content-ID with a closing quotation mark', 8, '83c0223c613e2200', { contentId: '<a>' }),
      warnings: [['wsp/stray-quote', 17, 'parts[0].Content-ID']],
    },
    {
      ...part('Content-ID twice', 13, '83c0223c613e00c0223c623e00', {
        contentId: '<a>',
        headers: [{ name: 'Content-ID', value: '<b>' }],
      }),
      warnings: [['wsp/repeated-header', 22, 'parts[0].Content-ID']],
    },
    {
      ...part('Content-Location that is a number', 9, '838e82c0223c613e00', {
        contentId: '<a>',
        headers: [raw(0x0e, '82')],
      }),
      warnings: [['wsp/value-kept-raw', 16, 'parts[0].Content-Location']],
      strict: 'wsp/value-form',
    },
    {
      ...part('Content-Location in UTF-8', 8, '838e7fc3a92e6700', { contentLocation: 'é.g' }),
      warnings: [['wsp/non-ascii-text', 18, 'parts[0].Content-Location']],
    },
    {
      ...part('Content-Location without its final 00', 3, '838e61', { contentLocation: 'a' }),
      warnings: [['wsp/missing-terminator', 18, 'parts[0].Content-Location']],
    },
    {
      ...part('Content-Transfer-Encoding', 34, `83${z('Content-Transfer-Encoding')}${z('base64')}`, {
        headers: [{ name: 'Content-Transfer-Encoding', value: 'base64' }],
      }),
      warnings: [['wsp/transfer-encoding', 16, 'parts[0]']],
    },
  ]);
});
