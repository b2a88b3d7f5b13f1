import { type ByteWriter, depart, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { text } from '../schema/index.ts';
import { bareNumber, HOME_ZERO_HINT, hasHomeZero } from '../text/index.ts';
import { encodedStringValue, quickDecoder, readBounded, shortInteger, writeBounded } from '../wsp/index.ts';
import type { FieldCodec } from './field-codec.ts';

const PHONE = /^\+?\d{7,15}$/;
const GLOBAL_PHONE = /^\+\d{1,15}$/;
const NUMERIC_SHORT_CODE = /^[+*#]?\d{1,15}$/;
/** With a letter: digits alone are too many for a number. */
const ALPHANUMERIC_SHORT_CODE = /^(?=\d{0,63}[A-Za-z])[A-Za-z0-9]{1,64}$/;
/** The form of most addresses, let through at once. */
const TYPED_PHONE = /^\+?\d{1,15}\/TYPE=PLMN$/;
/** A mailbox, with or without a name before it. */
const EMAIL = /^(?:[^@<>]{0,512}<[^ @<>]{1,512}@[^\s@<>]{1,255}>|[^ @<>]{1,512}@[^\s@<>]{1,255})$/;
/** A value and its type, of which receivers compare the letters without regard to case. */
const TYPED = /^(.*)\/TYPE=(.*)$/is;
const TYPE_NAME = /^[A-Za-z0-9_]{1,64}$/;
/** The value of a type that the specification does not name: other characters are escaped as %XX. */
const BEARER_VALUE = /^[A-Za-z0-9+.%_-]{1,1024}$/;

/** By the name in upper case: receivers compare it so. */
const ADDRESS_TYPES: ReadonlyMap<string, RegExp> = new Map([
  ['PLMN', /^\+?[\d.-]{1,64}$/],
  ['IPV4', /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/],
  ['IPV6', /^[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){7}$/],
]);

/** An address is as long as a header may be; real ones have well under 100 characters. */
const MAX_ADDRESS_LENGTH = 1024;

/**
 * The address as a PDU carries it (MMS_ENC 8): a phone number gets `/TYPE=PLMN`, blanks, `-`, `.`, `(`, `)` in it are
 * dropped; an e-mail address, a short code and an address that names its type stay.
 * @throws MmsError `mms/bad-address`
 * @example formatAddress('+44 7700 900123') // '+447700900123/TYPE=PLMN'
 */
export function formatAddress(address: string): string {
  if (typeof address !== 'string') throw wrongType('an address', address);
  if (TYPED_PHONE.test(address)) return address;
  const form = addressForm(address);
  if (form === undefined) throw badAddress(address);
  return form === 'phone' ? `${bareNumber(address)}/TYPE=PLMN` : address;
}

/** What an address can be, as an author writes it. */
type AddressForm = 'typed' | 'mail' | 'phone' | 'numeric-short-code' | 'alphanumeric-short-code';

/** What an address is; `undefined` for what is none. */
export function addressForm(address: string): AddressForm | undefined {
  if (address.length > MAX_ADDRESS_LENGTH) return undefined;
  const typed = TYPED.exec(address);
  if (typed !== null) return isTyped(typed) ? 'typed' : undefined;
  if (address.includes('@')) return EMAIL.test(address) ? 'mail' : undefined;
  if (hasHomeZero(address)) return undefined;
  const digits = bareNumber(address);
  if (PHONE.test(digits) || GLOBAL_PHONE.test(digits)) return 'phone';
  if (NUMERIC_SHORT_CODE.test(address)) return 'numeric-short-code';
  return ALPHANUMERIC_SHORT_CODE.test(address) ? 'alphanumeric-short-code' : undefined;
}

/** True where the value before the suffix is of the form that its type wants. */
function isTyped([, value = '', type = '']: RegExpExecArray): boolean {
  const form = ADDRESS_TYPES.get(type.toUpperCase());
  return form === undefined ? TYPE_NAME.test(type) && BEARER_VALUE.test(value) : form.test(value);
}

function badAddress(address: string): MmsError {
  const shown = address.length > MAX_ADDRESS_LENGTH ? `${address.slice(0, SHOWN)}…` : address;
  return new MmsError('mms/bad-address', `${JSON.stringify(shown)} is not an address`, {
    hint: hasHomeZero(address)
      ? HOME_ZERO_HINT
      : 'write a phone number as +447700900123, an e-mail address, or a short code',
  });
}

const PHONE_END = new TextEncoder().encode('/TYPE=PLMN\0');
const MAX_PHONE_DIGITS = 15;
const PLUS = 0x2b;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

/** Behind the 00 of a phone number with its type, which most addresses are; `start` where there is none. */
function endOfTypedPhone(bytes: Uint8Array, start: number, end: number): number {
  let at = bytes[start] === PLUS ? start + 1 : start;
  const first = at;
  while (isDigit(bytes[at])) at++;
  if (at === first || at - first > MAX_PHONE_DIGITS || at + PHONE_END.length > end) return start;
  for (let i = 0; i < PHONE_END.length; i++) if (bytes[at++] !== PHONE_END[i]) return start;
  return at;
}

function isDigit(octet = 0): boolean {
  return octet >= DIGIT_0 && octet <= DIGIT_9;
}

/** True for an address as it may stand in a PDU; a phone number without its type counts as a short code. */
function isAddress(address: string): boolean {
  if (address.length > MAX_ADDRESS_LENGTH) return false;
  const typed = TYPED.exec(address);
  if (typed !== null) return isTyped(typed);
  return EMAIL.test(address) || NUMERIC_SHORT_CODE.test(address) || ALPHANUMERIC_SHORT_CODE.test(address);
}

/** An address that an author writes. */
export const addressShape = text('A phone number, an e-mail address or a short code.', {
  pattern: /^[^\0]+$/u,
  called: 'an address such as "+447700900123"',
  isTemplate: true,
});

/** An address: an Encoded-string-value, checked and completed on encode, kept as it stands on decode. */
export const addressValue: FieldCodec<string> = {
  name: 'Encoded-string-value (address)',
  shape: addressShape,
  encode(writer, value) {
    encodedStringValue.encode(
      writer,
      writer.carried === undefined ? formatAddress(value) : asRead(writer, value),
    );
  },
  decode(reader) {
    const start = reader.offset;
    const address = encodedStringValue.decode(reader);
    if (!isAddress(address)) {
      reader.warn('mms/address-form', `${JSON.stringify(address.slice(0, 40))} is not an address`, start);
    }
    return address;
  },
  decodeQuickly(reader) {
    const start = reader.offset;
    const end = endOfTypedPhone(reader.bytes, start, reader.end);
    if (end > start) {
      reader.offset = end;
      return reader.characters(start, end - 1);
    }
    const address = readTextQuickly(reader);
    return isAddress(address) ? address : depart();
  },
};

const readTextQuickly = quickDecoder(encodedStringValue);

/** The address of a decoded value stays as it stands, a phone number without its type too. */
function asRead(writer: ByteWriter, address: string): string {
  if (typeof address !== 'string') throw wrongType('an address', address);
  if (!isAddress(address)) writer.refuse(badAddress(address.slice(0, SHOWN)));
  return address;
}

const SHOWN = 40;

const TOKEN = { name: 'Token' } as const;
const ADDRESS_PRESENT = 0;
const INSERT_ADDRESS = 1;

/** The word that stands for the Insert-address token: the relay fills in the sender. */
export const INSERT_ADDRESS_WORD = 'insert-address';

const readAddressQuickly = quickDecoder(addressValue);

/** From-value (MMS_ENC 7.3): an address, or `insert-address`. */
export const fromValue: FieldCodec<string> = {
  name: 'From-value',
  shape: text('An address, or insert-address: the relay fills it in.', {
    pattern: /^[^\0]+$/u,
    called: 'an address or insert-address',
  }),
  encode(writer, value) {
    writeBounded(writer, () => {
      if (value === INSERT_ADDRESS_WORD) {
        shortInteger.encode(writer, INSERT_ADDRESS);
      } else {
        shortInteger.encode(writer, ADDRESS_PRESENT);
        addressValue.encode(writer, value);
      }
    });
  },
  decode: reader =>
    readBounded(reader, inner => {
      const start = inner.offset;
      const token = shortInteger.decode(inner);
      if (inner.isTraced) inner.piece(TOKEN, start, token);
      if (token === INSERT_ADDRESS) return INSERT_ADDRESS_WORD;
      if (token === ADDRESS_PRESENT) return inner.read('Encoded-string-value', addressValue);
      throw inner.error('mms/field-value', `expected Address-present 80 or Insert-address 81`, start);
    }),
  decodeQuickly(reader) {
    const outerEnd = reader.narrow();
    const token = reader.octet() - 0x80;
    const from = token === ADDRESS_PRESENT ? readAddressQuickly(reader) : INSERT_ADDRESS_WORD;
    if (token > INSERT_ADDRESS || token < 0) depart();
    reader.widen(outerEnd);
    return from;
  },
};
