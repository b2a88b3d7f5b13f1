import { ByteWriter } from '../bytes/index.ts';
import { encodeUtf8 } from '../text/index.ts';
import { checkTune } from './check-tune.ts';
import { META, STATUS, TICKS_PER_QUARTER, writeVariableLength } from './midi-tables.ts';
import { checkWriteOptions } from './options.ts';
import { MAX_VOLUME } from './tables.ts';
import { lengthOfWhole, midiKey, soundingShare } from './timing.ts';
import type { Tone, Tune } from './tune.ts';

/** How a tune becomes a Standard MIDI File. */
export interface MidiOptions {
  /** Octaves to move all notes by, -4 to 1. Default 0, the true pitch; -1 is what gammu and gnokii write. */
  readonly octaveShift?: number | undefined;
  /** General MIDI program, 0 to 127; without one a player takes the piano. */
  readonly program?: number | undefined;
}

/** What {@link toMidi} does unless told otherwise. */
export const MIDI_DEFAULTS = { octaveShift: 0 } as const satisfies MidiOptions;

/** Velocity of a note without volume. */
const DEFAULT_VELOCITY = 100;
const TICKS_PER_WHOLE = 4 * TICKS_PER_QUARTER;

/**
 * A Standard MIDI File of format 0 that plays the tune once: title, tempo changes, one voice on channel 1. Every length
 * is a whole number of ticks, so timing is exact. A staccato note sounds for half of its length.
 * @throws MmsError `ringtone/option`, and as {@link checkTune}
 */
export function toMidi(tune: Tune, options: MidiOptions = {}): Uint8Array {
  checkWriteOptions(options);
  const { octaveShift = MIDI_DEFAULTS.octaveShift, program } = options;
  const { title, events } = checkTune(tune);
  const writer = new ByteWriter();
  writer.latin1('MThd');
  for (const octet of [0, 0, 0, 6, 0, 0, 0, 1]) writer.octet(octet); // length 6, format 0, one track
  uint16(writer, TICKS_PER_QUARTER);
  writer.fork();
  const track = new TrackWriter(writer);
  if (title !== '') track.meta(META.trackName, encodeUtf8(title));
  if (program !== undefined) track.message(STATUS.programChange, program);
  let bpm = 0;
  for (const event of events) {
    if (event.bpm !== bpm) track.tempo(event.bpm);
    bpm = event.bpm;
    const ticks = Math.round(lengthOfWhole(event) * TICKS_PER_WHOLE);
    if (event.note === 'p' || event.volume === 0) track.wait(ticks);
    else track.note(midiKey(event) + 12 * octaveShift, velocity(event), ticks, soundingShare(event.style));
  }
  track.meta(META.endOfTrack, new Uint8Array());
  writer.join((w, length) => {
    w.latin1('MTrk');
    uint16(w, length >>> 16);
    uint16(w, length);
  });
  return writer.toBytes();
}

function velocity({ volume }: Tone): number {
  return volume === undefined ? DEFAULT_VELOCITY : Math.round((volume * 127) / MAX_VOLUME);
}

function uint16(writer: ByteWriter, value: number): void {
  writer.octet(value >>> 8);
  writer.octet(value);
}

/** Writes the events of a track with the time since the last one. */
class TrackWriter {
  readonly #writer: ByteWriter;
  #waited = 0;

  constructor(writer: ByteWriter) {
    this.#writer = writer;
  }

  wait(ticks: number): void {
    this.#waited += ticks;
  }

  message(status: number, ...data: readonly number[]): void {
    this.#delta();
    this.#writer.octet(status);
    for (const octet of data) this.#writer.octet(octet);
  }

  meta(type: number, data: Uint8Array): void {
    this.message(STATUS.meta, type);
    writeVariableLength(this.#writer, data.length);
    this.#writer.octets(data);
  }

  tempo(bpm: number): void {
    const microseconds = Math.round(60_000_000 / bpm);
    this.meta(META.setTempo, Uint8Array.of(microseconds >>> 16, microseconds >>> 8, microseconds));
  }

  note(key: number, velocityOn: number, ticks: number, share: number): void {
    const sounding = Math.round(ticks * share);
    this.message(STATUS.noteOn, key, velocityOn);
    this.wait(sounding);
    this.message(STATUS.noteOff, key, 0x40);
    this.wait(ticks - sounding);
  }

  #delta(): void {
    writeVariableLength(this.#writer, this.#waited);
    this.#waited = 0;
  }
}
