import { describe } from 'vitest';
import { itDecodes, itRefuses, octets, RETRIEVE, raw, z } from './tolerance.ts';

/** Up to the number of entries, which is octet 12. */
const MIXED = `${RETRIEVE} 84a3 `;

const hi = { contentType: 'text/plain', parameters: {}, headers: [], data: octets('Hi') };

describe('legal bodies give no warning', () => {
  itDecodes([
    { name: 'a multipart of no parts', hex: `${MIXED} 00`, value: { parts: [] } },
    {
      name: 'multipart.related without parameters',
      hex: `${RETRIEVE} 84b3 01 0102 83 4869`,
      value: {
        contentType: { type: 'application/vnd.wap.multipart.related', parameters: {} },
        parts: [hi],
      },
    },
    {
      name: 'multipart.related as text with capitals',
      hex: `${RETRIEVE} 84${z('application/vnd.wap.multipart.Related')} 01 0102 83 4869`,
      value: {
        contentType: { type: 'application/vnd.wap.multipart.Related', parameters: {} },
        parts: [hi],
      },
    },
    {
      name: 'a part of no octets',
      hex: `${MIXED} 02 0100 83 0102 83 4869`,
      value: { parts: [{ ...hi, data: octets('') }, hi] },
    },
    {
      name: 'a multipart in a multipart',
      hex: `${MIXED} 01 0106 a6 01 0102 83 4869`,
      value: {
        parts: [
          {
            contentType: 'application/vnd.wap.multipart.alternative',
            parameters: {},
            headers: [],
            data: Uint8Array.of(1, 1, 2, 0x83, 0x48, 0x69),
            parts: [hi],
          },
        ],
      },
    },
  ]);
});

describe('lengths in more octets than needed are read', () => {
  itDecodes([
    {
      name: 'the number of entries has a leading 80',
      hex: `${MIXED} 8001 0102 83 4869`,
      value: { parts: [hi] },
      warnings: [['wsp/non-minimal', 12]],
    },
    {
      name: 'the number of entries has five octets',
      hex: `${MIXED} 8080808001 0102 83 4869`,
      value: { parts: [hi] },
      warnings: [['wsp/non-minimal', 12]],
    },
    {
      name: 'a HeadersLen has a leading 80',
      hex: `${MIXED} 01 8001 02 83 4869`,
      value: { parts: [hi] },
      warnings: [['wsp/non-minimal', 13, 'parts[0]']],
    },
    {
      name: 'a DataLen of 127 has two octets',
      hex: `${MIXED} 01 01 807f 83 ${'79'.repeat(127)}`,
      value: { parts: [{ ...hi, data: octets('y'.repeat(127)) }] },
      warnings: [['wsp/non-minimal', 14, 'parts[0]']],
    },
    {
      name: 'the Value-length of a media type has a Length-quote',
      hex: `${MIXED} 01 0502 1f038381ea 4869`,
      value: { parts: [{ ...hi, parameters: { charset: 'utf-8' } }] },
      warnings: [['wsp/non-minimal', 15, 'parts[0].contentType']],
    },
  ]);

  itRefuses([
    ['a number of entries of six octets', `${MIXED} 818080808001 0102 83 4869`, 'wsp/uintvar-range', 12],
    ['a number of entries of 2^32', `${MIXED} 9080808000 0102 83 4869`, 'wsp/uintvar-range', 12],
  ]);
});

describe('cut and overlong bodies keep what is there', () => {
  itDecodes([
    {
      name: 'a multipart type followed by nothing has no parts',
      hex: MIXED,
      value: { parts: [], body: undefined },
      warnings: [['wsp/empty-multipart', 12]],
    },
    {
      name: 'a DataLen past the end is cut',
      hex: `${MIXED} 01 0105 83 4869`,
      value: { parts: [hi] },
      warnings: [['wsp/part-truncated', 16, 'parts[0]']],
    },
    {
      name: 'a HeadersLen past the end ends the list',
      hex: `${MIXED} 02 0102 83 4869 0a00 83`,
      value: { parts: [hi] },
      warnings: [['wsp/parts-missing', 18, 'parts[1]']],
    },
    {
      name: 'a media type that passes its headers ends with them',
      hex: `${MIXED} 01 0302 0a8381 ea48`,
      value: { parts: [{ ...hi, data: Uint8Array.of(0xea, 0x48) }] },
      warnings: [
        ['wsp/length-overrun', 15, 'parts[0].contentType'],
        ['wsp/section-rest', 17, 'parts[0].contentType'],
      ],
    },
    {
      name: 'a media type of no form costs its part no more than that',
      hex: `${MIXED} 02 0202 7f83 4869 0102 83 4869`,
      value: { parts: [{ ...hi, contentType: 'application/octet-stream' }, hi] },
      warnings: [
        ['wsp/value-kept-raw', 15, 'parts[0].contentType'],
        ['wsp/missing-terminator', 17, 'parts[0]'],
      ],
      strict: 'wsp/value-form',
    },
    {
      name: 'a media type with its parameters in its text, of which the coded ones win',
      hex: `${MIXED} 01 2d02 1f2b${z('text/plain; Charset="UTF-8"; name=b.t')}85${z('a.t')} 4869`,
      value: { parts: [{ ...hi, parameters: { name: 'a.t', charset: 'utf-8' } }] },
      warnings: [['wsp/media-type-parameters', 15, 'parts[0].contentType']],
    },
    {
      name: 'fewer entries than announced end the list',
      hex: `${MIXED} 03 0102 83 4869`,
      value: { parts: [hi] },
      warnings: [['wsp/parts-missing', 18, 'parts[1]']],
    },
    {
      name: 'an entry cut inside its lengths ends the list',
      hex: `${MIXED} 02 0102 83 4869 01`,
      value: { parts: [hi] },
      warnings: [['wsp/parts-missing', 18, 'parts[1]']],
    },
    {
      name: 'octets after the last entry are left alone',
      hex: `${MIXED} 01 0102 83 4869 aabb`,
      value: { parts: [hi] },
      warnings: [['wsp/trailing-octets', 18]],
    },
    {
      name: 'a nested multipart that is none stays data',
      hex: `${MIXED} 01 0102 a3 05ff`,
      value: {
        parts: [
          {
            contentType: 'application/vnd.wap.multipart.mixed',
            parameters: {},
            headers: [],
            data: Uint8Array.of(5, 0xff),
          },
        ],
      },
      warnings: [['wsp/value-kept-raw', 18, 'parts[0]']],
      strict: 'wsp/length-overrun',
    },
    {
      name: 'a cut part in a nested multipart is cut there',
      hex: `${MIXED} 02 0105 a3 01 0105 83 48 0102 83 4869`,
      value: {
        parts: [
          {
            contentType: 'application/vnd.wap.multipart.mixed',
            parameters: {},
            headers: [],
            data: Uint8Array.of(1, 1, 5, 0x83, 0x48),
            parts: [{ ...hi, data: octets('H') }],
          },
          hi,
        ],
      },
      warnings: [['wsp/part-truncated', 20, 'parts[0].parts[0]']],
    },
  ]);

  itRefuses([
    ['an entry announced, none there', `${MIXED} 01`, 'wsp/length-overrun', 13, 'parts[0]'],
    ['the only HeadersLen past the end', `${MIXED} 01 0a00 83`, 'wsp/length-overrun', 13, 'parts[0]'],
    ['2^32 - 1 entries in five octets', `${MIXED} 8fffffff7f`, 'wsp/length-overrun', 17, 'parts[0]'],
    [
      'parameters after a constrained media type, which become the number of entries',
      `${MIXED} 8961 7070 6c69 636100`,
      'wsp/length-overrun',
      14,
      'parts[0]',
    ],
  ]);
});

describe('a body with an unassigned media type', () => {
  itDecodes([
    {
      name: 'keeps its code',
      hex: `${MIXED} 01 0102 d9 4869`,
      value: { parts: [{ ...hi, contentType: 'application/octet-stream', typeCode: 0x59 }] },
      warnings: [['wsp/unknown-media-code', 15, 'parts[0].contentType']],
    },
    {
      name: 'keeps its code and the parameters after it',
      hex: `${MIXED} 01 0802 07 020400 d002aabb 4869`,
      value: {
        parts: [
          {
            ...hi,
            contentType: 'application/octet-stream',
            typeCode: 0x400,
            unknownParameters: [raw(0x50, '02aabb')],
          },
        ],
      },
      warnings: [['wsp/unknown-media-code', 16, 'parts[0].contentType']],
    },
  ]);
});
