import { wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { packedLength, packSeptets } from './pack-septets.ts';
import { defaultTables, type ShiftTables } from './shift-tables.ts';
import { writeSeptets } from './write-septets.ts';

/** How many septets a text takes in the default alphabet: `countSeptets` without the tables of the languages. */
export function countDefaultSeptets(text: string): number {
  return septetsIn(text, defaultTables()).length;
}

/**
 * The septets of a text, one an octet.
 * @throws MmsError `sms/unencodable`
 */
export function septetsIn(text: string, tables: ShiftTables): Uint8Array {
  if (typeof text !== 'string') throw wrongType('a text', text, 'text');
  const septets = new Uint8Array(text.length * 2 + 1);
  const count = writeSeptets(text, tables, septets);
  if (count < 0) throw unencodable(text, -1 - count, 'the GSM 7-bit alphabet');
  return septets.subarray(0, count);
}

/**
 * The octets of a text whose septets follow `fillBits` zero bits.
 * @throws MmsError `sms/unencodable`
 */
export function packedText(text: string, tables: ShiftTables, fillBits: number): Uint8Array {
  const septets = septetsIn(text, tables);
  const octets = new Uint8Array(packedLength(septets.length, fillBits));
  packSeptets(septets, 0, septets.length, octets, 0, fillBits);
  return octets;
}

/** The error for a character that an alphabet lacks. */
export function unencodable(text: string, position: number, alphabet: string): MmsError {
  const codePoint = text.codePointAt(position) ?? 0;
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return new MmsError('sms/unencodable', `${name} at character ${position + 1} is not in ${alphabet}`, {
    path: `text[${position}]`,
    hint: 'leave the encoding to be chosen, or let it transliterate',
  });
}
