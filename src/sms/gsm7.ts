import { requireObject, requireOctets, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type NationalLanguage, shiftTables } from './language.ts';
import { packedText, septetsIn } from './septets.ts';
import { textOfSeptets, unpackSeptets } from './unpack-text.ts';

/** How {@link encodeGsm7} writes. */
export interface Gsm7Options {
  readonly nationalLanguage?: NationalLanguage | undefined;
  /** Zero bits before the first septet, 0-6. */
  readonly fillBits?: number | undefined;
}

/** How {@link decodeGsm7} reads. */
export interface Gsm7DecodeOptions extends Gsm7Options {
  /** How many septets there are; without it as many as fit, less a final 00 that may be only spare bits. */
  readonly septets?: number | undefined;
}

/**
 * How many septets a text takes: two for an extension character.
 * @throws MmsError `sms/unencodable` naming the first character without a septet and its position, `sms/language`
 */
export function countSeptets(text: string, language?: NationalLanguage): number {
  return septetsIn(text, shiftTables(language)).length;
}

/**
 * Octets of a text in the GSM 7-bit alphabet, packed from the lowest bit (3GPP TS 23.038 6.1.2.1).
 * @throws MmsError `sms/unencodable`, `sms/language`
 * @example encodeGsm7('hellohello') // e8329bfd4697d9ec37
 */
export function encodeGsm7(text: string, options: Gsm7Options = {}): Uint8Array {
  requireObject(options, 'options such as { language }', 'options');
  const fillBits = checkedFillBits(options.fillBits);
  return packedText(text, shiftTables(options.nationalLanguage), fillBits);
}

/**
 * Text of packed septets. An escape without a meaning of its own shows the character of the main table, a code without
 * a character a space (3GPP TS 23.038 6.2.1).
 * @throws MmsError `bytes/truncated` for more septets than there are, `sms/language`
 */
export function decodeGsm7(bytes: Uint8Array, options: Gsm7DecodeOptions = {}): string {
  requireObject(options, 'options such as { language }', 'options');
  const fillBits = checkedFillBits(options.fillBits);
  const room = Math.max(0, Math.floor((requireOctets(bytes, 'bytes').length * 8 - fillBits) / 7));
  const count = options.septets ?? room - (endsInSpareBits(bytes, fillBits) ? 1 : 0);
  if (count > room) {
    throw new MmsError('bytes/truncated', `expected ${count} septets, found ${room}`, {
      offset: bytes.length,
    });
  }
  const septets = unpackSeptets(bytes, count, fillBits);
  return textOfSeptets(septets, shiftTables(options.nationalLanguage)).text;
}

/** True when the last seven bits are the last of an octet and zero: no character, or a final `@`. */
function endsInSpareBits(bytes: Uint8Array, fillBits: number): boolean {
  return (bytes.length * 8 - fillBits) % 7 === 0 && (bytes.at(-1) ?? 2) < 2;
}

function checkedFillBits(fillBits = 0): number {
  if (Number.isInteger(fillBits) && fillBits >= 0 && fillBits <= 6) return fillBits;
  throw wrongType('an integer 0-6', fillBits, 'fillBits');
}
