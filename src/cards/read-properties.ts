import { LIMITS } from '../limits.ts';
import {
  charsetMibEnum,
  decodeCharset,
  decodeQuotedPrintable,
  encodeCharset,
  isAscii,
  type LineEncoding,
  type LogicalLine,
  printable,
  type SourceText,
  sourceText,
  unfold,
} from '../text/index.ts';
import type { Warnings } from '../warnings.ts';
import { type Escaping, indexOfModernEscape } from './escapes.ts';
import { BARE_ENCODINGS, BASE64, type ReadProperty } from './property.ts';

/** MIBenum of ASCII, and of no charset. */
const US_ASCII = 3;
const UNKNOWN = -1;

/** The text of a card; octets are in Unicode, or in the charset that each property names. */
export function cardText(input: string | Uint8Array, warnings: Warnings): SourceText {
  const source = sourceText(input, warnings);
  const indent = /^([ \t]*)BEGIN:/im.exec(source.text)?.[1] ?? '';
  if (indent === '') return source;
  warnings.warn('text/indented', 'the lines are indented');
  return { ...source, text: `\n${source.text}`.replaceAll(`\n${indent}`, '\n').slice(1) };
}

/**
 * The properties of a text, one after the other, decoded. Blank lines are skipped, lines that are not properties too,
 * with a warning.
 * @throws MmsError `text/too-many-lines`
 */
export function* readProperties(
  input: SourceText,
  escaping: Escaping,
  warnings: Warnings,
): Generator<ReadProperty> {
  const options = {
    keepsWhiteSpace: escaping === 'old',
    encodingOf,
    begins: beginsProperty,
    onMissingFold: (line: number) =>
      warnings.warn('card/missing-fold', 'the rest of a long line, without the blank before it', { line }),
    maxLines: LIMITS.maxCardLines,
  };
  for (const line of unfold(input.text, options)) {
    const colon = valueStart(line.text);
    if (colon > 0) yield readProperty(line, colon, { isLatin1: input.isLatin1, escaping, warnings });
    else if (line.text.trim() !== '') {
      warnings.warn('card/bad-line', `expected a property, found '${printable(line.text.slice(0, 40))}'`, {
        line: line.line,
      });
    }
  }
}

/** True for the name of a property and what divides it from the value. */
function beginsProperty(physical: string): boolean {
  return /^\s*[\w.-]+\s*[;:]/.test(physical) && physical.includes(':');
}

function encodingOf(line: string): LineEncoding {
  const head = line.slice(0, line.indexOf(':')).toUpperCase();
  if (!head.includes(';')) return undefined;
  if (head.includes('QUOTED-PRINTABLE')) return 'quoted-printable';
  return /[;=](?:BASE64|B)(?:;|$)/.test(head) ? 'base64' : undefined;
}

/** Position of the colon before the value: the first one that is not between quotation marks; -1 without one. */
function valueStart(text: string): number {
  const first = text.indexOf(':');
  if (!text.slice(0, first).includes('"')) return first;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') isQuoted = !isQuoted;
    else if (text[i] === ':' && !isQuoted) return i;
  }
  return first;
}

interface LineContext {
  readonly isLatin1: boolean;
  readonly escaping: Escaping;
  readonly warnings: Warnings;
}

function readProperty(
  line: LogicalLine,
  colon: number,
  { isLatin1, escaping, warnings }: LineContext,
): ReadProperty {
  const [head = '', ...rest] = splitOutsideQuotes(line.text.slice(0, colon), ';');
  const parameters: string[] = [];
  for (const parameter of rest.slice(0, LIMITS.maxParameters)) addParameter(parameters, parameter);
  const name = head
    .slice(head.lastIndexOf('.') + 1)
    .trim()
    .toUpperCase();
  const raw = line.text.slice(colon + 1);
  const encoding = valueBehind('ENCODING=', parameters)?.toUpperCase();
  const charset = valueBehind('CHARSET=', parameters);
  const kept =
    encoding === undefined && charset === undefined
      ? parameters
      : parameters.filter(parameter => !/^(?:ENCODING|CHARSET)=/.test(parameter));
  if (encoding === 'BASE64' || encoding === 'B') {
    return { name, parameters: [BASE64, ...kept], value: base64(raw, line, warnings), line: line.line };
  }
  const octets =
    encoding === 'QUOTED-PRINTABLE' ? quotedPrintable(raw, line, warnings) : rawOctets(raw, isLatin1);
  const value =
    octets === undefined ? raw : withoutNul(decodeOctets(octets, charset, line, warnings), line, warnings);
  const hasModernEscapes = escaping === 'old' && indexOfModernEscape(raw) >= 0 ? true : undefined;
  return { name, parameters: kept, value, line: line.line, hasModernEscapes };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  if (!text.includes(separator)) return [text];
  const pieces: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') isQuoted = !isQuoted;
    else if (text[i] === separator && !isQuoted) {
      pieces.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

/** Adds a parameter in the form of 2.1: types bare, one each, an encoding by name. */
function addParameter(parameters: string[], text: string): void {
  const equals = text.indexOf('=');
  if (equals < 0) addType(parameters, text);
  else addNamed(parameters, text, equals);
}

function addType(parameters: string[], text: string): void {
  const bare = text.trim().toUpperCase();
  if (bare !== '') parameters.push(BARE_ENCODINGS.includes(bare) ? `ENCODING=${bare}` : bare);
}

function addNamed(parameters: string[], text: string, equals: number): void {
  const name = text.slice(0, equals).trim().toUpperCase();
  const value = text
    .slice(equals + 1)
    .replaceAll('"', '')
    .trim();
  if (name === 'PREF') parameters.push('PREF');
  else if (name !== 'TYPE') parameters.push(`${name}=${value}`);
  else for (const type of value.split(',')) addType(parameters, type.replaceAll('=', ''));
}

/** What stands behind a name and its `=` in the first parameter that begins so. */
function valueBehind(start: string, parameters: readonly string[]): string | undefined {
  return parameters.find(parameter => parameter.startsWith(start))?.slice(start.length);
}

/** The digits alone; those of base64url become those of base64 (RFC 4648 5). */
function base64(raw: string, { line }: LogicalLine, warnings: Warnings): string {
  const text = raw.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
  let end = text.length;
  while (text[end - 1] === '=') end--;
  const digits = text.slice(0, end).replace(/[^A-Za-z0-9+/]+/g, '');
  // one digit alone is not an octet
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  if (whole.length < end) warnings.warn('card/encoding', 'text that is not base64 was dropped', { line });
  return whole.padEnd(Math.ceil(whole.length / 4) * 4, '=');
}

function quotedPrintable(raw: string, { line }: LogicalLine, warnings: Warnings): Uint8Array {
  const { bytes, exact } = decodeQuotedPrintable(raw);
  if (!exact) warnings.warn('card/encoding', 'an = that begins no escape', { line });
  return bytes;
}

/** The octets of a value that is not in Unicode yet; `undefined` if it is. */
function rawOctets(raw: string, isLatin1: boolean): Uint8Array | undefined {
  return isLatin1 && !isAscii(raw) ? encodeCharset(raw, 'iso-8859-1') : undefined;
}

/** Phones fill fields of fixed length with NUL, and quoted-printable carries it. */
function withoutNul(text: string, { line }: LogicalLine, warnings: Warnings): string {
  if (!text.includes('\0')) return text;
  warnings.warn('text/padding', 'NUL characters were dropped', { line });
  return text.replaceAll('\0', '');
}

/** Without CHARSET it is ASCII, or what UTF-8 and ISO-8859-1 make of it. */
function decodeOctets(
  octets: Uint8Array,
  charset: string | undefined,
  { line }: LogicalLine,
  warnings: Warnings,
): string {
  const mibEnum = charset === undefined ? US_ASCII : (charsetMibEnum(charset) ?? UNKNOWN);
  const { text, exact } = decodeCharset(octets, mibEnum);
  if (!exact)
    warnings.warn('text/charset-guessed', `text outside ${printable(charset ?? 'us-ascii')}`, { line });
  return text;
}
