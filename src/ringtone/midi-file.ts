import { ByteReader } from '../bytes/index.ts';
import { isMmsError, MmsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { decodeLatin1, decodeUtf8Strictly } from '../text/index.ts';
import type { Warnings } from '../warnings.ts';
import {
  DEFAULT_MICROSECONDS_PER_QUARTER,
  FRAME_RATES,
  META,
  PERCUSSION_CHANNEL,
  STATUS,
} from './midi-tables.ts';

/** A note with its times in ticks. */
export interface MidiNote {
  readonly start: number;
  end: number;
  readonly key: number;
}

/** A change of tempo. */
export interface MidiTempo {
  readonly start: number;
  readonly microsecondsPerQuarter: number;
}

/** One track. */
export interface MidiTrack {
  name: string | undefined;
  /**
   * Notes of the first channel that has any, percussion apart, in the order of their starts: of those that begin
   * together the highest. No more are kept than one beyond what a tune can have.
   */
  readonly voice: MidiNote[];
  /** Notes of the voice that were left out because a higher one begins with them. */
  lower: number;
  /** Notes of other channels. */
  others: number;
  readonly tempos: MidiTempo[];
  /** Tick of the last event. */
  end: number;
}

/** What a melody needs of a Standard MIDI File. */
export interface MidiFile {
  /** Also of a file that counts in parts of seconds: its quarters are those of the default tempo. */
  readonly ticksPerQuarter: number;
  readonly tracks: readonly MidiTrack[];
  /** Of all tracks, by time; the first begins at 0. */
  readonly tempos: readonly MidiTempo[];
}

/** @throws MmsError `midi/not-a-midi-file`, `midi/unsupported` */
export function readMidiFile(bytes: Uint8Array, warnings: Warnings): MidiFile {
  const reader = new ByteReader(bytes);
  const { ticksPerQuarter, isTimecode } = readHeader(reader);
  const tracks: MidiTrack[] = [];
  while (reader.left >= 8) {
    const isTrack = decodeLatin1(reader.view(4)) === 'MTrk';
    const length = uint(reader, 4);
    if (length > reader.left) {
      warnings.warn('midi/cut-short', `a chunk of ${length} octets where ${reader.left} are left`, {
        offset: reader.offset,
      });
    }
    const outerEnd = reader.narrow(Math.min(length, reader.left));
    if (isTrack) tracks.push(readTrack(reader, warnings));
    reader.widen(outerEnd);
  }
  const tempos = tracks.flatMap(track => track.tempos).sort((a, b) => a.start - b.start);
  const initial = { start: 0, microsecondsPerQuarter: DEFAULT_MICROSECONDS_PER_QUARTER };
  return { ticksPerQuarter, tracks, tempos: isTimecode ? [initial] : [initial, ...tempos] };
}

interface Division {
  readonly ticksPerQuarter: number;
  /** Ticks are parts of seconds, whatever the tempo. */
  readonly isTimecode: boolean;
}

function readHeader(reader: ByteReader): Division {
  if (reader.left < 14 || decodeLatin1(reader.view(4)) !== 'MThd') {
    throw new MmsError('midi/not-a-midi-file', 'expected MThd and a header of 6 octets', { offset: 0 });
  }
  const length = uint(reader, 4);
  const format = uint(reader, 2);
  reader.skip(2); // number of tracks, which the chunks themselves tell
  const division = uint(reader, 2);
  if (format > 1) throw unsupported(`expected format 0 or 1, found ${format}`);
  reader.skip(Math.min(Math.max(0, length - 6), reader.left));
  return divisionOf(division);
}

/** Ticks a quarter, or, with the highest bit set, the negative of a frame rate and the ticks a frame. */
function divisionOf(division: number): Division {
  if (division < 0x8000) {
    if (division === 0) throw unsupported('expected a division above 0');
    return { ticksPerQuarter: division, isTimecode: false };
  }
  const framesPerSecond = FRAME_RATES.get(0x100 - (division >> 8));
  const ticksPerSecond = (framesPerSecond ?? 0) * (division & 0xff);
  if (ticksPerSecond === 0) throw unsupported('expected a division in ticks a quarter or a frame');
  return {
    ticksPerQuarter: (ticksPerSecond * DEFAULT_MICROSECONDS_PER_QUARTER) / 1_000_000,
    isTimecode: true,
  };
}

function unsupported(message: string): MmsError {
  return new MmsError('midi/unsupported', message, { offset: 8 });
}

function readTrack(reader: ByteReader, warnings: Warnings): MidiTrack {
  const track = new TrackReader(reader);
  try {
    track.read();
  } catch (error) {
    if (!isMmsError(error)) throw error;
    warnings.warn('midi/cut-short', `a track breaks off: ${error.message}`, { offset: reader.offset });
  }
  return track.finish();
}

function uint(reader: ByteReader, octets: number): number {
  let value = 0;
  for (let i = 0; i < octets; i++) value = value * 256 + reader.octet();
  return value;
}

/** Reads the events of one track. */
class TrackReader {
  readonly #reader: ByteReader;
  readonly #track: MidiTrack = { name: undefined, voice: [], lower: 0, others: 0, tempos: [], end: 0 };
  #channel: number | undefined;
  /** Notes of the voice that sound, by key. */
  readonly #sounding = new Map<number, MidiNote>();
  #status = 0;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  read(): void {
    let isEnded = false;
    while (this.#reader.left > 0 && !isEnded) {
      this.#track.end += this.#variableLength();
      isEnded = this.#event();
    }
  }

  /** The track; notes that still sound end with it. */
  finish(): MidiTrack {
    for (const note of this.#sounding.values()) note.end = this.#track.end;
    return this.#track;
  }

  /** True at the end of the track. */
  #event(): boolean {
    if (this.#reader.peek() >= 0x80) this.#status = this.#reader.octet();
    const status = this.#status;
    if (status === STATUS.meta) return this.#meta();
    if (status === STATUS.systemExclusive || status === STATUS.systemExclusiveRest) {
      this.#reader.skip(this.#variableLength());
    } else if (status >= 0x80 && status < STATUS.systemExclusive) this.#channelMessage(status);
    else throw this.#reader.error('midi/not-a-midi-file', `unexpected status octet ${status}`);
    return false;
  }

  #meta(): boolean {
    const type = this.#reader.octet();
    const data = this.#reader.view(this.#variableLength());
    if (type === META.trackName) this.#track.name ??= decodeUtf8Strictly(data) ?? decodeLatin1(data);
    if (type === META.setTempo && data.length === 3) {
      const microsecondsPerQuarter = uint(new ByteReader(data), 3);
      if (microsecondsPerQuarter > 0)
        this.#track.tempos.push({ start: this.#track.end, microsecondsPerQuarter });
    }
    return type === META.endOfTrack;
  }

  #channelMessage(status: number): void {
    const kind = status & 0xf0;
    const first = this.#reader.octet();
    if (kind === STATUS.programChange || kind === STATUS.channelPressure) return;
    const second = this.#reader.octet();
    if (kind !== STATUS.noteOn && kind !== STATUS.noteOff) return;
    const channel = status & 0x0f;
    const begins = kind === STATUS.noteOn && second > 0;
    if (begins && channel !== PERCUSSION_CHANNEL) this.#channel ??= channel;
    if (channel === this.#channel) this.#note(first & 0x7f, begins);
    else if (begins) this.#track.others++;
  }

  /** A note of the voice begins, or ends; one that begins ends that of the same key. */
  #note(key: number, begins: boolean): void {
    const { voice, end: now } = this.#track;
    const sounding = this.#sounding.get(key);
    if (sounding !== undefined) sounding.end = now;
    this.#sounding.delete(key);
    if (!begins) return;
    const last = voice.at(-1);
    const isChord = last?.start === now;
    if (isChord) this.#track.lower++;
    if (isChord ? key <= last.key : voice.length > LIMITS.maxTuneEvents) return;
    const note = { start: now, end: now, key };
    this.#sounding.set(key, note);
    if (isChord) voice.pop();
    voice.push(note);
  }

  #variableLength(): number {
    let value = 0;
    for (let octets = 0; octets < 4; octets++) {
      const octet = this.#reader.octet();
      value = (value << 7) | (octet & 0x7f);
      if (octet < 0x80) return value;
    }
    throw this.#reader.error('midi/not-a-midi-file', 'a variable-length quantity of more than four octets');
  }
}
