import { requireOctets } from '../bytes/index.ts';
import { formatOfType } from './formats.ts';
import { readIsoMedia } from './iso-media.ts';
import { readMidi } from './midi.ts';
import { adtsDurationMs, mp3DurationMs } from './mpeg-audio.ts';
import { amrDurationMs } from './speech.ts';
import { wavDurationMs } from './wave.ts';

type DurationReader = (data: Uint8Array) => number | undefined;

const isoDurationMs: DurationReader = data => readIsoMedia(data)?.durationMs;
const midiDurationMs: DurationReader = data => readMidi(data)?.durationMs;

const READERS: ReadonlyMap<string, DurationReader> = new Map([
  ['audio/amr', amrDurationMs],
  ['audio/amr-wb', amrDurationMs],
  ['audio/wav', wavDurationMs],
  ['audio/midi', midiDurationMs],
  ['audio/sp-midi', midiDurationMs],
  ['audio/mpeg', mp3DurationMs],
  ['audio/aac', adtsDurationMs],
  ['audio/mp4', isoDurationMs],
  ['audio/3gpp', isoDurationMs],
  ['audio/3gpp2', isoDurationMs],
  ['video/mp4', isoDurationMs],
  ['video/3gpp', isoDurationMs],
  ['video/3gpp2', isoDurationMs],
  ['video/quicktime', isoDurationMs],
]);

/**
 * How long a sound or film plays, in whole milliseconds rounded up, so that a slide of that length does not cut it.
 * `undefined` for other media, for formats whose length is not read (SMAF, iMelody, QCELP) and for broken octets.
 */
export function mediaDurationMs(data: Uint8Array, contentType: string): number | undefined {
  requireOctets(data, 'data');
  const read = READERS.get(formatOfType(contentType)?.contentType ?? '');
  const durationMs = read?.(data);
  return durationMs !== undefined && durationMs > 0 ? Math.ceil(durationMs) : undefined;
}
