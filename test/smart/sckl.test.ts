import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { formatSckl, parseSckl } from '../../src/smart/index.ts';
import { expectLinear } from '../support/growth.ts';
import { runs } from '../support/property.ts';

interface Vector {
  readonly name: string;
  readonly input: {
    readonly destinationPort: number;
    readonly originatorPort?: number;
    readonly reference?: number;
    readonly payloadHex?: string;
    readonly text?: string;
  };
  readonly text?: string;
  readonly messages?: readonly string[];
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../vectors/smart/sckl.json', import.meta.url), 'utf8'),
);

describe('the script form', () => {
  it.each(vectors)('$name', ({ input, text, messages }) => {
    const { payloadHex, ...fields } = input;
    const message = { ...fields, ...(payloadHex === undefined ? {} : { payload: fromHex(payloadHex) }) };
    const texts = messages ?? [text ?? ''];
    expect(formatSckl(message)).toEqual(texts);
    expect(parseSckl(texts, { strict: true })).toEqual({ ...message, warnings: [] });
    expect(parseSckl(texts.toReversed(), { strict: true })).toEqual({ ...message, warnings: [] });
  });

  it('fills one SMS before it cuts', () => {
    const form = (length: number, originatorPort?: number) =>
      formatSckl({ destinationPort: 5505, originatorPort, payload: new Uint8Array(length) });
    expect(form(74)).toHaveLength(1);
    expect(form(74)[0]).toHaveLength(159);
    expect(form(75).map(text => text.length)).toEqual([21 + 138, 21 + 12]);
    expect(form(75)[0]?.slice(0, 21)).toBe('//SCKL15810000000201 ');
    expect(form(72, 0)).toHaveLength(1);
    expect(form(73, 0)).toHaveLength(2);
    expect(form(0)).toEqual(['//SCKL1581 ']);
  });

  it('writes a single part with its reference when there is one', () => {
    const texts = formatSckl({
      destinationPort: 5505,
      originatorPort: 5505,
      reference: 165,
      payload: fromHex('02'),
    });
    expect(texts).toEqual(['//SCKL15811581A50101 02']);
    expect(parseSckl(texts)).toMatchObject({ originatorPort: 5505, reference: 165, payload: fromHex('02') });
  });

  it('counts the characters that take two septets', () => {
    const text = '{€}'.repeat(60);
    const texts = formatSckl({ destinationPort: 9204, text }, { separator: ' ' });
    expect(texts).toHaveLength(3);
    expect(parseSckl(texts).text).toBe(text);
    expect(() => formatSckl({ destinationPort: 9204, text: '漢' })).toThrow(
      expect.objectContaining({ code: 'sms/unencodable' }),
    );
  });

  it('reads the old ports of cards', () => {
    expect(parseSckl('//SCKE2 BEGIN:VCARD')).toEqual({
      destinationPort: 226,
      text: 'BEGIN:VCARD',
      warnings: [],
    });
    expect(parseSckl('//SCKE4 x')).toMatchObject({ destinationPort: 228, text: 'x' });
    expect(parseSckl('//SCKL00E2\nx')).toMatchObject({ destinationPort: 226, text: 'x' });
  });

  it('reads what is sloppy with a warning', () => {
    const sloppy: [string, string][] = [
      ['//SCKL158a 30', 'sckl/lower-case'],
      ['//SCKL158A 0605 04158A0000 30', 'sckl/binary-header'],
      ['//SCKL158A 0B0504158A000000030A0101 30', 'sckl/binary-header'],
    ];
    for (const [text, code] of sloppy) {
      expect(parseSckl(text)).toMatchObject({ destinationPort: 5514, warnings: [{ code }] });
      expect(toHex(parseSckl(text).payload ?? new Uint8Array())).toBe('30');
      expect(() => parseSckl(text, { strict: true })).toThrow(expect.objectContaining({ code }));
    }
  });

  it('refuses what is not a script form, and parts that do not fit', () => {
    const part = (reference: string, total: number, sequence: number) =>
      `//SCKL15810000${reference}0${total}0${sequence} 02`;
    const wrong: [string | string[], string][] = [
      ['', 'sckl/header'],
      ['SCKL1581 02', 'sckl/header'],
      ['//SCKL158 02', 'sckl/header'],
      ['//SCKL158102', 'sckl/header'],
      ['//SCKL1581', 'sckl/header'],
      ['//SCKL1581 0', 'hex/odd-length'],
      ['//SCKL1581 0g', 'hex/bad-digit'],
      [[], 'sckl/parts'],
      [part('01', 2, 1), 'sckl/parts'],
      [[part('01', 2, 1), part('02', 2, 2)], 'sckl/parts'],
      [[part('01', 2, 1), part('01', 2, 1)], 'sckl/parts'],
      [[part('01', 2, 1), part('01', 2, 3)], 'sckl/parts'],
      [[part('01', 2, 1), part('01', 2, 2), part('01', 2, 2)], 'sckl/parts'],
      [part('01', 1, 0), 'sckl/parts'],
      [part('01', 0, 0), 'sckl/parts'],
    ];
    for (const [texts, code] of wrong) {
      expect(() => parseSckl(texts), String(texts)).toThrow(expect.objectContaining({ code }));
    }
  });

  it('refuses numbers out of range and too much content', () => {
    const payload = new Uint8Array(1);
    for (const message of [
      { destinationPort: 65536, payload },
      { destinationPort: -1, payload },
      { destinationPort: 1.5, payload },
      { destinationPort: 1, originatorPort: 65536, payload },
      { destinationPort: 1, reference: 256, payload },
    ]) {
      expect(() => formatSckl(message)).toThrow(expect.objectContaining({ code: 'sckl/field' }));
    }
    for (const message of [
      { destinationPort: 5505, payload: new Uint8Array(255 * 69 + 1) },
      { destinationPort: 5505, payload: new Uint8Array(1_000_000) },
      { destinationPort: 9204, text: '€'.repeat(255 * 69 + 1) },
    ]) {
      expect(() => formatSckl(message)).toThrow(expect.objectContaining({ code: 'sckl/too-many-parts' }));
    }
    const EITHER = { code: 'sckl/field', path: 'payload' };
    expect(formatSckl({ destinationPort: 5505, payload: new Uint8Array(255 * 69) })).toHaveLength(255);
    expect(() => formatSckl({ destinationPort: 5505 })).toThrow(expect.objectContaining(EITHER));
    expect(() => formatSckl({ destinationPort: 5505, payload, text: '' })).toThrow(
      expect.objectContaining(EITHER),
    );
  });

  it('gives back any content', () => {
    const port = fc.integer({ min: 0, max: 65535 });
    const fields = fc.record(
      { originatorPort: port, reference: fc.integer({ min: 0, max: 255 }) },
      { requiredKeys: [] },
    );
    const binary = fc.record({
      destinationPort: fc.constantFrom(5505, 5506, 5507, 5514),
      payload: fc.uint8Array({ maxLength: 400 }),
    });
    const textual = fc.record({
      destinationPort: fc.constantFrom(226, 228, 9204, 9205),
      text: fc.stringMatching(/^[A-Z:;0-9 {}€é\r\n]{0,400}$/),
    });
    fc.assert(
      fc.property(fields, fc.oneof(binary, textual), (ports, content) => {
        const texts = formatSckl({ ...ports, ...content });
        for (const text of texts) expect(text.length).toBeLessThanOrEqual(160);
        expect(parseSckl(texts)).toMatchObject(content);
      }),
      { numRuns: runs(300) },
    );
  });

  it('takes linear time for hostile text', () => {
    for (const textOf of [
      (length: number) => '//SCK'.repeat(length / 5),
      (length: number) => `//SCKL1581 ${'0'.repeat(length)}`,
      (length: number) => 'A'.repeat(length),
    ]) {
      expectLinear(length => {
        try {
          parseSckl(textOf(length));
        } catch (error) {
          if (!isMmsError(error)) throw error;
        }
      }, 1_000_000);
    }
  });
});
