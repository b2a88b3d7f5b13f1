import { describe, expect, it } from 'vitest';
import { ByteReader, fromHex } from '../../src/bytes/index.ts';
import type { IssueCode } from '../../src/issues/index.ts';
import { fromValue } from '../../src/mms/addresses.ts';
import { pduFieldsByType } from '../../src/mms/index.ts';
import { nextFieldAfter } from '../../src/mms/resume.ts';
import { z } from './tolerance.ts';

const FIELDS = pduFieldsByType('m-send-req');
const octets = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));

/** Where the field behind a From begins that stands first. */
function nextAfterFrom(hex: string, maxHeaders = 100): number {
  const reader = new ByteReader(octets(hex), { limits: { maxHeaders } });
  reader.offset = 1;
  fromValue.decode(reader);
  return nextFieldAfter(reader, FIELDS, 0, 0);
}

interface Told {
  readonly code: IssueCode;
  readonly offset: number;
}

/** The same for a field of two octets with warnings, of which so many came before it. */
function nextAfter(hex: string, told: readonly Told[], warned = 0): number {
  const reader = new ByteReader(octets(hex), {});
  reader.offset = 2;
  for (const { code, offset } of told) reader.warn(code, '', offset);
  return nextFieldAfter(reader, FIELDS, 0, warned);
}

describe('behind a length too long the next field begins', () => {
  it.each([
    ['inside the value where only fields are left', '890581 985400', 3],
    ['there with the header of an application among them', `890c81 ${z('X-a')}${z('b')} 985400`, 3],
    ['there with a field of another PDU among them', '890781 985400 9581', 3],
    ['there where the content follows', '890581 985400 8483 ffff', 3],
    ['at its end where a field in it is unknown', '890481 ff85 80', 6],
    ['at its end where a field in it is cut', '890381 8e05', 5],
    ['at its end where no more than a number is in it', '890281 ff', 4],
    ['at its end where an octet below 20 is in it', '890381 1581', 5],
    ['at its end where fields are followed by others that are none', '890781 985400 ff85', 8],
    ['at its end where the name of a header is none', `890b81 ${z('a b')} ${z('b')} 985400`, 12],
  ])('%s', (_where, hex, expected) => {
    expect(nextAfterFrom(hex)).toBe(expected);
  });
});

describe('behind a length too short the next field begins', () => {
  it.each([
    ['behind the next 00', '89028031 3200 985400', 6],
    ['behind the next 00 where that is next', '89028031 00 985400', 5],
    ['at the end where there is no 00', '89028031 323334', 7],
    ['where it says, when fields begin there', '89028031 985400', 4],
    ['where it says, when there are none behind the next 00 either', '89028031 3200 ff85', 4],
  ])('%s', (_where, hex, expected) => {
    expect(nextAfterFrom(hex)).toBe(expected);
  });
});

describe('the next field begins where the value ends', () => {
  const REST: IssueCode = 'wsp/section-rest';

  it('without a warning about a length', () => {
    expect(nextAfter('8580 3200 985400', [{ code: 'wsp/token', offset: 4 }])).toBe(2);
    expect(nextAfter('8580 3200 985400', [{ code: REST, offset: 4 }], 1)).toBe(2);
  });

  it('and never at the first octet of its value', () => {
    expect(nextAfter('8598 5400', [{ code: REST, offset: 1 }])).toBe(2);
    expect(nextAfter('8598 5400', [{ code: REST, offset: 0 }])).toBe(2);
  });

  it('where a warning names another place than a rest', () => {
    expect(nextAfter('8580 985400 985400', [{ code: 'wsp/missing-terminator', offset: 5 }])).toBe(2);
    expect(nextAfter('8580 985400 985400', [{ code: REST, offset: 5 }])).toBe(5);
  });

  it('where so many things were odd that nobody looks any more', () => {
    const odd = (count: number) => Array.from({ length: count }, () => ({ code: REST, offset: 0 }));
    const rest = { code: REST, offset: 4 };
    expect(nextAfter('8580 3200 985400', [...odd(16), rest], 16)).toBe(4);
    expect(nextAfter('8580 3200 985400', [...odd(17), rest], 17)).toBe(2);
  });

  it('where there are more fields than the limit', () => {
    const hex = '890881 985400 9180 8680';
    expect(nextAfterFrom(hex, 3)).toBe(3);
    expect(nextAfterFrom(hex, 2)).toBe(10);
  });
});
