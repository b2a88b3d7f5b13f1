import { octetAt } from '../bytes/index.ts';
import { encodeUtf8 } from './charsets.ts';

/** Longest line of quoted-printable text in vCard 2.1 and vCalendar 1.0, the `=` of a soft break counted. */
const MAX_QUOTED_PRINTABLE_LINE = 75;

const ESCAPES: readonly string[] = Array.from(
  { length: 256 },
  (_, octet) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`,
);

/**
 * UTF-8 text in quoted-printable (RFC 2045 6.7) with soft line breaks, which divide no character. A colon is escaped
 * too, so that a reader that does not know soft breaks never takes a continued line for a property, and a backslash
 * before what readers of newer cards take for an escape.
 * @param column characters that already stand on the first line
 */
export function encodeQuotedPrintable(text: string, column = 0): string {
  const lines: string[] = [];
  let line = '';
  let room = MAX_QUOTED_PRINTABLE_LINE - column - 1;
  const last = text.length - 1;
  let position = 0;
  for (const character of text) {
    const isEdge = position === 0 || position === last;
    position += character.length;
    const isEscape = character === '\\' && ',nN'.includes(text.charAt(position) || ' ');
    let piece = isLiteral(character, isEdge) && !isEscape ? character : escaped(character);
    if (line.length + piece.length > room) {
      lines.push(line);
      line = '';
      room = MAX_QUOTED_PRINTABLE_LINE - 1;
      if (piece === ' ') piece = '=20';
    }
    line += piece;
  }
  lines.push(line);
  return lines.join('=\r\n');
}

/** A blank is not literal at the ends of the text, where it could get lost. */
function isLiteral(character: string, isEdge: boolean): boolean {
  if (character === ' ') return !isEdge;
  return character > ' ' && character <= '~' && character !== '=' && character !== ':';
}

function escaped(character: string): string {
  let text = '';
  for (const octet of encodeUtf8(character)) text += ESCAPES[octet];
  return text;
}

/** Octets of quoted-printable text, and whether every `=` began an escape or a soft break. */
export interface DecodedQuotedPrintable {
  readonly bytes: Uint8Array;
  readonly exact: boolean;
}

/** Undoes quoted-printable; an `=` that escapes nothing is kept, characters beyond ASCII are taken as UTF-8. */
export function decodeQuotedPrintable(text: string): DecodedQuotedPrintable {
  const bytes = encodeUtf8(text);
  let length = 0;
  let exact = true;
  for (let i = 0; i < bytes.length; i++) {
    const octet = octetAt(bytes, i);
    if (octet !== 0x3d) {
      bytes[length++] = octet;
      continue;
    }
    const [high, low] = [hexDigit(bytes[i + 1]), hexDigit(bytes[i + 2])];
    if (high >= 0 && low >= 0) {
      bytes[length++] = high * 16 + low;
      i += 2;
    } else if (bytes[i + 1] === 0x0a) i += 1;
    else if (bytes[i + 1] === 0x0d) i += bytes[i + 2] === 0x0a ? 2 : 1;
    else {
      exact = false;
      bytes[length++] = octet;
    }
  }
  return { bytes: bytes.subarray(0, length), exact };
}

function hexDigit(octet: number | undefined): number {
  if (octet === undefined) return -1;
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30;
  const letter = octet | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
