import { octetAt } from '../bytes/index.ts';
import { hasAscii, uint16, uint24, uint32 } from './octets.ts';

/** What a Standard MIDI File says of itself. */
interface MidiFacts {
  readonly durationMs: number;
  /** It carries a Maximum Instantaneous Polyphony message, so it is Scalable Polyphony MIDI (MMA RP-034). */
  readonly scalable: boolean;
}

interface Tempo {
  readonly tick: number;
  readonly usPerQuarter: number;
}

interface Track {
  readonly tempos: Tempo[];
  ticks: number;
  scalable: boolean;
}

/** A cursor over one track; a variable-length quantity has at most four octets. */
class TrackCursor {
  readonly data: Uint8Array;
  at: number;
  readonly end: number;

  constructor(data: Uint8Array, at: number, end: number) {
    this.data = data;
    this.at = at;
    this.end = end;
  }

  quantity(): number {
    let value = 0;
    for (let i = 0; i < 4; i++) {
      const octet = octetAt(this.data, this.at++);
      value = value * 128 + (octet & 0x7f);
      if (octet < 0x80) break;
    }
    return value;
  }
}

/** Octets after the status octet of a channel message: program change and channel pressure have one. */
function channelDataLength(status: number): number {
  return status >= 0xc0 && status < 0xe0 ? 1 : 2;
}

/** Meta event: keeps tempos; true at the end of the track. */
function readMeta(cursor: TrackCursor, track: Track): boolean {
  const type = octetAt(cursor.data, cursor.at++);
  const length = cursor.quantity();
  if (type === 0x51 && length === 3) {
    track.tempos.push({ tick: track.ticks, usPerQuarter: uint24(cursor.data, cursor.at) });
  }
  cursor.at += length;
  return type === 0x2f;
}

/** System exclusive: universal real time (7F), any device, Mobile Phone Control 0B, MIP 01. */
function readSysex(cursor: TrackCursor, track: Track): void {
  const length = cursor.quantity();
  const { data, at } = cursor;
  if (data[at] === 0x7f && data[at + 2] === 0x0b && data[at + 3] === 0x01) track.scalable = true;
  cursor.at += length;
}

function readTrack(data: Uint8Array, start: number, end: number): Track {
  const cursor = new TrackCursor(data, start, end);
  const track: Track = { tempos: [], ticks: 0, scalable: false };
  let running = 0;
  while (cursor.at < end) {
    track.ticks += cursor.quantity();
    const octet = octetAt(data, cursor.at);
    if (octet >= 0x80) cursor.at++;
    if (octet === 0xff) {
      if (readMeta(cursor, track)) break;
    } else if (octet === 0xf0 || octet === 0xf7) {
      readSysex(cursor, track);
    } else {
      if (octet >= 0x80) running = octet;
      if (running === 0) break;
      cursor.at += channelDataLength(running);
    }
  }
  return track;
}

function durationOf(ticks: number, division: number, tempos: readonly Tempo[]): number {
  if (division & 0x8000) {
    const framesPerSecond = 256 - (division >> 8);
    return (ticks / Math.max(framesPerSecond * (division & 0xff), 1)) * 1000;
  }
  let us = 0;
  let tick = 0;
  let usPerQuarter = 500_000;
  for (const tempo of tempos.toSorted((a, b) => a.tick - b.tick)) {
    us += (Math.min(tempo.tick, ticks) - tick) * usPerQuarter;
    tick = Math.min(tempo.tick, ticks);
    usPerQuarter = tempo.usPerQuarter;
  }
  return (us + (ticks - tick) * usPerQuarter) / Math.max(division, 1) / 1000;
}

/** Reads all tracks of a Standard MIDI File; `undefined` when it is none. The format 2 tracks count one after the other. */
export function readMidi(data: Uint8Array): MidiFacts | undefined {
  if (!hasAscii(data, 'MThd')) return undefined;
  const format = uint16(data, 8);
  const division = uint16(data, 12);
  const tracks: Track[] = [];
  let at = 8 + uint32(data, 4);
  while (at + 8 <= data.length) {
    const end = Math.min(at + 8 + uint32(data, at + 4), data.length);
    if (hasAscii(data, 'MTrk', at)) tracks.push(readTrack(data, at + 8, end));
    at = end;
  }
  const scalable = tracks.some(track => track.scalable);
  if (format === 2) {
    const lengths = tracks.map(track => durationOf(track.ticks, division, track.tempos));
    return { durationMs: lengths.reduce((sum, length) => sum + length, 0), scalable };
  }
  const ticks = tracks.reduce((longest, track) => Math.max(longest, track.ticks), 0);
  const tempos = tracks.flatMap(track => track.tempos);
  return { durationMs: durationOf(ticks, division, tempos), scalable };
}
