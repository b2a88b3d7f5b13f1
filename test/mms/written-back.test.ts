import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import type { Issue } from '../../src/issues/index.ts';
import { type DecodedPdu, decodePdu, encodePdu, type PduInput } from '../../src/mms/index.ts';
import { decodeMultipart, encodeMultipart } from '../../src/wsp/index.ts';
import { changed } from './refusal-rows.ts';
import { saidBy, z } from './tolerance.ts';

const plainHex = (hex: string): string => hex.replaceAll(' ', '');
const read = (hex: string): DecodedPdu => decodePdu(fromHex(hex));

const LOCATION = `83${z('http://a/b')}`;
const NOTIFICATION = `8c82 98${z('T1')} 8d92 `;
const PLMN = z('447700900123/TYPE=PLMN');

describe('what real relays and phones write is read', () => {
  it('the sender of a From whose charset octet lacks its high bit', () => {
    const pdu = read(`${NOTIFICATION} 891a8018 04${PLMN} 8a80 8e0122 880381013c ${LOCATION}`);
    expect(pdu).toMatchObject({ from: '447700900123/TYPE=PLMN', contentLocation: 'http://a/b' });
    expect(pdu.warnings).toMatchObject([{ code: 'wsp/charset-guessed', path: 'from' }]);
  });

  it('the sender of a From whose inner length is too long', () => {
    const pdu = read(`${NOTIFICATION} 891b801bea2b${PLMN} 8a80 8e0122 880381013c ${LOCATION}`);
    expect(pdu).toMatchObject({
      from: '+447700900123/TYPE=PLMN',
      messageSize: 0x22,
      expiry: { relative: 60 },
    });
    expect(pdu.warnings).toMatchObject([{ code: 'wsp/length-overrun', path: 'from' }]);
  });

  it('the fields behind a From whose length is too long', () => {
    const pdu = read(`${NOTIFICATION} 891a802b${PLMN} 8a80 8e0122 880381013c ${LOCATION}`);
    expect(pdu).toMatchObject({
      from: '+447700900123/TYPE=PLMN',
      messageClass: 'personal',
      messageSize: 0x22,
      contentLocation: 'http://a/b',
      unknown: [],
    });
    expect(pdu.warnings).toMatchObject([{ code: 'wsp/section-rest', path: 'from' }]);
  });

  it('the charset in the text of a media type, which is then written as a parameter', () => {
    const text = z('text/plain; charset=utf-8');
    const hex = `8c84 98${z('T1')} 8d92 85044b3d3b00 84a3 01 2202 1a${text} 8e${z('t.txt')} 6869`;
    const pdu = read(hex);
    const parts = [{ contentType: 'text/plain', parameters: { charset: 'utf-8' }, contentLocation: 't.txt' }];
    expect(pdu).toMatchObject({ parts });
    expect(pdu.warnings).toMatchObject([{ code: 'wsp/media-type-parameters' }]);
    expect(toHex(encodePdu(pdu))).toContain('038381ea');
  });
});

describe('what was read is written as it was, with a warning', () => {
  const back = (hex: string): { hex: string; warnings: string[] } => {
    const warnings: Issue[] = [];
    const bytes = encodePdu(read(hex), { onWarning: warning => warnings.push(warning) });
    return { hex: toHex(bytes), warnings: warnings.map(({ code, path }) => `${code} ${path}`) };
  };

  it.each([
    [
      'an absolute Expiry of a notification',
      `${NOTIFICATION} 8a80 8e0122 88068004582c3b00 ${LOCATION}`,
      'mms/field-value-read expiry',
    ],
    [
      'a delivery report with a Transaction-ID',
      `8c86 98${z('T1')} 8d90 8b${z('m1')} 97${PLMN} 85044b3d3b00 9581`,
      'mms/foreign-field-read transactionId',
    ],
    ['a message without Date and Content-Type', '8c84 8d92', 'mms/missing-field-read date'],
    [
      'an address of no known form',
      `8c80 98${z('T1')} 8d92 890181 97${z('a b')} 8483`,
      'mms/address-form to[0]',
    ],
    ['an empty address', `8c80 98${z('T1')} 8d92 890181 9702ea00 8483`, 'mms/address-form to[0]'],
    [
      'a sender that a relay leaves to be inserted',
      '8c84 8d92 85044b3d3b00 890181 8483',
      'mms/field-value-read from',
    ],
    ['an empty Transaction-ID', '8c85 9800 8d92', 'mms/field-value-read transactionId'],
    ['an unassigned Priority', '8c84 8d92 85044b3d3b00 8f8a 8483', 'mms/unknown-value priority'],
    [
      'a field newer than the version',
      '8c84 8d90 85044b3d3b00 ba80 8483',
      'mms/version-too-low contentClass',
    ],
    ['a control character', `8c84 8d92 8b${z('a\u0001b')} 85044b3d3b00 8483`, 'wsp/text-control messageId'],
    ['a class of two words', `8c84 8d92 85044b3d3b00 8a${z('my class')} 8483`, 'wsp/token messageClass'],
    ['a media type without slash', `8c84 8d92 85044b3d3b00 84${z('text')}`, 'wsp/token contentType'],
  ])('%s', (_, hex, warning) => {
    expect(back(hex)).toMatchObject({ hex: plainHex(hex), warnings: expect.arrayContaining([warning]) });
    expect(() => encodePdu(read(hex), { strict: true })).toThrow(
      expect.objectContaining({ name: 'MmsError' }),
    );
  });

  it.each([
    ['a phone number without its type', `8c80 98${z('T1')} 8d92 890181 97${z('+447700900123')} 8483`],
    ['a media type in capitals', `8c84 8d92 85044b3d3b00 84${z('Image/JPEG')}`],
    ['a submission without recipient', `8c80 98${z('T1')} 8d92 890181 8483`],
    ['a nested multipart of a longer form', '8c84 8d92 85044b3d3b00 84a3 01 0107 a6 8001 0102 83 4869'],
  ])('%s', (_, hex) => {
    expect(back(hex).hex).toBe(plainHex(hex));
  });

  it('but what the warnings do not name is refused in a decoded PDU too', () => {
    const pdu = read(`8c80 98${z('T1')} 8d92 890181 97${z('a b')} 8483`);
    const edited = { ...pdu, cc: ['c d'] } as PduInput;
    expect(() => encodePdu(edited)).toThrow(
      expect.objectContaining({ code: 'mms/bad-address', path: 'cc[0]' }),
    );
    expect(() => encodePdu({ ...pdu, storeStatus: 'success' } as PduInput)).toThrow(
      expect.objectContaining({ code: 'mms/foreign-field', path: 'storeStatus' }),
    );
  });

  it('parts, with their warnings', () => {
    const hex = plainHex(`01 0802 83 8e${z('a\u0001b\u0002c')} 4869`);
    const { parts, warnings } = decodeMultipart(fromHex(hex));
    expect(toHex(encodeMultipart(parts, { warnings }))).toBe(hex);
    expect(() => encodeMultipart(parts)).toThrow(expect.objectContaining({ code: 'wsp/text-control' }));
  });

  it('a text with U+0000, which only UTF-16 can hold', () => {
    const bytes = fromHex('8c84 8d92 85044b3d3b00 960a0203f7feff0041000000 00 8483');
    expect(saidBy(encodePdu(decodePdu(bytes)))).toEqual(saidBy(bytes));
    expect(saidBy(bytes)).toMatchObject({ subject: 'A\u0000' });
  });
});

describe('the octets of an unknown field', () => {
  it('end where the field ends, also when the PDU ended first', () => {
    const bytes = fromHex('8c81983400930031000092e193');
    expect(saidBy(encodePdu(decodePdu(bytes)))).toEqual(saidBy(bytes));
  });

  it.each(['', '41', '03aabb', '4100ff', '8182', '1f8100'])('are refused as %j', hex => {
    const unknown = [{ code: 0x7d, raw: fromHex(hex) }];
    expect(() => encodePdu(changed('m-acknowledge-ind', { unknown }))).toThrow(
      expect.objectContaining({ code: 'wsp/raw-value', path: 'unknown[0]' }),
    );
    const parts = [{ contentType: 'text/plain', data: new Uint8Array(0), headers: unknown }];
    expect(() => encodeMultipart(parts)).toThrow(expect.objectContaining({ code: 'wsp/raw-value' }));
  });
});
