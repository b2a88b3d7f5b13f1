import { LIMITS } from '../limits.ts';
import {
  charsetMibEnum,
  decodeCharset,
  decodeLatin1,
  decodeQuotedPrintable,
  decodeUtf8Strictly,
  encodeCharset,
  isAscii,
  type LogicalLine,
  printable,
  unfold,
  type Warnings,
} from '../text/index.ts';
import type { Escaping } from './escapes.ts';
import { BARE_ENCODINGS, BASE64, type ReadProperty } from './property.ts';

/** MIBenum of ASCII, and of no charset. */
const US_ASCII = 3;
const UNKNOWN = -1;

/** The text of a card, and whether it came as octets that are not UTF-8, read as ISO-8859-1 for now. */
export interface CardText {
  readonly text: string;
  readonly isLatin1: boolean;
}

/** Octets are UTF-8, or in the charset that each property names. */
export function cardText(input: string | Uint8Array): CardText {
  if (typeof input === 'string') return { text: input.replace(/^\ufeff/, ''), isLatin1: false };
  const text = decodeUtf8Strictly(input);
  if (text !== undefined) return { text: text.replace(/^\ufeff/, ''), isLatin1: false };
  return { text: decodeLatin1(input), isLatin1: true };
}

/**
 * The properties of a text, one after the other, decoded. Blank lines are skipped, lines that are no property too,
 * with a warning.
 * @throws MmsError `text/too-many-lines`
 */
export function* readProperties(
  input: CardText,
  escaping: Escaping,
  warnings: Warnings,
): Generator<ReadProperty> {
  const options = {
    keepsWhiteSpace: escaping === 'old',
    hasSoftBreaks: namesQuotedPrintable,
    maxLines: LIMITS.maxCardLines,
  };
  for (const line of unfold(input.text, options)) {
    const colon = valueStart(line.text);
    if (colon > 0) yield readProperty(line, colon, input.isLatin1, warnings);
    else if (line.text.trim() !== '') {
      warnings.warn('card/bad-line', `expected a property, found '${printable(line.text.slice(0, 40))}'`, {
        line: line.line,
      });
    }
  }
}

function namesQuotedPrintable(line: string): boolean {
  return line.slice(0, line.indexOf(':')).toUpperCase().includes('QUOTED-PRINTABLE');
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

function readProperty(line: LogicalLine, colon: number, isLatin1: boolean, warnings: Warnings): ReadProperty {
  const [head = '', ...rest] = splitOutsideQuotes(line.text.slice(0, colon), ';');
  const parameters = rest.slice(0, LIMITS.maxParameters).flatMap(normalParameters);
  const name = head
    .slice(head.lastIndexOf('.') + 1)
    .trim()
    .toUpperCase();
  const raw = line.text.slice(colon + 1);
  const encoding = parameterValue(parameters, 'ENCODING')?.toUpperCase();
  const kept = parameters.filter(parameter => !/^(?:ENCODING|CHARSET)=/.test(parameter));
  if (encoding === 'BASE64' || encoding === 'B') {
    return { name, parameters: [BASE64, ...kept], value: raw.replace(/\s+/g, ''), line: line.line };
  }
  const charset = parameterValue(parameters, 'CHARSET');
  const octets =
    encoding === 'QUOTED-PRINTABLE' ? quotedPrintable(raw, line, warnings) : rawOctets(raw, isLatin1);
  const value = octets === undefined ? raw : decodeOctets(octets, charset, line, warnings);
  return { name, parameters: kept, value, line: line.line };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
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

/** A parameter in the form of 2.1: types bare, one each, an encoding by name. */
function normalParameters(text: string): string[] {
  const equals = text.indexOf('=');
  const bare = text.trim().toUpperCase();
  if (equals < 0) return BARE_ENCODINGS.includes(bare) ? [`ENCODING=${bare}`] : bare === '' ? [] : [bare];
  const name = text.slice(0, equals).trim().toUpperCase();
  const value = text
    .slice(equals + 1)
    .replaceAll('"', '')
    .trim();
  if (name === 'PREF') return ['PREF'];
  if (name !== 'TYPE') return [`${name}=${value}`];
  return value.split(',').flatMap(type => normalParameters(type.replaceAll('=', '')));
}

function parameterValue(parameters: readonly string[], name: string): string | undefined {
  return parameters.find(parameter => parameter.startsWith(`${name}=`))?.slice(name.length + 1);
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
