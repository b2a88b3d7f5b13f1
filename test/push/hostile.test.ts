import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import {
  decodeServiceIndication,
  decodeServiceLoading,
  decodeWbxml,
  encodeWbxml,
  parseServiceIndication,
} from '../../src/push/index.ts';
import { decodeSms } from '../../src/sms/index.ts';
import { decodePush, encodePush } from '../../src/wsp/index.ts';
import { expectLinear } from '../support/growth.ts';
import { mutate } from '../support/mutate.ts';
import { random, runs } from '../support/property.ts';
import { DOCUMENTS, GAMMU_PUSHES, PUSHES } from './vectors.ts';

const WBXML: readonly Uint8Array[] = DOCUMENTS.map(({ hex }) => fromHex(hex));
const PUSH: readonly Uint8Array[] = [
  ...PUSHES.map(({ wsp }) => fromHex(wsp)),
  ...GAMMU_PUSHES.map(
    ({ parts }) => decodeSms(parts.map(({ tpdu }) => fromHex(tpdu))).data ?? new Uint8Array(0),
  ),
];

/** Runs a reader; anything but a value or an MmsError fails the test. */
function survives(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return false;
  }
}

/** True unless the octets are read, and what they say is not what they say when written again. */
function writtenAgain<T extends { readonly warnings: unknown }>(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => T,
  encode: (value: T) => Uint8Array,
): boolean {
  let value: T;
  try {
    value = decode(bytes);
  } catch {
    return true;
  }
  return isDeepStrictEqual(said(decode(encode(value))), said(value));
}

/** Without its warnings, and without its charset: one that is not written becomes UTF-8. */
function said({
  warnings: _,
  charset: __,
  ...value
}: {
  readonly warnings: unknown;
  readonly charset?: unknown;
}) {
  return value;
}

const readAll = (bytes: Uint8Array): number =>
  [decodePush, decodeWbxml, decodeServiceIndication, decodeServiceLoading].filter(read =>
    survives(() => read(bytes)),
  ).length;

describe('hostile octets', () => {
  it('cut anywhere give a value or a typed error', () => {
    let values = 0;
    for (const bytes of [...WBXML, ...PUSH]) {
      for (let length = 0; length < bytes.length; length++) values += readAll(bytes.subarray(0, length));
    }
    expect(values).toBeGreaterThan(0);
  });

  it('mutated give a value or a typed error, and what is read can be written and reads the same', () => {
    const next = random();
    const pick = (list: readonly Uint8Array[]): Uint8Array =>
      list[Math.floor(next() * list.length)] ?? new Uint8Array(0);
    let values = 0;
    for (let i = 0; i < runs(10_000); i++) {
      const document = mutate(pick(WBXML), pick(WBXML), next);
      values += readAll(document);
      if (!writtenAgain(document, decodeWbxml, encodeWbxml)) expect.fail(toHex(document));
      survives(() => decodeWbxml(document, { strict: true }));
      const push = mutate(pick(PUSH), pick(PUSH), next);
      values += readAll(push);
      if (!writtenAgain(push, decodePush, encodePush)) expect.fail(toHex(push));
      survives(() => decodePush(push, { strict: true }));
    }
    expect(values).toBeGreaterThan(0);
  });

  it.each([
    [
      'a text in Shift_JIS, in UTF-8',
      '02051100 45 86 0c 0383418341 00 01 01',
      '02056a00 45 86 0c 03e382a2e382a2 00 01 01',
    ],
    [
      'a text outside its charset, in UTF-8',
      '02050300 45 c6 01 03c3a900 01 01',
      '02056a00 45 46 03c3a900 01 01',
    ],
    [
      'a date that is none, as it was',
      '02056a00 45 86 0a 03736f6f6e00 01 01',
      '02056a00 45 86 0a 03736f6f6e00 01 01',
    ],
    ['a date of no octets, as it was', '02056a00 45 86 0a c300 01 01', '02056a00 45 86 0a c300 01 01'],
  ])('%s', (_, hex, written) => {
    const document = decodeWbxml(fromHex(hex));
    expect(toHex(encodeWbxml(document))).toBe(written.replaceAll(' ', ''));
    expect(said(decodeWbxml(fromHex(written)))).toEqual(said(document));
  });

  it('but a document of the caller keeps to what is written', () => {
    const { warnings: _, ...document } = decodeWbxml(fromHex('02051100 45 86 0c 038341 00 01 01'));
    expect(() => encodeWbxml(document)).toThrow(expect.objectContaining({ code: 'wbxml/charset' }));
    const dated = { ...indication('http://a'), attributes: new Map() };
    const [child] = dated.children;
    const created = {
      ...child,
      name: 'indication',
      attributes: new Map([['created', { value: 'soon' }]]),
      children: [],
    };
    expect(() => encodeWbxml({ root: { ...dated, children: [created] } })).toThrow(
      expect.objectContaining({ code: 'push/date' }),
    );
  });

  it('keep what they say through a second pass', () => {
    const next = random();
    let compared = 0;
    for (let i = 0; i < runs(5000); i++) {
      const document = mutate(WBXML[i % WBXML.length] ?? new Uint8Array(0), new Uint8Array(0), next);
      let again: Uint8Array;
      try {
        again = encodeWbxml(decodeWbxml(document));
      } catch (error) {
        if (!isMmsError(error)) throw error;
        continue;
      }
      expect(encodeWbxml(decodeWbxml(again))).toEqual(again);
      compared++;
    }
    expect(compared).toBeGreaterThan(0);
  });

  it.each([0x03, 0x45, 0x85, 0x02, 0x43, 0x06, 0xc3])(
    'a megabyte of octet %i is read in linear time',
    fill => {
      expectLinear(octets => {
        const bytes = new Uint8Array(octets).fill(fill);
        bytes.set(fromHex('02056a0045'));
        readAll(bytes);
      }, 2 ** 20);
    },
  );

  it('long addresses are read and written in linear time', () => {
    expectLinear(count => {
      survives(() => parseServiceIndication(`<si><indication href="${'.com/'.repeat(count)}"/></si>`));
    }, 10_000);
    expectLinear(count => survives(() => encodeWbxml({ root: indication('.com'.repeat(count)) })), 2 ** 18);
  });
});

/** An indication with nothing but its address. */
function indication(href: string) {
  return {
    name: 'si',
    attributes: new Map(),
    children: [{ name: 'indication', attributes: new Map([['href', { value: href }]]), children: [] }],
  };
}
