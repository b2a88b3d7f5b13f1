import { MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { encodeQuotedPrintable, fold, indexOfLoneSurrogate, isAscii, printable } from '../text/index.ts';
import { indexOfModernEscape } from './escapes.ts';
import { BARE_ENCODINGS, BASE64, type CardProperty } from './property.ts';

/** How cards are written. */
export interface FormatCardOptions {
  /**
   * For text beyond ASCII: `quoted-printable` (default) or `8bit`, raw UTF-8, shorter but for phones that are known to
   * read it.
   */
  readonly nonAscii?: 'quoted-printable' | '8bit' | undefined;
  /** Receives a finding for what is allowed but read otherwise than one might think. */
  readonly warnings?: Issue[] | undefined;
}

/** What the card writers do unless told otherwise. */
export const FORMAT_CARD_DEFAULTS = { nonAscii: 'quoted-printable' } as const satisfies FormatCardOptions;

const MAX_BASE64_LINE = 75;
const NAME = /^[A-Za-z0-9-]+$/;
/** Names that would change the structure of the text. */
const RESERVED: readonly string[] = ['BEGIN', 'END', 'VERSION', 'AGENT'];
const PARAMETER = /^[A-Za-z0-9-]+(?:=[A-Za-z0-9-]+)?$/;

/**
 * The lines of a property, each with its CR LF. A value can hold any text: what is not printable ASCII, a line break
 * above all, goes through quoted-printable, so that it never ends the property.
 * @throws MmsError `card/property` for a name or parameter, `card/value` for NUL, half a character or bad base64
 */
export function formatProperty(property: CardProperty, path: string, options: FormatCardOptions): string {
  const { name, parameters = [], value } = property;
  if (!isWritableName(name)) throw badProperty(`the name '${printable(name)}'`, path);
  const bad = parameters.find(parameter => !isWritableParameter(parameter));
  if (bad !== undefined) throw badProperty(`the parameter '${printable(bad)}'`, path);
  const head = [name, ...parameters].join(';');
  if (parameters.includes(BASE64))
    return `${fold(`${head}:${checkBase64(value, path)}`, MAX_BASE64_LINE)}\r\n\r\n`;
  checkText(value, path);
  const isEscaped = indexOfModernEscape(value) >= 0;
  if (isPlain(value) && !isEscaped) return `${head}:${value}\r\n`;
  if (options.nonAscii === '8bit' && isOneLine(value) && !isEscaped) {
    return `${head};CHARSET=UTF-8:${value}\r\n`;
  }
  const charset = isAscii(value) ? '' : ';CHARSET=UTF-8';
  const encodedHead = `${head}${charset};ENCODING=QUOTED-PRINTABLE:`;
  const text = value.replace(/\r\n|\n|\r/g, '\r\n');
  return `${encodedHead}${encodeQuotedPrintable(text, encodedHead.length)}\r\n`;
}

/** True for a name that keeps the line a property. */
export function isWritableName(name: string): boolean {
  return NAME.test(name) && !RESERVED.includes(name.toUpperCase());
}

/** True for a type or another parameter that does not change how the value is read, and for BASE64. */
export function isWritableParameter(parameter: string): boolean {
  if (parameter === BASE64) return true;
  const isEncoding =
    /^(?:ENCODING|CHARSET)=/i.test(parameter) || BARE_ENCODINGS.includes(parameter.toUpperCase());
  return PARAMETER.test(parameter) && !isEncoding;
}

function badProperty(what: string, path: string): MmsError {
  return new MmsError('card/property', `${what} may not be written`, {
    path,
    hint: 'use letters, digits and hyphens; the encoding is chosen by itself',
  });
}

function checkBase64(value: string, path: string): string {
  if (/^[A-Za-z0-9+/]*={0,2}$/.test(value)) return value;
  throw new MmsError('card/value', 'expected base64 digits', { path });
}

function checkText(value: string, path: string): void {
  if (value.includes('\0')) throw new MmsError('card/value', 'a NUL in the value', { path });
  const lone = indexOfLoneSurrogate(value);
  if (lone >= 0) throw new MmsError('card/value', `half a character at character ${lone + 1}`, { path });
}

/** Printable ASCII that begins and ends with something visible. */
function isPlain(value: string): boolean {
  return /^[ -~]*$/.test(value) && value.trim() === value;
}

/** No control character and none of Unicode's line ends, so that no reader sees a second line. */
function isOneLine(value: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value) && value.trim() === value;
}
