import { MmsError } from '../errors.ts';

/** A line of a folded text after its parts were joined. */
export interface LogicalLine {
  readonly text: string;
  /** Number of its first physical line, counted from 1. */
  readonly line: number;
}

/** How a folded text is joined. */
export interface UnfoldOptions {
  /**
   * True: the white space that marks a continued line belongs to the text (RFC 822, vCard 2.1, vCalendar 1.0).
   * False: its first character does not (RFC 5545, vCard 3.0 and 4.0).
   */
  readonly keepsWhiteSpace: boolean;
  /** True for a line whose final `=` is a soft break of quoted-printable text. */
  readonly hasSoftBreaks: (firstLine: string) => boolean;
  /** Most physical lines to read. */
  readonly maxLines: number;
}

/** Physical lines, whether they end with CR LF, LF or CR; an end at the very end begins no further line. */
export function* splitLines(text: string): Generator<string> {
  const ends = /\r\n|\n|\r/g;
  let from = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    yield text.slice(from, end.index);
    from = ends.lastIndex;
  }
  if (from < text.length) yield text.slice(from);
}

/**
 * The lines of a folded text, one after the other; soft breaks of quoted-printable lines are removed.
 * @throws MmsError `text/too-many-lines`
 */
export function* unfold(text: string, options: UnfoldOptions): Generator<LogicalLine> {
  let parts: string[] = [];
  let isSoft = false;
  let start = 1;
  let line = 0;
  for (const physical of splitLines(text)) {
    if (++line > options.maxLines) {
      throw new MmsError('text/too-many-lines', `expected at most ${options.maxLines} lines`);
    }
    const isSoftlyContinued =
      isSoft && parts.at(-1)?.endsWith('=') === true && !/^(?:BEGIN|END):/i.test(physical);
    if (isSoftlyContinued) {
      parts.push(parts.pop()?.slice(0, -1) ?? '', physical);
    } else if (parts.length > 0 && /^[ \t]/.test(physical)) {
      parts.push(options.keepsWhiteSpace ? physical : physical.slice(1));
    } else {
      if (parts.length > 0) yield { text: parts.join(''), line: start };
      parts = [physical];
      isSoft = options.hasSoftBreaks(physical);
      start = line;
    }
  }
  if (parts.length > 0) yield { text: parts.join(''), line: start };
}

/** A long line in pieces of at most `length` characters, of which all but the first begin with a blank. */
export function fold(text: string, length: number): string {
  const pieces = [text.slice(0, length)];
  for (let from = length; from < text.length; from += length - 1)
    pieces.push(` ${text.slice(from, from + length - 1)}`);
  return pieces.join('\r\n');
}
