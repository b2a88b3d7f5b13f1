import { inspected, json } from './inputs.ts';
import { program, type Raise, type Raises } from './raise.ts';

const tune = (text: string, options = '--to ringing-tone'): Raise => ({
  run: `mms ringtone '${text}' ${options}`,
});
const tone = (hex: string): Raise => ({ run: `mms ringtone ${hex} --to rtttl` });

/** A note of a tune in JSON. */
const note = (more: object = {}) => ({
  note: 'a',
  octave: 5,
  duration: 4,
  modifier: 'none',
  bpm: 100,
  ...more,
});
const given = (title: string, events: readonly object[], options = ''): Raise =>
  json(`ringtone${options}`, { title, loop: 0, events });

const imelody = (...lines: readonly string[]): Raise => ({
  run: 'mms ringtone a.imy --to rtttl',
  files: { 'a.imy': ['BEGIN:IMELODY', 'VERSION:1.2', 'FORMAT:CLASS1.0', ...lines, ''].join('\r\n') },
});

/** Tunes and ringing tones, each with one fault. */
export const TUNE_RAISES = {
  'ringtone/syntax': {
    run: 'mms ringtone a.rtttl --to midi -o a.mid',
    files: { 'a.rtttl': 'a:d=4,o=5,b=100:?\n' },
  },
  'ringtone/not-octets': program(`
import { fromMidi } from 'mms-composer/ringtone';

fromMidi('tune.mid');`),
  'ringtone/unknown-format': { run: 'mms ringtone tune.bin --to rtttl', files: { 'tune.bin': '00112233' } },
  'ringtone/empty': tune('empty:d=4,o=5,b=100:'),
  'ringtone/too-long': tune(`long:d=1,o=5,b=25:${Array(64).fill('c').join(',')}`, '--to wav -o a.wav'),
  'ringtone/tune-value': given('a', [note({ octave: 12 })]),
  'ringtone/title': given('a:b', [note()], ' --to rtttl'),
  'ringtone/option': tune('a:d=4,o=5,b=100:c', '--to wav --sample-rate 1 -o a.wav'),
  'ringtone/not-expressible': tune('a:d=4,o=5,b=100:c,b=125,d', '--to rtttl'),
  'ringtone/too-many-instructions': program(`
import { encodeRingingTone, parseRtttl } from 'mms-composer/ringtone';

encodeRingingTone(parseRtttl(\`long:d=4,o=5,b=100:\${'c,'.repeat(1100)}c\`));`),
  'ringtone/title-too-long': tune('much too long a title:d=4,o=5,b=100:c', '--to json'),
  'ringtone/title-cut': {
    ...tune('a title much longer than it may be:d=4,o=5,b=100:c'),
    besides: ['ringtone/title-too-long'],
  },
  'ringtone/title-changed': given('"Uncle"', [note()], ' --to rtttl'),
  'ringtone/tempo-rounded': tune('a:d=4,o=5,b=101:c'),
  'ringtone/loop-left-out': {
    ...tune(`long:d=4,o=5,b=100,l=2:${Array(300).fill('c').join(',')}`),
    besides: ['smart/too-many-parts'],
  },
  'ringtone/loop-written-out': tune('a:d=4,o=5,b=100,l=2:c', '--to imelody'),
  'ringtone/left-out': imelody('MELODY:ledonc2', 'END:IMELODY'),
  'ringtone/dialect': tune('a:d=4,o=5,b=100bpm:c'),
  'ringtone/unknown-control': tune('a:d=4,o=5,b=100,x=1:c'),
  'ringtone/cut-short': tune('a:d=4,o=5,b=100:c,8'),
  'ringtone/out-of-range': tune('a:d=4,o=5,b=100:c9'),
  'ringtone/not-a-ringing-tone': {
    ...inspected('ringing-tone', '00'),
    besides: ['ringtone/command-length'],
  },
  'ringtone/reserved-value': tone('024a3a40040002790000'),
  'ringtone/command-length': inspected('ringing-tone', '044a3a5519a599d1a004000f10418930c30c30c28400'),
  'ringtone/filler': inspected('ringing-tone', '024b3a5519a599d1a004000f10418930c30c30c28400'),
  'ringtone/missing-end': tone('024a3a5519a599d1a004000f10418930c30c30c284'),
  'ringtone/trailing-octets': tone('024a3a5519a599d1a004000f10418930c30c30c2840000'),
  'imelody/syntax': imelody('MELODY:?', 'END:IMELODY'),
  'imelody/cut-short': imelody('BEAT:100', 'MELODY:c2d2e2'),
  'imelody/dialect': imelody('COLOUR:red', 'MELODY:c2d2e2', 'END:IMELODY'),
  'imelody/transposed': imelody('MELODY:*1c2*2d2', 'END:IMELODY'),
} satisfies Raises;
