import { MmsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { printable, sourceText } from '../text/index.ts';
import { Warnings } from '../warnings.ts';
import { tooLong } from './check-tune.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { checkReadOptions } from './options.ts';
import { applyControl, defaultControls, isControl } from './rtttl-controls.ts';
import { parseNote } from './rtttl-note.ts';
import { unquotedName, withoutQuotes } from './rtttl-quotes.ts';
import { sectionsOf } from './rtttl-sections.ts';
import { type NoteOptions, type Position, type RtttlGrammar, syntaxError } from './rtttl-syntax.ts';
import { MAX_RTTTL_NAME } from './tables.ts';
import { readTitle } from './title.ts';
import type { ParsedTune, TuneEvent } from './tune.ts';

/** How RTTTL and RTX text is read. */
export interface RtttlOptions extends NoteOptions {
  /** Refuse what the grammar does not have instead of collecting it in `warnings`. */
  readonly strict?: boolean | undefined;
}

/** A command longer than this is neither a note nor a control. */
const MAX_COMMAND = 16;

/** What is left of a last command when a text breaks off: a duration without its note, a control without its value. */
const CUT_COMMAND = /^(?:\d{1,2}\.?[#_]?|[#_]|[dobslv]=)$/;

/**
 * The tune of RTTTL text, `name:d=4,o=6,b=63:8c,e.6,…`. White space is ignored, letters may be of either case, a dot
 * may stand before the octave or after it. Other dialects, and what only RTX has, are read with warnings; of a text that
 * breaks off the notes before are read. A file of several tunes is refused.
 * @throws MmsError `ringtone/syntax` with the offset of the character, `ringtone/empty`, `ringtone/too-long`,
 *   `text/not-a-text`
 * @example
 * parseRtttl('fifth:d=4,o=5,b=63:8P,8G5,8G5,8G5,2D#5').events.length // 5
 */
export function parseRtttl(text: string | Uint8Array, options: RtttlOptions = {}): ParsedTune {
  return parse(text, 'rtttl', options);
}

/**
 * The tune of RTX text: RTTTL with style `s=`, loop `l=`, and `o=`, `b=`, `s=` between the notes too.
 * @throws MmsError as {@link parseRtttl}
 */
export function parseRtx(text: string | Uint8Array, options: RtttlOptions = {}): ParsedTune {
  return parse(text, 'rtx', options);
}

function parse(input: string | Uint8Array, grammar: RtttlGrammar, options: RtttlOptions): ParsedTune {
  checkReadOptions(options);
  const warnings = new Warnings(ISSUE_ROWS, options.strict);
  const source = sourceText(input, warnings);
  if (source.isLatin1)
    warnings.warn('text/charset-guessed', 'the text is not UTF-8; it was taken for iso-8859-1');
  const text = withoutQuotes(source.text, warnings);
  const { nameEnd, controlsEnd } = sectionsOf(text, warnings);
  refuseSecondTune(text, controlsEnd);
  const state = defaultControls();
  for (const token of commands(text, nameEnd + 1, controlsEnd, warnings)) {
    applyControl(token.text, state, { grammar, isInline: false, warnings, options, offset: token.offset });
  }
  const events: TuneEvent[] = [];
  for (const token of commands(text, controlsEnd + 1, text.length, warnings)) {
    const position: Position = { grammar, isInline: true, warnings, options, offset: token.offset };
    if (token.isLast && events.length > 0 && CUT_COMMAND.test(token.text)) {
      warnings.warn('ringtone/cut-short', `the tune breaks off in '${token.text}'`, { offset: token.offset });
      break;
    }
    if (isControl(token.text)) applyControl(token.text, state, position);
    else events.push(parseNote(token.text, state, position));
  }
  if (events.length === 0) throw new MmsError('ringtone/empty', 'no note after the second colon');
  return {
    title: parseName(text.slice(0, Math.max(0, nameEnd)), warnings),
    loop: state.loop,
    events,
    warnings: warnings.list,
  };
}

/** Tunes of a collection stand one after the other, each with the two colons of its own. */
function refuseSecondTune(text: string, controlsEnd: number): void {
  const colon = text.indexOf(':', controlsEnd + 1);
  if (colon < 0) return;
  if (text.indexOf(':', colon + 1) < 0)
    throw syntaxError('expected a note or a control, found a colon', colon);
  const offset = Math.max(text.lastIndexOf('\n', colon), text.lastIndexOf('\r', colon), controlsEnd) + 1;
  throw syntaxError('a second tune begins', offset, 'give one tune at a time');
}

function parseName(text: string, warnings: Warnings): string {
  const name = readTitle(unquotedName(text, warnings), warnings);
  if (name.length > MAX_RTTTL_NAME) {
    warnings.warn(
      'ringtone/title-too-long',
      `expected at most ${MAX_RTTTL_NAME} characters, found ${name.length}`,
      {
        path: 'title',
      },
    );
  }
  return name;
}

interface Token {
  /** In lower case, without white space. */
  readonly text: string;
  readonly offset: number;
  /** No separator follows. */
  readonly isLast: boolean;
}

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const BAR = 0x7c;

/** Between commands; some programs write others for the comma. */
const isSeparator = (code: number): boolean => code === COMMA || code === SEMICOLON || code === BAR;

/** The commands between two places; empty ones are skipped. */
function* commands(text: string, start: number, end: number, warnings: Warnings): Generator<Token> {
  refuseVoices(text, start, end);
  const told = new Set<string>();
  let count = 0;
  let from = start;
  while (from < end) {
    if (++count > LIMITS.maxTuneEvents) throw tooLong(count);
    const to = separatorFrom(text, from, end);
    const command = commandOf(text, from, to);
    if (command !== '') yield { text: command, offset: from, isLast: to === end };
    const isBlankSection = command === '' && from === start && to === end;
    if (!isBlankSection && (command === '' || to + 1 === end)) {
      warnings.warn('ringtone/dialect', 'a comma without a command', { offset: from });
    }
    if (to < end && text.charCodeAt(to) !== COMMA) tellSeparator(text, to, told, warnings);
    from = to + 1;
  }
}

function separatorFrom(text: string, from: number, end: number): number {
  let to = from;
  while (to < end && !isSeparator(text.charCodeAt(to))) to++;
  return to;
}

/** Each once. */
function tellSeparator(text: string, offset: number, told: Set<string>, warnings: Warnings): void {
  const separator = text.charAt(offset);
  if (told.has(separator)) return;
  told.add(separator);
  warnings.warn('ringtone/dialect', `'${separator}' in place of a comma`, { offset });
}

/** In place of commas a bar divides notes; among them it may divide voices that sound together (PTTTL) or measures. */
function refuseVoices(text: string, start: number, end: number): void {
  const bar = text.indexOf('|', start);
  const comma = text.indexOf(',', start);
  if (bar < 0 || bar >= end || comma < 0 || comma >= end || text.slice(bar + 1, end).trim() === '') return;
  throw syntaxError("found '|' among commas, which may divide voices or measures", bar, 'give one voice');
}

/** What stands between two places, in lower case and without white space; looks no further than a command can be long. */
function commandOf(text: string, start: number, end: number): string {
  let command = '';
  for (let i = start; i < end; i++) {
    if (isWhiteSpace(text.charCodeAt(i))) continue;
    command += text.charAt(i);
    if (command.length > MAX_COMMAND) {
      throw syntaxError(`expected a note or a control, found '${printable(command)}…'`, start);
    }
  }
  return command.toLowerCase();
}

/** Blanks beyond ASCII, and those without width. */
const OTHER_WHITE_SPACE = /[\s\u0085\u200b\u2060]/;

function isWhiteSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    (code > 0x7f && OTHER_WHITE_SPACE.test(String.fromCharCode(code)))
  );
}
