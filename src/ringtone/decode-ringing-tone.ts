import type { ReadTrace } from '../bytes/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import { Warnings } from '../warnings.ts';
import { BitReader } from './bits.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { tuneOfPatterns } from './loops.ts';
import { checkOctets, checkReadOptions } from './options.ts';
import { type Pattern, PatternReader } from './pattern-reader.ts';
import { COMMANDS, SONG_TYPES } from './tables.ts';
import { readTitle } from './title.ts';
import type { ParsedTune } from './tune.ts';

/** How a ringing tone is read. */
export interface RingingToneDecodeOptions {
  /** Refuse every departure from the specification instead of collecting it in `warnings`. */
  readonly strict?: boolean | undefined;
  /** Receives every field with its place in bits. */
  readonly trace?: ReadTrace | undefined;
}

/**
 * The tune of a binary ringing tone (SM3; the content of port 5505). A tone that breaks off, as one does that a tool
 * cut to a single SMS, gives the notes before the break. Repeats of one pattern among several are written out.
 * @throws MmsError `ringtone/not-a-ringing-tone`, `ringtone/empty`, `ringtone/too-long`, `bytes/truncated`,
 *   `ringtone/not-octets`, `ringtone/option`
 */
export function decodeRingingTone(bytes: Uint8Array, options: RingingToneDecodeOptions = {}): ParsedTune {
  checkOctets(bytes);
  checkReadOptions(options);
  const reader = new BitReader(bytes, options.trace);
  const warnings = new Warnings(ISSUE_ROWS, options.strict, [], warning => options.trace?.warn(warning));
  const song = readCommands(reader, warnings);
  if (!song.isCut) readEnd(reader, warnings);
  const tune = tuneOfPatterns(song.patterns, warnings);
  if (tune.events.length === 0) throw new MmsError('ringtone/empty', 'no note in the ringing tone');
  return { title: readTitle(song.title, warnings), ...tune, warnings: warnings.list };
}

interface Song {
  readonly title: string;
  readonly patterns: readonly Pattern[];
  /** The octets end before the song does, or what follows makes no sense. */
  readonly isCut: boolean;
}

function readCommands(reader: BitReader, warnings: Warnings): Song {
  const commands = reader.field('commandLength', 8);
  if (commands !== 2 && commands !== 3) {
    warnings.warn('ringtone/command-length', `expected 2 or 3 command parts, found ${commands}`, {
      offset: 0,
    });
  }
  let isProgramming = false;
  let isUnicode = false;
  for (let part = 1; part <= commands; part++) {
    const at = reader.offset;
    const command = reader.field('command', 7);
    if (command === COMMANDS.ringingToneProgramming) isProgramming = true;
    else if (command === COMMANDS.unicode) isUnicode = true;
    else if (command === COMMANDS.cancel) isUnicode &&= reader.field('cancelled', 7) !== COMMANDS.unicode;
    else if (command === COMMANDS.sound) {
      if (!isProgramming || part < commands) {
        warnings.warn('ringtone/command-length', `sound is command part ${part} of ${commands}`, {
          offset: at,
        });
      }
      return readSong(reader, isUnicode ? 16 : 8, warnings);
    } else throw notARingingTone(`unknown command part ${command}`, at);
    skipFiller(reader, warnings);
  }
  throw notARingingTone('no sound among the command parts', reader.offset);
}

function readSong(reader: BitReader, characterBits: number, warnings: Warnings): Song {
  const at = reader.offset;
  const type = reader.field('songType', 3);
  if (type !== SONG_TYPES.basicSong && type !== SONG_TYPES.temporarySong) {
    throw notARingingTone(`expected a basic or temporary song, found song type ${type}`, at);
  }
  const title = type === SONG_TYPES.basicSong ? readSongTitle(reader, characterBits) : '';
  const patterns: Pattern[] = [];
  const patternReader = new PatternReader(reader, warnings);
  const { depth } = reader;
  try {
    const length = reader.field('songSequenceLength', 8);
    for (let i = 0; i < length; i++) patterns.push(patternReader.read(i));
    return { title, patterns, isCut: false };
  } catch (error) {
    if (warnings.strict || !isMmsError(error)) throw error;
    reader.leaveTo(depth);
    patterns.push(...patternReader.unfinished());
    if (patterns.length === 0) throw error;
    warnings.warn('ringtone/cut-short', `the tune breaks off: ${error.message}`, { offset: reader.offset });
    return { title, patterns, isCut: true };
  }
}

function readSongTitle(reader: BitReader, characterBits: number): string {
  reader.enter('title');
  const length = reader.piece('titleLength', 4);
  let title = '';
  for (let i = 0; i < length; i++) title += String.fromCharCode(reader.piece('character', characterBits));
  reader.leave(title);
  return title;
}

function skipFiller(reader: BitReader, warnings: Warnings): void {
  const { offset } = reader;
  if (reader.align() !== 0) warnings.warn('ringtone/filler', 'filler bits that are not zero', { offset });
}

function readEnd(reader: BitReader, warnings: Warnings): void {
  skipFiller(reader, warnings);
  const { offset } = reader;
  if (reader.left === 0) {
    warnings.warn('ringtone/missing-end', 'no command-end', { offset });
    return;
  }
  const end = reader.field('commandEnd', 8);
  if (end !== 0x00) warnings.warn('ringtone/missing-end', `expected command-end 0, found ${end}`, { offset });
  if (reader.left > 0) {
    warnings.warn('ringtone/trailing-octets', `${reader.left / 8} octets after the command-end`, {
      offset: reader.offset,
    });
  }
}

function notARingingTone(message: string, offset: number): MmsError {
  return new MmsError('ringtone/not-a-ringing-tone', message, { offset });
}
