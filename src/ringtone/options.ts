import { boolean, fromScript, number, object, requireShape, type Shape, word } from '../schema/index.ts';
import { INFINITE_LOOP } from './tables.ts';

/** Where findings go. */
const warnings = fromScript('a list', (value): value is unknown[] => Array.isArray(value));

/** The options of all formats; each takes its own and leaves the others alone. */
const READ = object('how tunes are read', {
  keys: {
    strict: boolean('refuse departures'),
    octaves: word('of RTTTL', ['standard', 'nokring']),
    flats: word('of RTTTL', ['map', 'refuse']),
  },
  isOpen: true,
});

const WRITE = object('how tunes are written', {
  keys: {
    loop: number('repeats', { max: INFINITE_LOOP }),
    style: word('of notes without one', ['natural', 'continuous', 'staccato']),
    tempoRounding: word('of ringing tones', ['nearest', 'ceil']),
    dropLeadingRests: boolean('of ringing tones'),
    longTitle: word('of ringing tones', ['cut', 'refuse']),
    longTune: word('of ringing tones', ['patterns', 'refuse']),
    octaveShift: number('of MIDI files', { min: -4, max: 1, called: 'an integer from -4 to 1' }),
    program: number('of MIDI files', { max: 127, called: 'an integer from 0 to 127' }),
    sampleRate: number('of WAV files', { min: 8000, max: 48_000, called: 'an integer from 8000 to 48000' }),
    form: word('of iMelody', ['1.2', '1.0', 'melody']),
    octaves: word('of iMelody', ['every', 'needed']),
    loops: word('of iMelody', ['written-out', 'counted']),
    warnings,
  },
  isOpen: true,
});

const OCTETS: Shape<Uint8Array> = fromScript(
  'octets',
  (value): value is Uint8Array => value instanceof Uint8Array,
);

/** @throws MmsError `ringtone/option` */
export function checkReadOptions(options: unknown): void {
  requireShape(READ, options, 'ringtone/option', ['options']);
}

/** @throws MmsError `ringtone/option` */
export function checkWriteOptions(options: unknown): void {
  requireShape(WRITE, options, 'ringtone/option', ['options']);
}

/** @throws MmsError `ringtone/not-octets` */
export function checkOctets(value: unknown): void {
  requireShape(OCTETS, value, 'ringtone/not-octets', ['$']);
}
