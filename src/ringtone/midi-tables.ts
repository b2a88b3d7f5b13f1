import type { ByteWriter } from '../bytes/index.ts';

/** Status octets of channel messages on channel 1, and of the others (MIDI 1.0, Standard MIDI Files 1.0). */
export const STATUS = {
  noteOff: 0x80,
  noteOn: 0x90,
  programChange: 0xc0,
  channelPressure: 0xd0,
  systemExclusive: 0xf0,
  systemExclusiveRest: 0xf7,
  meta: 0xff,
} as const;

/** Types of meta events (Standard MIDI Files 1.0). */
export const META = {
  trackName: 0x03,
  endOfTrack: 0x2f,
  setTempo: 0x51,
} as const;

/** Channel 10 holds percussion (General MIDI). */
export const PERCUSSION_CHANNEL = 9;

/** The tempo before the first tempo event: 120 beats a minute. */
export const DEFAULT_MICROSECONDS_PER_QUARTER = 500_000;

/** Frames a second by the number that a header names (Standard MIDI Files 1.0, division; 29 is 30 drop frame). */
export const FRAME_RATES: ReadonlyMap<number, number> = new Map([
  [24, 24],
  [25, 25],
  [29, 30_000 / 1001],
  [30, 30],
]);

/** Divisible by 96, so that 2/3 and 7/4 of a 1/32 are whole numbers of ticks. */
export const TICKS_PER_QUARTER = 480;

/** A number in octets of seven bits, the highest first; all but the last have bit 7 set. */
export function writeVariableLength(writer: ByteWriter, value: number): void {
  for (let shift = 21; shift > 0; shift -= 7) {
    if (value >>> shift > 0) writer.octet(((value >>> shift) & 0x7f) | 0x80);
  }
  writer.octet(value & 0x7f);
}
