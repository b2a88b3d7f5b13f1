import { MmsError } from '../errors.ts';
import { encodeUtf8 } from './charsets.ts';

/** A line of a folded text after its parts were joined. */
export interface LogicalLine {
  readonly text: string;
  /** Number of its first physical line, counted from 1. */
  readonly line: number;
}

/** How the value of a line is encoded, as far as that decides where it ends. */
export type LineEncoding = 'quoted-printable' | 'base64' | undefined;

/** How a folded text is joined. */
export interface UnfoldOptions {
  /**
   * True: the white space that marks a continued line belongs to the text (RFC 822, vCard 2.1, vCalendar 1.0).
   * False: its first character does not (RFC 5545, vCard 3.0 and 4.0).
   */
  readonly keepsWhiteSpace: boolean;
  /**
   * What continues a line besides white space: a final `=`, the soft break of quoted-printable text, or, for base64,
   * nothing at all: lines of digits go on to the blank line that ends them (vCard 2.1).
   */
  readonly encodingOf: (firstLine: string) => LineEncoding;
  /**
   * True for a physical line that begins a logical one. Behind one that a program has broken for its length, a line
   * that does not is its rest, though the white space before it is missing. Absent: every line begins one.
   */
  readonly begins?: ((physical: string) => boolean) | undefined;
  /** Gets the number of every physical line that continues one without white space before it. */
  readonly onMissingFold?: ((line: number) => void) | undefined;
  /** Most physical lines to read. */
  readonly maxLines: number;
}

/**
 * The first physical lines, whether they end with CR LF, LF, CR or CR CR LF; an end at the very end begins no further
 * line.
 */
function firstLines(text: string, most: number): string[] {
  const lines = text.split(/\r\r?\n|\n|\r/, most + 1);
  if (lines.at(-1) === '') lines.pop();
  return lines.slice(0, most);
}

/**
 * The lines of a folded text, one after the other; soft breaks of quoted-printable lines are removed.
 * @throws MmsError `text/too-many-lines`
 */
export function* unfold(text: string, options: UnfoldOptions): Generator<LogicalLine> {
  let parts: string[] = [];
  let encoding: LineEncoding;
  let start = 1;
  let line = 0;
  for (const physical of firstLines(text, options.maxLines + 1)) {
    if (++line > options.maxLines) {
      throw new MmsError('text/too-many-lines', `expected at most ${options.maxLines} lines`);
    }
    if (joins(parts, physical, encoding, options.keepsWhiteSpace)) continue;
    if (encoding !== 'base64' && isRest(parts.at(-1), physical, options)) {
      parts.push(physical);
      options.onMissingFold?.(line);
      continue;
    }
    if (parts.length > 0) yield { text: parts.join(''), line: start };
    parts = [physical];
    encoding = options.encodingOf(physical);
    start = line;
  }
  if (parts.length > 0) yield { text: parts.join(''), line: start };
}

/** Joins a physical line to the parts of the one that it continues; false if it continues none. */
function joins(parts: string[], physical: string, encoding: LineEncoding, keepsWhiteSpace: boolean): boolean {
  const last = parts.at(-1);
  if (last === undefined) return false;
  if (encoding === 'quoted-printable' && isSoftlyContinued(last, physical)) {
    parts.splice(-1, 1, last.slice(0, -1), physical);
  } else if (encoding === 'base64' && isMoreBase64(last, physical)) parts.push(physical);
  else if (/^[ \t]/.test(physical)) parts.push(keepsWhiteSpace ? physical : physical.slice(1));
  else return false;
  return true;
}

/** Octets from which on a line was broken for its length: programs break at 75 or 76, some at the blank before. */
const LONG_LINE = 60;

/** Octets that a UTF-16 code unit becomes in UTF-8 at most. */
const MOST_OCTETS = 3;

function isRest(last: string | undefined, physical: string, { begins }: UnfoldOptions): boolean {
  if (last === undefined || begins === undefined || last.length * MOST_OCTETS < LONG_LINE) return false;
  if (physical.trim() === '' || begins(physical)) return false;
  return encodeUtf8(last).length >= LONG_LINE;
}

function isSoftlyContinued(last: string, next: string): boolean {
  return last.endsWith('=') && !/^(?:BEGIN|END):/i.test(next);
}

/** Padding ends the digits. */
function isMoreBase64(last: string, next: string): boolean {
  return !last.trimEnd().endsWith('=') && /^[A-Za-z0-9+/_=-]+$/.test(next.trim());
}

/** A long line in pieces of at most `length` characters, of which all but the first begin with a blank. */
export function fold(text: string, length: number): string {
  const pieces = [text.slice(0, length)];
  for (let from = length; from < text.length; from += length - 1)
    pieces.push(` ${text.slice(from, from + length - 1)}`);
  return pieces.join('\r\n');
}
