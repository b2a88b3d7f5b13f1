import { describe, expect, it } from 'vitest';
import { fromHex, type ReadTrace } from '../../src/bytes/index.ts';
import { readCarefully } from '../../src/mms/read-carefully.ts';
import { unwatched } from '../support/trace.ts';
import { z } from './tolerance.ts';

const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));

const ANSWER = '8c83 985400 8d92 9581';
const SUBMISSION = '8c80 985400 8d92 890181';

describe('headers are torn', () => {
  it.each([
    ['an octet below 20 between fields', `${ANSWER} 15`],
    ['a text without its end', '8c83 9581 8d92 9854'],
    ['a value that cannot be read before one that can', '8c83 95f7 9500 8d92 985400'],
    ['a field twice before another', '8c83 985400 985500 8d92 9581'],
    ['a media type with octets behind its parameters', `${SUBMISSION} 840383 8401`],
    ['a media type that cannot be read', `${SUBMISSION} 840105`],
    ['a media type that is none', `${SUBMISSION} 84${z('text')}`],
  ])('by %s', (_what, hex) => {
    expect(readCarefully(octets(hex), {}).isTorn).toBe(true);
  });
});

describe('headers are not torn', () => {
  it.each([
    ['without a fault', ANSWER],
    ['by an unknown field', `8c83 ff85 985400 8d92 9581`],
    ['by a value that cannot be read behind all others', '8c83 985400 8d92 9581 9100'],
    ['by such values before unknown fields', '8c83 985400 8d92 9581 9100 ff85'],
    ['by such values before headers of applications', `8c83 985400 8d92 9581 9100 ${z('X-a')}${z('b')}`],
    ['by such values before fields of other PDUs', '8c84 8d92 85044b3d3b00 8600 9581'],
    [
      'by such values before headers whose name begins as the number of a field',
      `8c84 8d92 85044b3d3b00 8600 ${z('#a')}${z('b')}`,
    ],
    ['by two such values', '8c83 985400 8d92 9581 9100 9100'],
    ['by a field twice at the end', '8c83 985400 8d92 9581 9581'],
    ['by an odd value', '8c81 985400 8d92 92f7'],
    ['by a length too long for what is there', `${SUBMISSION} 97${z('1')} 890381 9100 8483`],
  ])('%s', (_what, hex) => {
    expect(readCarefully(octets(hex), {}).isTorn).toBe(false);
  });
});

describe('is read carefully', () => {
  const read = (hex: string) => readCarefully(octets(hex), {}).decoded;

  it('the header of an application whose name begins with a blank', () => {
    expect(read(`${ANSWER} ${z(' a')}${z('b')}`).applicationHeaders).toEqual([{ name: ' a', value: 'b' }]);
  });

  it('a field behind a media type that cannot be read', () => {
    expect(read('8c84 85044b3d3b00 840105 8d92')).toMatchObject({ mmsVersion: '1.2' });
  });

  it('a value that may not be, with its place', () => {
    expect(read('8c83 9800 8d92 9581').warnings).toMatchObject([
      { code: 'mms/field-value-read', offset: 3, path: 'transactionId' },
    ]);
  });

  it('a value that is none, with what is wrong with it', () => {
    expect(read('8c83 985400 8d92 9581 9100').warnings).toMatchObject([
      { message: 'X-Mms-Report-Allowed: expected an octet from 80 to FF', offset: 9 },
    ]);
  });

  it('all fields behind a Content-Type that the PDU does not have', () => {
    expect(read('8c85 985400 8483 8d92 9180')).toMatchObject({
      contentType: { type: 'text/plain' },
      mmsVersion: '1.2',
      reportAllowed: 'yes',
    });
  });

  it('a field twice, the second kept as it stands', () => {
    expect(read(`8c80 985400 8d92 890181 96${z('a')} 9604847fe900 8483`).unknown).toEqual([
      { code: 0x16, raw: octets('04847fe900') },
    ]);
  });

  it('a field twice, the second written anew where its form is odd', () => {
    expect(read('8c84 8d92 85044b3d3b00 8505004b3d3b00 8483').unknown).toEqual([
      { code: 0x05, raw: octets('044b3d3b00') },
    ]);
  });

  it('and told to the inspector', () => {
    const told: unknown[] = [];
    const trace: ReadTrace = {
      ...unwatched,
      enter: (name, _start, _at, label) => told.push([name, label?.name]),
      piece: ({ name }, _start, _end, value) => told.push([name, value]),
    };
    readCarefully(octets(`8c84 8d92 ff85 ${z('X-a')}${z('b')} 8483 41`), { trace });
    expect(told).toEqual([
      ['messageType', 'X-Mms-Message-Type'],
      ['Field-name', 'X-Mms-Message-Type'],
      ['Message-type-value', 'm-retrieve-conf'],
      ['mmsVersion', 'X-Mms-MMS-Version'],
      ['Version-value', '1.2'],
      ['unknown', 'Unknown field'],
      ['applicationHeaders', 'Application-header'],
      ['Token-text', 'X-a'],
      ['Text-string', 'b'],
      ['contentType', 'Content-Type'],
      ['Content-type-value', { type: 'text/plain', parameters: {} }],
      ['Message-Body', octets('41')],
    ]);
  });
});
