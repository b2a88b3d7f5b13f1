import { MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { Warnings } from '../warnings.ts';
import { checkTune } from './check-tune.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { checkWriteOptions } from './options.ts';
import { withPlainLengths } from './plain-lengths.ts';
import { unquotedName } from './rtttl-quotes.ts';
import type { RtttlGrammar } from './rtttl-syntax.ts';
import { DEFAULT_BPM, DEFAULT_DURATION, DEFAULT_OCTAVE, MAX_RTTTL_NAME, STYLES } from './tables.ts';
import { cutTitle } from './title.ts';
import type { NoteDuration, NoteStyle, Octave, Tone, Tune, TuneEvent } from './tune.ts';

/** How RTTTL and RTX text is written. */
export interface FormatRtttlOptions {
  /** Receives a finding for everything that the text does not say as the tune does. */
  readonly warnings?: Issue[] | undefined;
}

/**
 * RTTTL text: lower case, a dot before the octave (`c.6`), which most players read, no line end. The most frequent
 * duration and octave become the defaults. A name above 10 characters is cut; loop, style and volume are left out.
 * Lengths that are neither plain nor dotted become those that are; the tune lasts as long, to within a 32nd.
 * @throws MmsError `ringtone/title` for a colon in the name, `ringtone/not-expressible` when the tempo changes, and as
 *   {@link checkTune}
 */
export function formatRtttl(tune: Tune, options: FormatRtttlOptions = {}): string {
  checkWriteOptions(options);
  return format(checkTune(tune), 'rtttl', new Warnings(ISSUE_ROWS, false, options.warnings));
}

/**
 * RTX text: RTTTL with the loop, and with style and tempo wherever they change. Volume is left out.
 * @throws MmsError as {@link formatRtttl}, but any tempo is possible
 */
export function formatRtx(tune: Tune, options: FormatRtttlOptions = {}): string {
  checkWriteOptions(options);
  return format(checkTune(tune), 'rtx', new Warnings(ISSUE_ROWS, false, options.warnings));
}

/** What the controls written so far say. */
interface Written {
  readonly duration: NoteDuration;
  readonly octave: Octave;
  bpm: number;
  style: NoteStyle | undefined;
}

function format(source: Tune, grammar: RtttlGrammar, warnings: Warnings): string {
  const tune = { ...source, events: withPlainLengths(source.events, warnings) };
  const name = formatName(tune.title, warnings);
  reportLeftOut(tune, grammar, warnings);
  const written: Written = {
    duration: mostFrequent(tune.events.map(event => event.duration)) ?? DEFAULT_DURATION,
    octave: mostFrequent(tune.events.flatMap(event => event.octave ?? [])) ?? DEFAULT_OCTAVE,
    bpm: tune.events[0]?.bpm ?? DEFAULT_BPM,
    style: grammar === 'rtx' ? tune.events.find(isTone)?.style : undefined,
  };
  const controls = [`d=${written.duration}`, `o=${written.octave}`, `b=${written.bpm}`];
  if (written.style !== undefined) controls.push(formatStyle(written.style));
  if (grammar === 'rtx' && tune.loop > 0) controls.push(`l=${tune.loop}`);
  const commands: string[] = [];
  tune.events.forEach((event, index) => {
    commands.push(...formatChanges(event, index, grammar, written), formatNote(event, written));
  });
  return `${name}:${controls.join(',')}:${commands.join(',')}`;
}

function isTone(event: TuneEvent): event is Tone {
  return event.note !== 'p';
}

/** The controls that must stand before an event. */
function formatChanges(event: TuneEvent, index: number, grammar: RtttlGrammar, written: Written): string[] {
  const changes: string[] = [];
  if (event.bpm !== written.bpm) {
    if (grammar === 'rtttl') {
      throw new MmsError('ringtone/not-expressible', 'RTTTL has one tempo for the whole tune', {
        path: `events[${index}].bpm`,
        hint: 'write the tune as RTX',
      });
    }
    written.bpm = event.bpm;
    changes.push(`b=${event.bpm}`);
  }
  if (grammar === 'rtttl' || !isTone(event)) return changes;
  const style = event.style ?? (written.style === undefined ? undefined : 'natural');
  if (style !== undefined && style !== written.style) {
    written.style = style;
    changes.push(formatStyle(style));
  }
  return changes;
}

function formatStyle(style: NoteStyle): string {
  return `s=${STYLES.find(row => row.name === style)?.letter}`;
}

function formatNote(event: TuneEvent, written: Written): string {
  const duration = event.duration === written.duration ? '' : event.duration;
  const dot = event.modifier === 'dotted' ? '.' : '';
  const octave = event.note === 'p' || event.octave === written.octave ? '' : event.octave;
  return `${duration}${event.note}${dot}${octave}`;
}

function formatName(title: string, warnings: Warnings): string {
  const name = unquotedName(title, warnings, 'ringtone/title-changed');
  if (name.includes(':')) {
    throw new MmsError('ringtone/title', 'a colon ends the name of RTTTL and RTX', { path: 'title' });
  }
  if (name.length <= MAX_RTTTL_NAME) return name;
  warnings.warn('ringtone/title-cut', `expected at most ${MAX_RTTTL_NAME} characters, found ${name.length}`, {
    path: 'title',
  });
  return cutTitle(name, MAX_RTTTL_NAME).trimEnd();
}

/** Natural style is the default of the format, so leaving it out changes nothing. */
function reportLeftOut(tune: Tune, grammar: RtttlGrammar, warnings: Warnings): void {
  const report = (what: string): void =>
    warnings.warn('ringtone/left-out', `${grammar.toUpperCase()} has no ${what}`);
  const tones = tune.events.filter(isTone);
  if (tones.some(tone => tone.volume !== undefined)) report('volume');
  if (grammar === 'rtx') return;
  if (tune.loop > 0) report('loop');
  if (tones.some(tone => tone.style !== undefined && tone.style !== 'natural')) report('style');
}

/** The value that occurs most often; of several the one that comes first. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const highest = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === highest)?.[0];
}
