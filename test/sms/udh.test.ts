import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import {
  decodeUdh,
  encodeSms,
  encodeUdh,
  INFORMATION_ELEMENTS,
  type InformationElementRow,
  informationElement,
  informationElementName,
} from '../../src/sms/index.ts';
import { runs } from '../support/property.ts';

const hex = (text: string): Uint8Array => fromHex(text);

/** Data of a length that the row allows. */
function dataFor(row: InformationElementRow): fc.Arbitrary<Uint8Array> {
  const fixed = (row.fields ?? []).reduce((sum, { octets }) => sum + (octets === 'rest' ? 4 : octets), 0);
  return fc.uint8Array({ minLength: fixed, maxLength: fixed });
}

describe('the table of information elements', () => {
  const rows: readonly InformationElementRow[] = INFORMATION_ELEMENTS;

  it('has each number, key and name once, and a clause in every row', () => {
    for (const of of ['id', 'key', 'name'] as const) {
      expect(new Set(rows.map(row => row[of])).size, of).toBe(rows.length);
    }
    expect(rows.every(row => row.clause.startsWith('23.040 '))).toBe(true);
  });

  it('names every identifier', () => {
    for (let id = 0; id < 256; id++) expect(informationElementName(id)).not.toBe('');
    expect(informationElementName(0x75)).toBe('(U)SIM Toolkit Security Headers');
  });

  it('excludes both ways', () => {
    for (const row of rows) {
      if (row.excludes === undefined) continue;
      expect(rows.find(({ id }) => id === row.excludes)?.excludes).toBe(row.id);
    }
  });

  it('reads back what each row writes', () => {
    for (const row of rows) {
      fc.assert(
        fc.property(dataFor(row), data => {
          const { elements, warnings } = decodeUdh(encodeUdh([{ id: row.id, data }]));
          expect(warnings).toEqual([]);
          expect(elements).toMatchObject([{ id: row.id, name: row.name, data }]);
          const value = elements[0]?.value;
          if (value === undefined) expect(row.fields).toBeUndefined();
          else expect(informationElement(row.key as 'ports16', value)).toEqual({ id: row.id, data });
        }),
        { numRuns: runs(20) },
      );
    }
  });
});

describe('encodeUdh', () => {
  it('writes the headers of the reference', () => {
    expect(toHex(encodeUdh([{ id: 5, data: hex('23f40000') }]))).toBe('06050423f40000');
    expect(toHex(encodeUdh([informationElement('ports16', { destination: 5000, source: 0 })]))).toBe(
      '06050413880000',
    );
    expect(
      toHex(encodeUdh([informationElement('textFormatting', { start: 3, length: 3, mode: 0x13 })])),
    ).toBe('050a03030313');
    expect(toHex(encodeUdh([informationElement('predefinedSound', { position: 7, sound: 5 })]))).toBe(
      '040b020705',
    );
    expect(encodeUdh([])).toEqual(new Uint8Array(0));
  });

  it.each([
    ['sms/element-length', [{ id: 5, data: hex('0b84') }]],
    [
      'sms/element-conflict',
      [
        { id: 0x24, data: hex('01') },
        { id: 0x24, data: hex('03') },
      ],
    ],
    [
      'sms/element-conflict',
      [
        { id: 4, data: hex('0102') },
        { id: 5, data: hex('01020304') },
      ],
    ],
    [
      'sms/element-conflict',
      [
        { id: 8, data: hex('00010201') },
        { id: 0, data: hex('010201') },
      ],
    ],
    ['sms/udh-too-long', [{ id: 0x70, data: new Uint8Array(138) }]],
    ['sms/field-value', [{ id: 3, data: hex('00') }]],
    ['sms/field-value', [{ id: 256, data: hex('00') }]],
  ] as const)('refuses with %s', (code, elements) => {
    expect(() => encodeUdh(elements)).toThrow(expect.objectContaining({ code }));
  });

  it('fills a header up to 140 octets', () => {
    expect(encodeUdh([{ id: 0x70, data: new Uint8Array(137) }]).length).toBe(140);
  });
});

describe('decodeUdh', () => {
  it('keeps unknown elements and says how long the header is', () => {
    const { elements, length } = decodeUdh(hex('0a6f03aabbcc05040b8423f0').slice(0, 11));
    expect(length).toBe(11);
    expect(elements.map(({ id, name }) => [id, name])).toEqual([]);
    const whole = decodeUdh(hex('0b6f03aabbcc05040b8423f0'));
    expect(whole.elements[0]).toMatchObject({
      id: 0x6f,
      name: 'Reserved for future use',
      data: hex('aabbcc'),
    });
    expect(whole.elements[1]?.value).toEqual({ destination: 2948, source: 9200 });
    expect(whole.warnings).toEqual([]);
  });

  it('ignores all elements when their lengths do not add up', () => {
    const { elements, warnings } = decodeUdh(hex('06050423f40001'.replace('0504', '0505')));
    expect(elements).toEqual([]);
    expect(warnings.map(({ code, offset }) => [code, offset])).toEqual([['sms/element-overrun', 1]]);
  });

  it('warns of repeats and wrong lengths, and refuses them when strict', () => {
    expect(decodeUdh(hex('06240101240103')).warnings.map(({ code }) => code)).toEqual([
      'sms/element-repeated',
    ]);
    expect(decodeUdh(hex('0405020b84')).warnings.map(({ code }) => code)).toEqual(['sms/element-ignored']);
    expect(() => decodeUdh(hex('0405020b84'), { strict: true })).toThrow(
      expect.objectContaining({ code: 'sms/element-ignored', path: 'informationElements[0]' }),
    );
  });

  it('refuses a header that the input does not hold', () => {
    expect(() => decodeUdh(hex('06050423f4'))).toThrow(expect.objectContaining({ code: 'bytes/truncated' }));
    expect(() => decodeUdh(new Uint8Array(0))).toThrow(expect.objectContaining({ code: 'bytes/truncated' }));
  });
});

describe('segments of data', () => {
  const to = '+447700900123';

  it('fill each part: 140 alone, 133 with ports, 128 with ports and concatenation', () => {
    const lengths = (octets: number, ports?: { destination: number }) =>
      encodeSms({ to, data: new Uint8Array(octets), ports }).map(
        ({ userData, userDataHeader }) => userData.length - userDataHeader.length,
      );
    expect(lengths(0)).toEqual([0]);
    expect(lengths(140)).toEqual([140]);
    expect(lengths(141)).toEqual([134, 7]);
    expect(lengths(133, { destination: 5505 })).toEqual([133]);
    expect(lengths(134, { destination: 5505 })).toEqual([128, 6]);
  });

  it('hold the data in order, whatever their length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), (data, wide) => {
        const segments = encodeSms({ to, data, ports: { destination: 2948 }, referenceBits: wide ? 16 : 8 });
        const joined = segments.flatMap(({ userData, userDataHeader }) => [
          ...userData.subarray(userDataHeader.length),
        ]);
        expect(joined).toEqual([...data]);
        expect(
          segments.every(({ userData, total }) => userData.length <= 140 && total === segments.length),
        ).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  it('stop at 255 parts', () => {
    expect(encodeSms({ to, data: new Uint8Array(34170) }).length).toBe(255);
    expect(() => encodeSms({ to, data: new Uint8Array(34171) })).toThrow(
      expect.objectContaining({ code: 'sms/too-many-parts' }),
    );
  });

  it.each([
    [{ destination: 65536 }, undefined, 'ports.destination'],
    [{ destination: 1, source: -1 }, undefined, 'ports.source'],
    [{ destination: 256 }, 8, 'ports.destination'],
  ] as const)('refuse the ports %o', (ports, portBits, path) => {
    expect(() => encodeSms({ to, data: hex('00'), ports, portBits })).toThrow(
      expect.objectContaining({ code: 'sms/port-range', path }),
    );
  });
});
