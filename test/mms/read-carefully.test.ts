import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.ts';
import { readCarefully } from '../../src/mms/read-carefully.ts';
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
    ['by two such values', '8c83 985400 8d92 9581 9100 9100'],
    ['by a field twice at the end', '8c83 985400 8d92 9581 9581'],
    ['by an odd value', '8c81 985400 8d92 92f7'],
    ['by a length too long for what is there', `${SUBMISSION} 97${z('1')} 890381 9100 8483`],
  ])('%s', (_what, hex) => {
    expect(readCarefully(octets(hex), {}).isTorn).toBe(false);
  });
});
