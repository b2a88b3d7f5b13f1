import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { fittingLength } from '../../src/mms/fitting-length.ts';
import { z } from './tolerance.ts';

const VECTORS = join(import.meta.dirname, '../vectors/mms');
const LIES = [-3, -2, -1, 1, 2, 3, 8];
const MAX_SHORT_LENGTH = 30;

const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));

function vector(number: string): Uint8Array {
  const file = readdirSync(VECTORS).find(name => name.startsWith(number)) ?? '';
  const { hex }: { hex: string } = JSON.parse(readFileSync(join(VECTORS, file), 'utf8'));
  return fromHex(hex);
}

describe('whatever a length says, the one that fits is found', () => {
  it.each([
    ['subject', '04', 37],
    ['from', '06', 9],
    ['date', '07', 9],
    ['from', '07', 15],
    ['expiry', '07', 45],
    ['expiry', '07', 47],
    ['deliveryTime', '07', 52],
    ['deliveryTime', '07', 54],
    ['from', '08', 9],
    ['messageSize', '08', 42],
    ['expiry', '08', 46],
    ['expiry', '08', 48],
    ['date', '10', 5],
    ['contentType', '10', 17],
    ['date', '13', 49],
    ['date', '16', 52],
  ])('that of %s in the vector %s at %i', (key, number, offset) => {
    const bytes = vector(number);
    const truth = bytes[offset] ?? 0;
    for (const lie of LIES) {
      const stated = truth + lie;
      if (stated < 0 || stated > MAX_SHORT_LENGTH) continue;
      bytes[offset] = stated;
      expect(fittingLength(bytes, undefined)).toMatchObject({ key, offset, stated, fitting: truth });
      expect(bytes[offset]).toBe(stated);
    }
  });
});

/** A length of three where two octets stand. */
const LYING_SIZE = '8c82 985400 8d92 8a80 8e030108 880381013c 832f6100';

describe('no length fits', () => {
  it.each([
    ['what is no PDU', LYING_SIZE.replace('8c', '8d')],
    ['a message type that nobody knows', LYING_SIZE.replace('8c82', '8cff')],
    ['a PDU that lacks a mandatory field besides', LYING_SIZE.replace('8a80', '')],
    ['a PDU with a field that it does not have besides', `${LYING_SIZE} 9180`],
    ['a PDU with a field twice besides', `${LYING_SIZE} 8a80`],
    ['a PDU with an empty text besides', `${LYING_SIZE} 9600`],
    ['a PDU with a value that it may not have besides', `${LYING_SIZE} 890181`],
    ['a PDU with the header of an application besides', `${LYING_SIZE} ${z('X-a')}${z('b')}`],
  ])('%s', (_what, hex) => {
    expect(fittingLength(octets(hex), undefined)).toBeUndefined();
  });

  it('but that of the size, where nothing else is wrong', () => {
    expect(fittingLength(octets(LYING_SIZE), undefined)).toMatchObject({
      key: 'messageSize',
      offset: 10,
      stated: 3,
      fitting: 2,
    });
  });
});

describe('of several lengths that fit, that one is found', () => {
  it.each([
    [
      'with the fewest odd values',
      `8c80 985400 8d92 8509018f85 890181 8483`,
      { key: 'date', stated: 9, fitting: 3 },
    ],
    ['with the most fields', '8c8d 985400 8d92 af0180 b30990', { key: 'limit', stated: 9, fitting: 1 }],
    [
      'with the most fields behind it',
      '8c8d 985400 8d92 b30990 a896 a896',
      { key: 'limit', stated: 9, fitting: 1 },
    ],
    [
      'of 30 octets, the most that there are',
      `8c80 985400 8d92 891d80${z(`${'a'.repeat(26)}@b`)} 8483`,
      { key: 'from', stated: 29, fitting: 30 },
    ],
  ])('%s', (_which, hex, expected) => {
    expect(fittingLength(octets(hex), undefined)).toMatchObject(expected);
  });
});

describe('the content behind the headers', () => {
  const LYING_FROM = '8c80 985400 8d92 890381';
  const TWO_PARTS = '84a3 02 010083 010083';

  it.each([
    ['is no multipart', '8483 ffff'],
    ['is a multipart', TWO_PARTS],
    ['has parameters', '8405 83 8183 8885'],
  ])('%s', (_what, hex) => {
    expect(fittingLength(octets(`${LYING_FROM} ${hex}`), undefined)).toMatchObject({
      key: 'from',
      fitting: 1,
    });
  });

  it('has to be readable', () => {
    const cut = TWO_PARTS.slice(0, -2);
    expect(fittingLength(octets(`${LYING_FROM} ${cut}`), undefined)).toBeUndefined();
  });

  it('has to be within the limits', () => {
    const within = (hex: string, limits: object): unknown =>
      fittingLength(octets(`${LYING_FROM} ${hex}`), limits);
    expect(within(TWO_PARTS, { maxParts: 1 })).toBeUndefined();
    expect(within('8405 83 8183 8885', { maxParameters: 1 })).toBeUndefined();
  });
});
