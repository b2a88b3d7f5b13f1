import { describe } from 'vitest';
import { itDecodes, octets, z } from './tolerance.ts';

const SMIL = '3c736d696c2f3e';
const RELATED = 'application/vnd.wap.multipart.related';

const smil = { contentType: 'application/smil', parameters: {}, headers: [], data: octets('<smil/>') };
const text = { contentType: 'text/plain', parameters: {}, headers: [], data: octets('Hi') };
const gif = { contentType: 'image/gif', parameters: {}, headers: [], data: octets('GIF') };

/** m-send-req of version 1.0 and m-retrieve-conf of 1.0 and 1.3, up to Content-Type. */
const SEND_10 = '8c80 983100 8d90 890181 ';
const SEND_12 = '8c80 983100 8d92 890181 ';
const RETRIEVE_10 = '8c84 8d90 85044b3d3b00 ';
const RETRIEVE_13 = '8c84 8d93 85044b3d3b00 ';

describe('what phones and composers write is legal', () => {
  itDecodes([
    {
      name: 'SMIL last, type before start, blanks in file names',
      hex: `${SEND_10}
        84 1cb3 89${z('application/smil')} 8a${z('<a.smi>')}
        02
        1c02 0a8385${z('a b.t')}81ea c022${z('<a b.t>')} 8e${z('a b.t')} 4869
        2507 1a${z('application/smil')}85${z('a.smi')}81ea c022${z('<a.smi>')} ${SMIL}`,
      value: {
        contentType: { type: RELATED, parameters: { type: 'application/smil', start: '<a.smi>' } },
        parts: [
          {
            ...text,
            parameters: { name: 'a b.t', charset: 'utf-8' },
            contentId: '<a b.t>',
            contentLocation: 'a b.t',
          },
          { ...smil, parameters: { name: 'a.smi', charset: 'utf-8' }, contentId: '<a.smi>' },
        ],
      },
    },
    {
      name: 'multipart.mixed in short form, Content-ID without angle brackets',
      hex: `${SEND_10} 84a3 01 1102 038381ea c022${z('a.txt')} 8e${z('a.t')} 4869`,
      value: {
        contentType: { type: 'application/vnd.wap.multipart.mixed', parameters: {} },
        parts: [{ ...text, parameters: { charset: 'utf-8' }, contentId: 'a.txt', contentLocation: 'a.t' }],
      },
    },
    {
      name: 'start before type, charset and name as untyped texts, no Content-Location',
      hex: `${SEND_10}
        84 18b3 8a${z('<s>')} 89${z('application/smil')}
        02
        1707 ${z('application/smil')} c022${z('<s>')} ${SMIL}
        1f02 1883${z('charset')}${z('utf-8')}${z('name')}${z('a.t')} c022${z('<t>')} 4869`,
      value: {
        contentType: { type: RELATED, parameters: { start: '<s>', type: 'application/smil' } },
        parts: [
          { ...smil, contentId: '<s>' },
          { ...text, parameters: { charset: 'utf-8', name: 'a.t' }, contentId: '<t>' },
        ],
      },
    },
    {
      name: 'start and Content-ID without angle brackets, Content-Disposition before Content-ID',
      hex: `${SEND_12}
        84 16b3 89${z('application/smil')} 8a${z('s')}
        02
        1507 ${z('application/smil')} c022${z('s')} ${SMIL}
        1803 069d85${z('g.g')} ae068186${z('g.g')} c022${z('g')} 8e${z('g.g')} 474946`,
      value: {
        contentType: { type: RELATED, parameters: { type: 'application/smil', start: 's' } },
        parts: [
          { ...smil, contentId: 's' },
          {
            ...gif,
            parameters: { name: 'g.g' },
            contentId: 'g',
            contentLocation: 'g.g',
            headers: [
              {
                name: 'Content-Disposition',
                value: { disposition: 'attachment', parameters: { filename: 'g.g' } },
              },
            ],
          },
        ],
      },
    },
    {
      name: 'media types in short form, no charset, start before type',
      hex: `${RETRIEVE_10}
        84 18b3 8a${z('<s>')} 89${z('application/smil')}
        02
        1a07 ${z('application/smil')} c022${z('<s>')} 8e${z('s')} ${SMIL}
        0a03 9d c022${z('<g>')} 8e${z('g')} 474946`,
      value: {
        contentType: { type: RELATED, parameters: { start: '<s>', type: 'application/smil' } },
        parts: [
          { ...smil, contentId: '<s>', contentLocation: 's' },
          { ...gif, contentId: '<g>', contentLocation: 'g' },
        ],
      },
    },
    {
      name: 'one text in multipart.related without parameters',
      hex: `${RETRIEVE_10} 84b3 01 1202 83 c022${z('<a.txt>')} 8e${z('a.txt')} 4869`,
      value: {
        contentType: { type: RELATED, parameters: {} },
        parts: [{ ...text, contentId: '<a.txt>', contentLocation: 'a.txt' }],
      },
    },
    {
      name: 'SMIL in the middle, text of another charset than it says',
      hex: `${RETRIEVE_10}
        84 18b3 89${z('application/smil')} 8a${z('<s>')}
        03
        0403 03838183 47fc6e
        1a07 13${z('application/smil')}8183 c022${z('<s>')} ${SMIL}
        0403 9d 8e${z('g')} 474946`,
      value: {
        contentType: { type: RELATED, parameters: { type: 'application/smil', start: '<s>' } },
        parts: [
          { ...text, parameters: { charset: 'us-ascii' }, data: Uint8Array.of(0x47, 0xfc, 0x6e) },
          { ...smil, parameters: { charset: 'us-ascii' }, contentId: '<s>' },
          { ...gif, contentLocation: 'g' },
        ],
      },
    },
    {
      name: 'a byte order mark in US-ASCII, UTF-16 as Long-integer, junk in Content-Location',
      hex: `${RETRIEVE_13}
        84a3
        03
        0405 03838183 efbbbf4869
        0604 0583810203f7 feff263a
        0a03 019d 8e${z('/t/1~2')} 474946`,
      value: {
        contentType: { type: 'application/vnd.wap.multipart.mixed', parameters: {} },
        parts: [
          {
            ...text,
            parameters: { charset: 'us-ascii' },
            data: Uint8Array.of(0xef, 0xbb, 0xbf, 0x48, 0x69),
          },
          { ...text, parameters: { charset: 'utf-16' }, data: Uint8Array.of(0xfe, 0xff, 0x26, 0x3a) },
          { ...gif, contentLocation: '/t/1~2' },
        ],
      },
    },
    {
      name: 'the type of the root part as code',
      hex: `${RETRIEVE_13} 84 08b3 8983 8a${z('<t>')} 01 0702 83 c022${z('<t>')} 4869`,
      value: {
        contentType: { type: RELATED, parameters: { type: 'text/plain', start: '<t>' } },
        parts: [{ ...text, contentId: '<t>' }],
      },
    },
    {
      name: 'start under its new number, quoted',
      hex: `${RETRIEVE_13} 84 07b3 9922${z('<t>')} 01 0702 83 c022${z('<t>')} 4869`,
      value: {
        contentType: { type: RELATED, parameters: { start: '<t>' } },
        parts: [{ ...text, contentId: '<t>' }],
      },
    },
  ]);
});

describe('what some composers write is read', () => {
  itDecodes([
    {
      name: 'start in quotation marks',
      hex: `${RETRIEVE_13} 84 08b3 8a22${z('<t>"')} 01 0702 83 c022${z('<t>')} 4869`,
      value: {
        contentType: { type: RELATED, parameters: { start: '<t>' } },
        parts: [{ ...text, contentId: '<t>' }],
      },
      warnings: [['wsp/stray-quote', 14, 'contentType.start']],
    },
    {
      name: 'a date and a relative time of no octets, a DataLen of two octets',
      hex: `8c80 983100 8d92 8500 890181 88028100 84a3 01 01807f 83 ${'79'.repeat(127)}`,
      value: {
        date: new Date(0),
        expiry: { relative: 0 },
        parts: [{ ...text, data: octets('y'.repeat(127)) }],
      },
      warnings: [
        ['wsp/non-minimal', 8, 'date'],
        ['wsp/non-minimal', 15, 'expiry'],
        ['wsp/non-minimal', 20, 'parts[0]'],
      ],
    },
  ]);
});
