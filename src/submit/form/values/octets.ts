import { octetsOfDigits } from '../../../bytes/index.ts';
import { MOST_IN_FORM } from '../bounds.ts';
import type { Report } from '../findings.ts';
import { type ValueCodec, wrongType } from './codec.ts';

function octetsFromHex(hex: string, report: Report): Uint8Array | undefined {
  const bytes = octetsOfDigits(hex, Buffer);
  const end = bytes.length * 2;
  if (end === hex.length) return bytes;
  const found = JSON.stringify(hex.slice(end, end + 8));
  return report('submit/form-hex', `no pair of hexadecimal digits at character ${end + 1}: ${found}`);
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Octets in hexadecimal, written in upper case. `least` keeps them longer than any library number. */
export function octets(least = 1): ValueCodec {
  const accepts = (value: unknown, report: Report): value is Uint8Array => {
    if (!(value instanceof Uint8Array)) wrongType(value, 'a Uint8Array', report);
    else if (value.length < least)
      report('submit/value', `expected at least ${least} octets, found ${value.length}`);
    else if (value.length > MOST_IN_FORM.octets)
      report('submit/too-large', `at most ${MOST_IN_FORM.octets} octets, found ${value.length}`);
    else return true;
    return false;
  };
  return {
    unreserved: true,
    blankless: true,
    accepts,
    encode: (value, report) =>
      accepts(value, report) ? toBuffer(value).toString('hex').toUpperCase() : undefined,
    decodePlain: raw => {
      const bytes = octetsOfDigits(raw, Buffer);
      return bytes.length * 2 === raw.length ? bytes : undefined;
    },
    decode: (value, report) => octetsFromHex(value, report) ?? new Uint8Array(),
    toJson: value => (value instanceof Uint8Array ? toBuffer(value).toString('hex') : value),
    fromJson: (value, report) => (typeof value === 'string' ? octetsFromHex(value, report) : value),
  };
}
