import { MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { Warnings } from '../warnings.ts';
import { BitWriter } from './bits.ts';
import { checkTune } from './check-tune.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { checkWriteOptions } from './options.ts';
import { PatternWriter } from './pattern-writer.ts';
import { COMMANDS, MAX_BINARY_TITLE, SONG_TYPES } from './tables.ts';
import type { TempoRounding } from './tempo.ts';
import { cutTitle } from './title.ts';
import type { NoteStyle, Tune, TuneEvent } from './tune.ts';

/** How a tune becomes a ringing tone; the defaults are {@link RINGING_TONE_DEFAULTS}. */
export interface RingingToneOptions {
  /** Instead of the tune's: 0 plays once, 1 to 14 repeat so many times more, 15 plays without end. */
  readonly loop?: number | undefined;
  /** For events without a style. */
  readonly style?: NoteStyle | undefined;
  /** For tempos that the format does not have. */
  readonly tempoRounding?: TempoRounding | undefined;
  /** Some composers cannot show a tune that begins with silence. */
  readonly dropLeadingRests?: boolean | undefined;
  /** More than 15 characters. */
  readonly longTitle?: 'cut' | 'refuse' | undefined;
  /** More than 255 instructions. */
  readonly longTune?: 'patterns' | 'refuse' | undefined;
  /** Receives a finding for everything that the octets do not say as the tune does. */
  readonly warnings?: Issue[] | undefined;
}

/** What {@link encodeRingingTone} does unless told otherwise (`loop` and `style`: what the tune says). */
export const RINGING_TONE_DEFAULTS = {
  tempoRounding: 'nearest',
  dropLeadingRests: false,
  longTitle: 'cut',
  longTune: 'patterns',
} as const satisfies RingingToneOptions;

/**
 * The binary ringing tone of Nokia Smart Messaging (SM3; port 5505 without the header), `02 4A 3A …`. State
 * instructions are written only where something changes, in the order scale, style, tempo, volume; a tune of more than
 * 255 instructions becomes up to four patterns, each of which states its settings again.
 * @throws MmsError `ringtone/tune-value`, `ringtone/empty`, `ringtone/title`, `ringtone/too-long`,
 *   `ringtone/too-many-instructions`, `ringtone/option`
 * @example
 * encodeRingingTone(parseRtttl('fifth:d=8,o=5,b=63:g,g,g,2d#'))
 */
export function encodeRingingTone(tune: Tune, options: RingingToneOptions = {}): Uint8Array {
  checkWriteOptions(options);
  const {
    tempoRounding = RINGING_TONE_DEFAULTS.tempoRounding,
    dropLeadingRests = RINGING_TONE_DEFAULTS.dropLeadingRests,
    longTitle = RINGING_TONE_DEFAULTS.longTitle,
    longTune = RINGING_TONE_DEFAULTS.longTune,
  } = options;
  const own = checkTune(tune);
  const checked = { ...own, loop: options.loop ?? own.loop };
  const warnings = new Warnings(ISSUE_ROWS, false, options.warnings);
  const events = dropLeadingRests ? withoutLeadingRests(checked.events) : checked.events;
  const title = fittingTitle(checked.title, longTitle, warnings);
  const wide = [...title].some(character => character > '\u00ff');
  const bits = new BitWriter();
  bits.bits(wide ? 3 : 2, 8);
  bits.bits(COMMANDS.ringingToneProgramming, 7);
  bits.align();
  if (wide) {
    bits.bits(COMMANDS.unicode, 7);
    bits.align();
  }
  bits.bits(COMMANDS.sound, 7);
  writeSong(bits, title, wide ? 16 : 8);
  const patterns = new PatternWriter(bits, { style: options.style, tempoRounding, longTune }, warnings);
  patterns.write(events, checked.loop);
  bits.align();
  bits.bits(0x00, 8); // command-end
  return bits.toBytes();
}

function withoutLeadingRests(events: readonly TuneEvent[]): readonly TuneEvent[] {
  const first = events.findIndex(event => event.note !== 'p');
  if (first < 0) throw new MmsError('ringtone/empty', 'nothing but rests', { path: 'events' });
  return events.slice(first);
}

function fittingTitle(title: string, longTitle: 'cut' | 'refuse', warnings: Warnings): string {
  if (title.length <= MAX_BINARY_TITLE) return title;
  const message = `expected at most ${MAX_BINARY_TITLE} characters, found ${title.length}`;
  if (longTitle === 'refuse') throw new MmsError('ringtone/title', message, { path: 'title' });
  warnings.warn('ringtone/title-cut', message, { path: 'title' });
  return cutTitle(title, MAX_BINARY_TITLE);
}

function writeSong(bits: BitWriter, title: string, characterBits: number): void {
  bits.bits(SONG_TYPES.basicSong, 3);
  bits.bits(title.length, 4);
  for (let i = 0; i < title.length; i++) bits.bits(title.charCodeAt(i), characterBits);
}
