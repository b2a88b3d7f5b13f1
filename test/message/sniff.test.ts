import { describe, expect, it } from 'vitest';
import { bundleFormat, formatOfInput, isMms, isSmilName, isXml } from '../../src/message/index.ts';

const octets = (...values: number[]): Uint8Array => Uint8Array.from(values);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('what an input is', () => {
  it.each([
    ['a.bin', octets(0x8c, 0x84), 'mms'],
    ['a.yaml', octets(0x8c, 0x80), 'mms'],
    ['a.bin', octets(0x8c, 0x20), 'medium'],
    ['a.bin', text('PK'), 'zip'],
    ['a.json', text('PK'), 'zip'],
    ['a.jar', text('PK'), 'medium'],
    ['a.JAR', text('PK'), 'medium'],
    ['a.jar.bin', text('PK'), 'zip'],
    ['a.bin', text('QK'), 'medium'],
    ['a.bin', text('Pk'), 'medium'],
    ['a.bin', text('KP'), 'medium'],
    ['a.yml', text('slides: []'), 'manifest'],
    ['a.YAML', text('slides: []'), 'manifest'],
    ['a.json', text('{}'), 'manifest'],
    ['a.json.txt', text('{}'), 'medium'],
    ['ajson', text('{}'), 'medium'],
    ['a.smil', text('<smil/>'), 'smil'],
    ['a.SMI', text('<smil/>'), 'smil'],
    ['a.smile', text('<smil/>'), 'medium'],
    ['a.jpg', octets(0xff, 0xd8), 'medium'],
    ['', new Uint8Array(), 'medium'],
  ])('%s %j is %s', (name, bytes, format) => {
    expect(formatOfInput(name, bytes)).toBe(format);
  });

  it('knows XML behind white space and byte order marks, in UTF-8 and UTF-16', () => {
    for (const xml of ['<a/>', '\ufeff<a/>', ' \t\r\n<a/>']) expect(isXml(text(xml))).toBe(true);
    expect(isXml(octets(0xfe, 0xff, 0, 0x3c))).toBe(true);
    expect(isXml(octets(0xff, 0xfe, 0x3c, 0))).toBe(true);
    for (const other of ['', ' ', 'a<b', '{}']) expect(isXml(text(other))).toBe(false);
  });

  it('knows a binary message by two octets, a SMIL document by its name', () => {
    expect([isMms(octets(0x8c, 0x97)), isMms(octets(0x8c)), isMms(new Uint8Array())]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isSmilName('a.smil'), isSmilName('b/c.smi'), isSmilName('smil')]).toEqual([true, true, false]);
  });
});

describe('a whole message', () => {
  it.each([
    ['a.bin', octets(0x8c, 0x84), 'mms'],
    ['a.bin', text('PK'), 'zip'],
    ['a.mms', text('junk'), 'mms'],
    ['a.ZIP', text('junk'), 'zip'],
    ['a.yaml', text('slides: []'), undefined],
    ['a.smil', text('<smil/>'), undefined],
    ['mms', text('junk'), undefined],
  ])('%s %j claims to be %s', (name, bytes, format) => {
    expect(bundleFormat(name, bytes)).toBe(format);
  });
});
