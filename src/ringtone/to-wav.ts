import { MmsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { checkTune } from './check-tune.ts';
import { checkWriteOptions } from './options.ts';
import { envelope, Oscillator } from './synthesis.ts';
import { DEFAULT_VOLUME, MAX_VOLUME } from './tables.ts';
import { eventDurationMs, eventFrequencyHz, soundingShare, tuneDurationMs } from './timing.ts';
import type { Tune } from './tune.ts';

/** How a tune becomes sound. */
export interface WavOptions {
  /** Samples a second, 8000 to 48000. */
  readonly sampleRate?: number | undefined;
}

/** What {@link toWav} does unless told otherwise. */
export const WAV_DEFAULTS = { sampleRate: 22_050 } as const satisfies WavOptions;

/** RIFF, WAVE, `fmt ` and `data` headers of PCM sound. */
const HEADER_OCTETS = 44;
const OCTETS_PER_SAMPLE = 2;

/**
 * The tune played once as a WAV file, 16 bits, one channel. Every note has an attack and a release inside its length,
 * so the file lasts as long as the tune, to the sample.
 * @throws MmsError `ringtone/too-long` above ten minutes, `ringtone/option`, and as {@link checkTune}
 */
export function toWav(tune: Tune, options: WavOptions = {}): Uint8Array {
  checkWriteOptions(options);
  const { sampleRate = WAV_DEFAULTS.sampleRate } = options;
  const checked = checkTune(tune);
  const seconds = tuneDurationMs(checked) / 1000;
  if (seconds > LIMITS.maxWavSeconds) {
    throw new MmsError(
      'ringtone/too-long',
      `expected at most ${LIMITS.maxWavSeconds} seconds, found ${seconds.toFixed(1)}`,
    );
  }
  const bytes = new Uint8Array(HEADER_OCTETS + OCTETS_PER_SAMPLE * Math.round(seconds * sampleRate));
  const view = new DataView(bytes.buffer);
  writeHeader(view, sampleRate);
  writeSamples(view, checked, sampleRate);
  return bytes;
}

/** Places are rounded from the start of the tune, so that roundings do not add up. */
function writeSamples(view: DataView, tune: Tune, sampleRate: number): void {
  const oscillator = new Oscillator(sampleRate);
  let atMs = 0;
  for (const event of tune.events) {
    const first = Math.round((atMs * sampleRate) / 1000);
    atMs += eventDurationMs(event);
    const end = Math.round((atMs * sampleRate) / 1000);
    if (event.note === 'p') continue;
    const sounding = Math.round((end - first) * soundingShare(event.style));
    const loudness = (event.volume ?? DEFAULT_VOLUME) / MAX_VOLUME;
    oscillator.start(eventFrequencyHz(event));
    const last = Math.min(first + sounding, (view.byteLength - HEADER_OCTETS) / OCTETS_PER_SAMPLE);
    for (let i = first; i < last; i++) {
      const sample = oscillator.next() * loudness * envelope(i - first, sounding, sampleRate);
      view.setInt16(HEADER_OCTETS + OCTETS_PER_SAMPLE * i, Math.round(sample), true);
    }
  }
}

function writeHeader(view: DataView, sampleRate: number): void {
  const fourCc = (at: number, text: string): void => {
    for (let i = 0; i < 4; i++) view.setUint8(at + i, text.charCodeAt(i));
  };
  fourCc(0, 'RIFF');
  view.setUint32(4, view.byteLength - 8, true);
  fourCc(8, 'WAVE');
  fourCc(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // channels
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * OCTETS_PER_SAMPLE, true);
  view.setUint16(32, OCTETS_PER_SAMPLE, true);
  view.setUint16(34, 8 * OCTETS_PER_SAMPLE, true);
  fourCc(36, 'data');
  view.setUint32(40, view.byteLength - HEADER_OCTETS, true);
}
