import { MmsError } from '../errors.ts';
import type { Warnings } from '../warnings.ts';
import { charsetMibEnum, decodeCharset, decodeUtf8Strictly } from './charsets.ts';
import { decodeLatin1 } from './latin1.ts';

/** A form of Unicode that octets show, and the octets of their byte order mark. */
export interface UnicodeForm {
  readonly charset: 'utf-8' | 'utf-16be' | 'utf-16le' | 'utf-32be' | 'utf-32le';
  readonly markLength: number;
}

/** Byte order marks, those that begin with another one first (Unicode 23.8). */
const MARKS: readonly { readonly charset: UnicodeForm['charset']; readonly octets: readonly number[] }[] = [
  { charset: 'utf-32le', octets: [0xff, 0xfe, 0x00, 0x00] },
  { charset: 'utf-32be', octets: [0x00, 0x00, 0xfe, 0xff] },
  { charset: 'utf-8', octets: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', octets: [0xff, 0xfe] },
  { charset: 'utf-16be', octets: [0xfe, 0xff] },
];

/**
 * The form of Unicode of octets that are known to be a text: by a byte order mark, else by the zero beside a first
 * character of ASCII; `undefined` where neither is there.
 */
export function unicodeForm(bytes: Uint8Array): UnicodeForm | undefined {
  const mark = MARKS.find(({ octets }) => octets.every((octet, i) => bytes[i] === octet));
  if (mark !== undefined) return { charset: mark.charset, markLength: mark.octets.length };
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (bytes.length < 4 || (c === 0 && d === 0)) return undefined;
  if (a === 0 && b !== 0) return { charset: 'utf-16be', markLength: 0 };
  return a !== 0 && b === 0 ? { charset: 'utf-16le', markLength: 0 } : undefined;
}

/** A text as the readers of text formats begin with it. */
export interface SourceText {
  /** Without byte order mark, without NUL, without half characters. */
  readonly text: string;
  /** The octets are no UTF-8: each stands for itself, as in ISO-8859-1, until a format knows better. */
  readonly isLatin1: boolean;
}

/**
 * The text that a reader of a text format begins with, of a string or of octets in any form of Unicode. What programs
 * and phones leave around a text is taken away, and told.
 * @throws MmsError `text/not-a-text` for a value that is neither
 */
export function sourceText(input: unknown, warnings: Warnings): SourceText {
  if (typeof input === 'string') return { text: withoutResidue(input, warnings), isLatin1: false };
  if (!(input instanceof Uint8Array)) {
    const found = input === null ? 'null' : Array.isArray(input) ? 'a list' : typeof input;
    throw new MmsError('text/not-a-text', `expected a text or octets, found ${found}`, { path: '$' });
  }
  const form = unicodeForm(input);
  const octets = input.subarray(form?.markLength ?? 0);
  if (form !== undefined && form.charset !== 'utf-8') {
    warnings.warn('text/wide', `the text is in ${form.charset}, where one octet a character is expected`);
    const { text } = decodeCharset(octets, Number(charsetMibEnum(form.charset)));
    return { text: withoutResidue(text, warnings), isLatin1: false };
  }
  const text = decodeUtf8Strictly(octets);
  return { text: withoutResidue(text ?? decodeLatin1(octets), warnings), isLatin1: text === undefined };
}

/** Padding of buffers, the end-of-file mark of old systems, a byte order mark, and half characters. */
function withoutResidue(source: string, warnings: Warnings): string {
  let text = source.startsWith('\ufeff') ? source.slice(1) : source;
  if (text.includes('\0') || text.endsWith('\x1a')) {
    warnings.warn('text/padding', 'NUL or end-of-file characters were dropped');
    text = text.replaceAll('\0', '');
    if (text.endsWith('\x1a')) text = text.slice(0, -1);
  }
  if (text.isWellFormed()) return text;
  warnings.warn('text/half-character', 'half of a character became U+FFFD');
  return text.toWellFormed();
}
