import { MmsError } from '../errors.ts';
import { fromHex } from './hex.ts';

/** What editors and phones leave around a text: a byte order mark, NUL, the end-of-file mark of old systems. */
const RESIDUE = ['\ufeff', '\0', '\x1a'] as const;

/** How a line of a dump begins: with the place of its first octet. The octets follow, and perhaps their characters. */
const DUMP_PLACE = /^\s*(?:0x)?([0-9a-f]{4,8})(:\s*|\s+|$)/i;
/** Where the characters of a dump line begin. */
const CHARACTERS = /\s{3,}|\s*\|/;
const CHARACTERS_AFTER_COLON = /\s{2,}|\s*\|/;
/** What stands between octets or before them: `0x8c, 0x80`, `\x8c\x80`, `8c:80`, `{ … };`. */
const SIGNS = /\\x|(?<![0-9a-f])0x|[,;:{}[\]()"'\-\\]/gi;
/** One digit that stands for an octet after such a sign. */
const SINGLE_DIGIT = /(?<=\\x|(?<![0-9a-f])0x)[0-9a-f](?![0-9a-f])/gi;

/**
 * Octets of hexadecimal text as people paste it: with blanks, commas, colons, `0x`, `\x`, as an array of C, or as the
 * output of a dump program with places and characters. Each line that is not part of a dump gives octets of its own,
 * because TPDUs are listed so.
 * @throws MmsError `hex/bad-digit` with the offset of the character, `hex/odd-length`
 */
export function parseHex(text: string): Uint8Array[] {
  const plain = RESIDUE.reduce((left, sign) => left.replaceAll(sign, ' '), text);
  const lines = plain.split(/\r?\n|\r/);
  const filled = lines.filter(line => line.trim() !== '');
  const dump = octetsOfDump(filled, 16) ?? octetsOfDump(filled, 8);
  if (dump !== undefined) return [dump];
  let offset = 0;
  const pieces: Uint8Array[] = [];
  for (const line of lines) {
    const octets = octetsOfLine(line, offset);
    if (octets.length > 0) pieces.push(octets);
    offset += line.length + 1;
  }
  return pieces;
}

function octetsOfLine(line: string, offset: number): Uint8Array {
  const blank = (sign: string): string => ' '.repeat(sign.length);
  const digits = line.replace(SINGLE_DIGIT, '0$&').replace(SIGNS, blank);
  try {
    return fromHex(digits);
  } catch (error) {
    if (!(error instanceof MmsError)) throw error;
    throw new MmsError(error.code, error.message, { offset: offset + (error.offset ?? 0) });
  }
}

/** The octets of a dump: each line begins with the number of octets before it. */
function octetsOfDump(lines: readonly string[], radix: 8 | 16): Uint8Array | undefined {
  const rows: string[] = [];
  let length = 0;
  for (const line of lines) {
    const [begin = '', place = '', separator = ''] = DUMP_PLACE.exec(line) ?? [];
    if (Number.parseInt(place, radix) !== length) return undefined;
    const characters = separator.startsWith(':') ? CHARACTERS_AFTER_COLON : CHARACTERS;
    const digits = line.slice(begin.length).split(characters, 1).join('').replace(/\s/g, '');
    if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) return undefined;
    rows.push(digits);
    length += digits.length / 2;
  }
  return length === 0 ? undefined : fromHex(rows.join(''));
}
