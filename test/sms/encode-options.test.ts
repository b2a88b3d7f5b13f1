import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import type { MmsError } from '../../src/errors.ts';
import {
  type DataCoding,
  decodeDataCodingScheme,
  decodeSubmit,
  encodeDataCodingScheme,
  encodeSms,
  encodeSubmit,
  type SmsMessage,
  smsSubmitPduValues,
} from '../../src/sms/index.ts';
import { runs } from '../support/property.ts';

const to = '+447700900123';

function tpduOf(message: Partial<SmsMessage>): Uint8Array {
  const [first] = encodeSms({ to, ...(message.data === undefined ? { text: 'x' } : {}), ...message });
  return first?.tpdu ?? new Uint8Array(0);
}

function refusal(message: Partial<SmsMessage>): Pick<MmsError, 'code' | 'path' | 'message'> | undefined {
  try {
    tpduOf(message);
  } catch (error) {
    return error as MmsError;
  }
  return undefined;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

describe('the validity period', () => {
  it.each([
    [1, 0x00],
    [5, 0x00],
    [6, 0x01],
    [HOUR, 0x0b],
    [6 * HOUR, 0x47],
    [12 * HOUR, 0x8f],
    [12 * HOUR + 1, 0x90],
    [DAY, 0xa7],
    [DAY + 1, 0xa8],
    [3 * DAY, 0xa9],
    [7 * DAY, 0xad],
    [30 * DAY, 0xc4],
    [30 * DAY + 1, 0xc5],
    [63 * WEEK, 0xff],
  ])('of %i minutes is the octet %i', (validityPeriod, octet) => {
    const tpdu = tpduOf({ validityPeriod });
    expect(tpdu[0]).toBe(0x11);
    expect(tpdu[12]).toBe(octet);
    expect(decodeSubmit(tpdu).validityPeriod).toBeGreaterThanOrEqual(validityPeriod);
  });

  it('round-trips every octet of the relative format', () => {
    for (let octet = 0; octet < 256; octet++) {
      const tpdu = tpduOf({ validityPeriod: 5 });
      tpdu[12] = octet;
      const { validityPeriod } = decodeSubmit(tpdu);
      expect(tpduOf({ validityPeriod })[12]).toBe(octet);
    }
  });

  it.each([
    ['2026-12-31T23:59:58+01:00', '62211332958540'],
    ['2026-12-31T23:59:58-05:00', '6221133295850a'],
    ['2026-12-31T23:59:58-07:00', '6221133295858a'],
    ['2026-12-31T23:59:58+05:45', '62211332958532'],
    ['1999-03-29T15:16:59Z', '99309251619500'],
  ])('of %s is absolute', (validityPeriod, hex) => {
    const tpdu = tpduOf({ validityPeriod });
    expect(tpdu[0]).toBe(0x19);
    expect(toHex(tpdu.subarray(12, 19))).toBe(hex);
    expect(decodeSubmit(tpdu).validityPeriod).toBe(validityPeriod);
  });

  it('of a Date or of an ISO text without zone is in UTC', () => {
    for (const validityPeriod of [new Date('2026-12-31T23:59:58Z'), '2026-12-31T23:59:58']) {
      expect(decodeSubmit(tpduOf({ validityPeriod })).validityPeriod).toBe('2026-12-31T23:59:58Z');
    }
  });

  it('of seven octets is enhanced', () => {
    const validityPeriod = fromHex('023c0000000000');
    const tpdu = tpduOf({ validityPeriod });
    expect(tpdu[0]).toBe(0x09);
    expect(decodeSubmit(tpdu).validityPeriod).toEqual(validityPeriod);
  });

  it.each([
    0,
    -5,
    Number.NaN,
    63 * WEEK + 1,
    'tomorrow',
    '2026-02-30T00:00:00Z',
    '2026-12-31T24:00:00Z',
    '2090-01-01T00:00:00Z',
    '2026-12-31T23:59:58+01:10',
    '2026-12-31T23:59:58+20:00',
    new Uint8Array(6),
  ])('of %o is refused', validityPeriod => {
    expect(refusal({ validityPeriod })).toMatchObject({ code: 'sms/validity-period' });
  });
});

describe('addresses', () => {
  it.each([
    ['+447700900123', undefined, '0c91447700091032'],
    ['12345', undefined, '05812143f5'],
    ['*101#', undefined, '05811a10fb'],
    ['07700900123', 0xa1, '0ba17007900021f3'],
    ['1abc', undefined, '0481c1ed'],
    ['alpha:MyShop', undefined, '0bd0cdfc14fd8603'],
    ['alpha:HelloWorld1', undefined, '14d0c8329bfdbebee56c720c'],
    ['alpha:€', undefined, '04d09b32'],
  ] as const)('%s of type %o', (address, typeOfAddress, hex) => {
    const tpdu = tpduOf({ to: address, typeOfAddress });
    expect(toHex(tpdu.subarray(2, 2 + hex.length / 2))).toBe(hex);
    expect(decodeSubmit(tpdu)).toMatchObject({ to: address, warnings: [] });
  });

  it.each([
    ['', undefined],
    ['+', undefined],
    ['123456789012345678901', undefined],
    ['a b', undefined],
    ['12/34', undefined],
    ['+44 (0)7700', undefined],
    ['12345\n67890', undefined],
    ['alpha:', undefined],
    ['alpha:HelloWorld12', undefined],
    ['alpha:€€€€€€', undefined],
    ['+44', 0xa1],
    ['12', 0xd0],
    ['alpha:A', 0x91],
    ['12', 0x11],
  ] as const)('%s of type %o is refused', (address, typeOfAddress) => {
    expect(refusal({ to: address, typeOfAddress })).toMatchObject({ code: 'sms/address' });
  });

  it.each([
    ['12 34', '04812143'],
    [' +44-7700 900.123', '0c91447700091032'],
  ])('%j is written without what stands between its digits', (address, hex) => {
    expect(toHex(tpduOf({ to: address }).subarray(2, 2 + hex.length / 2))).toBe(hex);
  });

  it('names outside the default alphabet are refused', () => {
    expect(refusal({ to: 'alpha:ç' })).toMatchObject({ code: 'sms/unencodable' });
  });

  it('round-trip', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789*#abc'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(digits, fc.boolean(), (number, international) => {
        const address = international ? `+${number}` : number;
        expect(decodeSubmit(tpduOf({ to: address })).to).toBe(address);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the data coding scheme', () => {
  it.each([
    [0x00, { alphabet: 'gsm7' }],
    [0x04, { alphabet: '8bit' }],
    [0x08, { alphabet: 'ucs2' }],
    [0x0c, { alphabet: 'gsm7', reserved: true }],
    [0x18, { alphabet: 'ucs2', messageClass: 0 }],
    [0x28, { alphabet: 'ucs2', compressed: true }],
    [0x44, { alphabet: '8bit', automaticDeletion: true }],
    [0x95, { alphabet: 'gsm7', reserved: true }],
    [0xc0, { alphabet: 'gsm7', messageWaiting: { indication: 'voicemail', active: false, store: false } }],
    [0xd9, { alphabet: 'gsm7', messageWaiting: { indication: 'fax', active: true, store: true } }],
    [0xea, { alphabet: 'ucs2', messageWaiting: { indication: 'e-mail', active: true, store: true } }],
    [0xf0, { alphabet: 'gsm7', messageClass: 0 }],
    [0xf5, { alphabet: '8bit', messageClass: 1 }],
  ] satisfies [number, DataCoding][])('%i is read', (scheme, coding) => {
    expect(decodeDataCodingScheme(scheme)).toEqual(coding);
  });

  it('is written so that it reads back', () => {
    for (const alphabet of ['gsm7', '8bit', 'ucs2'] as const) {
      expect(decodeDataCodingScheme(encodeDataCodingScheme(alphabet))).toEqual({ alphabet });
      for (const messageClass of [0, 1, 2, 3] as const) {
        const scheme = encodeDataCodingScheme(alphabet, messageClass);
        expect(decodeDataCodingScheme(scheme)).toEqual({ alphabet, messageClass });
      }
    }
  });

  it('is refused when it names another alphabet or class', () => {
    for (const message of [
      { dataCodingScheme: 8 },
      { dataCodingScheme: 0, text: 'Ж' },
      { dataCodingScheme: 0x20 },
      { dataCodingScheme: 0, data: new Uint8Array(1) },
      { dataCodingScheme: 0xf1, messageClass: 0 as const },
      { data: new Uint8Array(1), encoding: 'ucs2' as const },
    ]) {
      expect(refusal(message)).toMatchObject({ code: 'sms/alphabet-mismatch' });
    }
    expect(refusal({ dataCodingScheme: 256 })).toMatchObject({ code: 'sms/field-value' });
  });
});

describe('what cannot be sent is refused', () => {
  it.each<[string, Partial<SmsMessage>, { code: string; path?: string; message?: unknown }]>([
    ['more than 255 parts', { text: 'a'.repeat(39016) }, { code: 'sms/too-many-parts' }],
    ['more than 255 parts of UCS-2', { text: 'Ж'.repeat(17086) }, { code: 'sms/too-many-parts' }],
    [
      'a lone surrogate',
      { text: 'a\ud83d!' },
      {
        code: 'sms/lone-surrogate',
        path: 'text[1]',
        message: expect.stringContaining('U+D83D at character 2'),
      },
    ],
    ['a lone surrogate in GSM 7-bit', { text: '\udc00', encoding: 'gsm7' }, { code: 'sms/lone-surrogate' }],
    [
      'a character outside a forced GSM 7-bit',
      { text: 'naïve', encoding: 'gsm7' },
      { code: 'sms/unencodable', path: 'text[2]', message: expect.stringContaining('U+00EF at character 3') },
    ],
    [
      'a character outside 8-bit',
      { text: 'é€', encoding: '8bit' },
      { code: 'sms/unencodable', path: 'text[1]' },
    ],
    ['a reference over 8 bits', { reference: 256 }, { code: 'sms/field-value', path: 'reference' }],
    ['a reference over 16 bits', { reference: 65536, referenceBits: 16 }, { code: 'sms/field-value' }],
    [
      'a message reference over 255',
      { messageReference: 256 },
      { code: 'sms/field-value', path: 'messageReference' },
    ],
    ['a PID over 255', { protocolIdentifier: -1 }, { code: 'sms/field-value', path: 'protocolIdentifier' }],
    [
      'a header over 140 octets',
      { informationElements: [{ id: 0x70, data: new Uint8Array(140) }] },
      { code: 'sms/udh-too-long' },
    ],
    [
      'a header that leaves no room for a pair',
      { text: '€€€€', informationElements: [{ id: 0x70, data: new Uint8Array(131) }] },
      { code: 'sms/no-room' },
    ],
    [
      'a language element of the caller',
      { informationElements: [{ id: 0x24, data: new Uint8Array([1]) }] },
      { code: 'sms/element-conflict' },
    ],
    ['a language without table', { nationalLanguage: { lockingShift: 2 } }, { code: 'sms/language' }],
  ])('%s', (_, message, expected) => {
    expect(refusal(message)).toMatchObject(expected);
  });

  it('but up to the limit it is sent', () => {
    expect(encodeSms({ to, text: 'a'.repeat(39015) }).length).toBe(255);
    expect(encodeSms({ to, text: 'Ж'.repeat(17085) }).length).toBe(255);
    const header = [{ id: 0x70, data: new Uint8Array(137) }];
    expect(encodeSms({ to, text: '', informationElements: header }).length).toBe(1);
  });

  it.each([
    ['text', { to }],
    ['text', { to, text: '', data: new Uint8Array(0) }],
    ['text', { to, text: 7 }],
    ['data', { to, data: [1] }],
    ['portBits', { to, text: '', portBits: 9, ports: { destination: 1 } }],
    ['ports.destination', { to, text: '', ports: { destination: '1' } }],
    ['to', { to: 5, text: '' }],
    ['encoding', { to, text: '', encoding: 'utf-8' }],
    ['reference', { to, text: '', reference: '1' }],
    ['referenceBits', { to, text: '', referenceBits: 9 }],
    ['messageReference', { to, text: '', messageReference: '1' }],
    ['validityPeriod', { to, text: '', validityPeriod: {} }],
    ['informationElements', { to, text: '', informationElements: [{ id: 0x70, data: [] }] }],
  ])('and a wrong type names %s', (path, message) => {
    expect(() => encodeSms(message as unknown as SmsMessage)).toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path }),
    );
  });
});

describe('encodeSms', () => {
  it('replaces lone surrogates on request', () => {
    const [segment] = encodeSms({ to, text: '\ud83dA😀', loneSurrogates: 'replace' });
    expect(segment?.text).toBe('\ufffdA😀');
  });

  it('writes 8-bit text as ISO-8859-1', () => {
    const [segment] = encodeSms({ to, text: 'é', encoding: '8bit' });
    expect([toHex(segment?.userData ?? new Uint8Array(0)), segment?.text]).toEqual(['e9', 'é']);
  });

  it('drops the language tables when the text goes UCS-2', () => {
    const [segment] = encodeSms({ to, text: 'Ж', nationalLanguage: { singleShift: 1 } });
    expect(segment?.userDataHeader.length).toBe(0);
  });
});

describe('encodeSubmit', () => {
  it('refuses user data that do not match their length', () => {
    const submit = { to, dataCodingScheme: 0, userData: new Uint8Array(7), userDataLength: 9 };
    expect(() => encodeSubmit(submit)).toThrow(expect.objectContaining({ code: 'sms/user-data-length' }));
    expect(encodeSubmit({ ...submit, userDataLength: 8 }).length).toBe(20);
    const long = { to, dataCodingScheme: 4, userData: new Uint8Array(141), userDataLength: 141 };
    expect(() => encodeSubmit(long)).toThrow(expect.objectContaining({ code: 'sms/user-data-length' }));
  });
});

describe('smsSubmitPduValues', () => {
  it('gives the four values of each part', () => {
    const ports = { destination: 9204 };
    expect(smsSubmitPduValues({ data: fromHex('0aff'), ports })).toEqual([
      {
        SmsSubmitPduDataCodingScheme: '04',
        SmsSubmitPduProtocolIdentifier: '00',
        SmsSubmitPduUserDataHeader: '06050423F40000',
        SmsSubmitPduUserData: '0AFF',
      },
    ]);
    const text = 'a'.repeat(200);
    const parts = smsSubmitPduValues({ text, ports, protocolIdentifier: 0x41, reference: 0 });
    expect(parts.map(part => part.SmsSubmitPduUserDataHeader)).toEqual([
      '0B050423F400000003000201',
      '0B050423F400000003000202',
    ]);
    expect(parts[0]?.SmsSubmitPduProtocolIdentifier).toBe('41');
  });

  it('is the user data of the TPDU', () => {
    const message = { text: 'hello {€}', ports: { destination: 5000 } };
    const [values] = smsSubmitPduValues(message);
    const [segment] = encodeSms({ to, ...message });
    expect(`${values?.SmsSubmitPduUserDataHeader}${values?.SmsSubmitPduUserData}`.toLowerCase()).toBe(
      toHex(segment?.userData ?? new Uint8Array(0)),
    );
  });
});
