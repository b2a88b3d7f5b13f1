import { type ByteReader, type Carried, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { bareNumber, HOME_ZERO_HINT, hasHomeZero } from '../text/index.ts';
import { decodeGsm7 } from './gsm7.ts';
import { countDefaultSeptets, packedText } from './septets.ts';
import { defaultTables } from './shift-tables.ts';

/** Semi-octet values 0-14; 15 is the filler (3GPP TS 23.040 9.1.2.3). */
const DIGITS = '0123456789*#abc';
const ZERO = 0x30;
const FILLER = 0x0f;
const MAX_DIGITS = 20;
/** 20 semi-octets are 80 bits. */
const MAX_ALPHANUMERIC_SEPTETS = 11;
/** People separate the digits of such a number only: `a b` is a name, not the digits a and b. */
const DECIMAL = /^\+?\d+$/;
const ALPHANUMERIC_PREFIX = 'alpha:';

/** Type-of-address octets (3GPP TS 23.040 9.1.2.5): bit 7, type of number, numbering plan. */
const TYPES_OF_ADDRESS = {
  unknown: 0x81,
  international: 0x91,
  national: 0xa1,
  alphanumeric: 0xd0,
} as const;

const TYPE_OF_NUMBER = 0x70;
const INTERNATIONAL = 0x10;
const ALPHANUMERIC = 0x50;

const ADDRESS_LENGTH = { name: 'Address-Length', clause: '23.040 9.1.2.5' } as const;
const TYPE_OF_ADDRESS = { name: 'Type-of-Address', clause: '23.040 9.1.2.5' } as const;
const ADDRESS_VALUE = { name: 'Address-Value', clause: '23.040 9.1.2.5' } as const;

/** An address as text and its type octet. */
interface Address {
  /** `+447700900123`, `12345`, `*101#` or `alpha:MyShop`. */
  readonly address: string;
  readonly typeOfAddress: number;
}

function isAlphanumeric(typeOfAddress: number): boolean {
  return (typeOfAddress & TYPE_OF_NUMBER) === ALPHANUMERIC;
}

function impliedType(address: string): number {
  if (address.startsWith(ALPHANUMERIC_PREFIX)) return TYPES_OF_ADDRESS.alphanumeric;
  return startsWithPlus(address) ? TYPES_OF_ADDRESS.international : TYPES_OF_ADDRESS.unknown;
}

/**
 * The octets of an address field: number of semi-octets, type, value.
 * @param address see {@link Address}
 * @param typeOfAddress another type octet than the form of the address implies, such as A1 for a national number
 * @param path the field that it is, `to` or `from`
 * @throws MmsError `sms/address`, `sms/unencodable` for a name outside the default alphabet
 */
export function addressOctets(
  address: string,
  typeOfAddress?: number,
  carried?: Carried,
  path = 'to',
): number[] {
  if (typeof address !== 'string') throw wrongType('an address', address, path);
  const bounds = carried?.lifts('sms/address', path) === undefined ? BOUNDS : READ_BOUNDS;
  const type = checkedType(address, typeOfAddress, bounds);
  return isAlphanumeric(type)
    ? nameOctets(address, type, bounds, path)
    : numberOctets(address, type, bounds, path);
}

/** What an address may be. */
interface AddressBounds {
  readonly leastType: number;
  readonly leastDigits: number;
  readonly mostDigits: number;
  readonly mostSeptets: number;
}

const BOUNDS: AddressBounds = {
  leastType: 0x80,
  leastDigits: 1,
  mostDigits: MAX_DIGITS,
  mostSeptets: MAX_ALPHANUMERIC_SEPTETS,
};

/** What its octets can hold. */
const READ_BOUNDS: AddressBounds = { leastType: 0, leastDigits: 0, mostDigits: 255, mostSeptets: 145 };

const startsWithPlus = (address: string): boolean => address.trimStart().startsWith('+');

function checkedType(address: string, wanted: number | undefined, { leastType }: AddressBounds): number {
  const implied = impliedType(address);
  if (wanted === undefined) return implied;
  const fits =
    Number.isInteger(wanted) &&
    wanted >= leastType &&
    wanted <= 0xff &&
    isAlphanumeric(wanted) === isAlphanumeric(implied) &&
    (!startsWithPlus(address) || (wanted & TYPE_OF_NUMBER) === INTERNATIONAL);
  if (fits) return wanted;
  throw new MmsError(
    'sms/address',
    `the type of address ${String(wanted)} does not fit ${JSON.stringify(address.slice(0, 40))}`,
    { path: 'typeOfAddress' },
  );
}

function numberOctets(
  written: string,
  type: number,
  { leastDigits, mostDigits }: AddressBounds,
  path: string,
): number[] {
  const address = DECIMAL.test(written) ? written : withoutSeparators(written, path);
  const start = address.startsWith('+') ? 1 : 0;
  const count = address.length - start;
  if (count < leastDigits || count > mostDigits) throw badNumber(address, path);
  const octets = [count, type];
  for (let i = start; i < address.length; i += 2) {
    const high = i + 1 < address.length ? semiOctet(address, i + 1, path) : FILLER;
    octets.push(semiOctet(address, i, path) | (high << 4));
  }
  return octets;
}

/** The digits of a number as people write it; what is none comes back as it is. */
function withoutSeparators(written: string, path: string): string {
  if (hasHomeZero(written)) throw badNumber(written, path);
  const bare = bareNumber(written);
  return DECIMAL.test(bare) ? bare : written;
}

function semiOctet(address: string, position: number, path: string): number {
  const digit = address.charCodeAt(position) - ZERO;
  if (digit >= 0 && digit <= 9) return digit;
  const value = DIGITS.indexOf(address.charAt(position));
  if (value < 0) throw badNumber(address, path);
  return value;
}

function badNumber(address: string, path: string): MmsError {
  return new MmsError(
    'sms/address',
    `expected 1-${MAX_DIGITS} digits, * # a b c, after an optional +, found ${JSON.stringify(address.slice(0, 40))}`,
    { path, hint: hasHomeZero(address) ? HOME_ZERO_HINT : 'a name is given as alpha:NAME' },
  );
}

function nameOctets(
  address: string,
  type: number,
  { leastDigits, mostSeptets }: AddressBounds,
  path: string,
): number[] {
  const name = address.slice(ALPHANUMERIC_PREFIX.length);
  const septets = countDefaultSeptets(name);
  if (septets < leastDigits || septets > mostSeptets) {
    throw new MmsError(
      'sms/address',
      `expected a name of 1-${MAX_ALPHANUMERIC_SEPTETS} septets, found ${septets}`,
      { path },
    );
  }
  return [Math.ceil((septets * 7) / 4), type, ...packedText(name, defaultTables(), 0)];
}

/** Reads an address field. */
export function readAddress(reader: ByteReader): Address {
  const start = reader.offset;
  const semiOctets = reader.octet();
  const typeOfAddress = reader.octet();
  reader.piece(ADDRESS_LENGTH, start, semiOctets, start + 1);
  reader.piece(TYPE_OF_ADDRESS, start + 1, typeOfAddress);
  const value = reader.view((semiOctets + 1) >> 1);
  if (semiOctets > MAX_DIGITS) {
    reader.warn('sms/address-form', `expected at most ${MAX_DIGITS} semi-octets, found ${semiOctets}`, start);
  }
  const septets = Math.floor((semiOctets * 4) / 7);
  if (semiOctets === 0 || (isAlphanumeric(typeOfAddress) && septets === 0))
    reader.warn('sms/address-form', 'an address without digits', start);
  if (typeOfAddress < 0x80) reader.warn('sms/address-form', 'bit 7 of the type of address is 0', start + 1);
  const address = isAlphanumeric(typeOfAddress)
    ? ALPHANUMERIC_PREFIX + decodeGsm7(value, { septets })
    : readNumber(reader, value, semiOctets, typeOfAddress);
  reader.piece(ADDRESS_VALUE, start + 2, address);
  return { address, typeOfAddress };
}

/** The digits of an address, with + for an international one. */
export function readNumber(
  reader: ByteReader,
  value: Uint8Array,
  count: number,
  typeOfAddress: number,
): string {
  let digits = (typeOfAddress & TYPE_OF_NUMBER) === INTERNATIONAL ? '+' : '';
  for (let i = 0; i < count; i++) {
    const octet = value[i >> 1] ?? 0;
    const digit = DIGITS[(i & 1) === 0 ? octet & 0x0f : octet >> 4];
    if (digit === undefined) reader.warn('sms/address-form', `semi-octet ${i + 1} is a filler`);
    else digits += digit;
  }
  return digits;
}
