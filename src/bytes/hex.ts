import { MmsError } from '../errors.ts';
import { NODE_BUFFER, type NodeBuffer, type NodeOctets } from './node-buffer.ts';
import { requireOctets, requireText } from './wrong-type.ts';

const DIGITS = '0123456789abcdef';

const OCTETS: readonly string[] = Array.from(
  { length: 256 },
  (_, value) => `${DIGITS[value >> 4]}${DIGITS[value & 15]}`,
);

/** So few octets are done before a call of Node's has begun. */
const FEW_OCTETS = 8;

/** Node copies the digits first, and memory for many costs more in some processes than all the rest. */
const OCTETS_AT_ONCE = 500;

/** Lower-case hexadecimal, two digits an octet. */
export function toHex(bytes: Uint8Array): string {
  requireOctets(bytes, 'bytes');
  if (NODE_BUFFER === undefined || bytes.length <= FEW_OCTETS) return toHexByHand(bytes);
  return NODE_BUFFER.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

/** {@link toHex} where Node is not. */
export function toHexByHand(bytes: Uint8Array): string {
  let text = '';
  for (const octet of bytes) text += OCTETS[octet];
  return text;
}

function digit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

function isWhiteSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/**
 * Octets of a hexadecimal text; blanks, tabs and line ends are skipped, nothing else is.
 * @throws MmsError `hex/bad-digit` with the offset of the character, `hex/odd-length`
 */
export function fromHex(text: string): Uint8Array {
  requireText(text, 'a text', 'text');
  const octets = text.length >> 1;
  if (NODE_BUFFER === undefined || octets <= FEW_OCTETS || text.length % 2 === 1) return fromHexByHand(text);
  const bytes = octetsOfDigits(text, NODE_BUFFER);
  return bytes.length === octets ? bytes : fromHexByHand(text);
}

/**
 * Octets of the pairs of digits that a text, or the octets of one, begin with; the array is no part of a larger one where
 * they are all.
 */
export function octetsOfDigits(text: string | NodeOctets, node: NodeBuffer): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  const buffer = node.from(bytes.buffer);
  for (let at = 0; at < bytes.length; at += OCTETS_AT_ONCE) {
    const [from, to] = [2 * at, 2 * (at + OCTETS_AT_ONCE)];
    const digits = typeof text === 'string' ? text.slice(from, to) : text.toString('latin1', from, to);
    const written = buffer.write(digits, at, 'hex');
    // It stops at the first character that is no digit.
    if (2 * written < digits.length - 1) return bytes.subarray(0, at + written);
  }
  return bytes;
}

/** {@link fromHex} where Node is not. */
export function fromHexByHand(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  let length = 0;
  let high = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isWhiteSpace(code)) continue;
    const value = digit(code);
    if (value < 0) {
      throw new MmsError(
        'hex/bad-digit',
        `expected a hexadecimal digit, found ${JSON.stringify(text[i])} at character ${i + 1}`,
        {
          offset: i,
        },
      );
    }
    if (high < 0) high = value;
    else {
      bytes[length++] = (high << 4) | value;
      high = -1;
    }
  }
  if (high >= 0) {
    throw new MmsError('hex/odd-length', `expected two digits an octet, found ${length * 2 + 1} digits`, {
      offset: text.length,
    });
  }
  return bytes.subarray(0, length);
}
