import type { IssueCodeRow } from './row.ts';

/** Codes about ringing tones, iMelody and MIDI. */
export const RINGTONE_ISSUES = {
  'ringtone/syntax': { severity: 'error', title: 'the text is not RTTTL or RTX', clause: 'RTTTL grammar' },
  'ringtone/option': { severity: 'error', title: 'an option that a reader or writer of tunes does not have' },
  'ringtone/not-octets': { severity: 'error', title: 'a value that is not octets' },
  'ringtone/unknown-format': { severity: 'error', title: 'octets or a text in no known tune format' },
  'ringtone/tune-value': { severity: 'error', title: 'a value that a tune cannot have' },
  'ringtone/empty': { severity: 'error', title: 'a tune without notes' },
  'ringtone/too-long': { severity: 'error', title: 'a tune longer than allowed' },
  'ringtone/title': { severity: 'error', title: 'a title that the format cannot hold' },
  'ringtone/not-expressible': {
    severity: 'error',
    title: 'the tune does something that the format cannot express',
  },
  'ringtone/too-many-instructions': {
    severity: 'error',
    title: 'more than 4 patterns of 255 instructions',
    clause: 'SM3 ringing tone',
  },
  'ringtone/not-a-ringing-tone': {
    severity: 'error',
    title: 'the octets are not a ringing tone',
    clause: 'SM3 ringing tone',
  },
  'ringtone/title-cut': { severity: 'warning', title: 'a title was cut to what the format holds' },
  'ringtone/title-changed': {
    severity: 'warning',
    title: 'control characters of a title, or quotation marks around it, were dropped',
  },
  'ringtone/title-too-long': {
    severity: 'warning',
    title: 'a name longer than 10 characters',
    clause: 'RTTTL',
  },
  'ringtone/tempo-rounded': { severity: 'warning', title: 'a tempo that the format does not have' },
  'ringtone/loop-left-out': { severity: 'warning', title: 'several patterns cannot repeat as one' },
  'ringtone/left-out': { severity: 'warning', title: 'a property that the format cannot hold was left out' },
  'ringtone/dialect': {
    severity: 'warning',
    title: 'a notation outside the grammar',
    clause: 'RTTTL grammar',
  },
  'ringtone/unknown-control': { severity: 'warning', title: 'an unknown control', clause: 'RTTTL grammar' },
  'ringtone/out-of-range': { severity: 'warning', title: 'a value moved into the range of a tune' },
  'ringtone/reserved-value': { severity: 'warning', title: 'a reserved value', clause: 'SM3 ringing tone' },
  'ringtone/command-length': {
    severity: 'warning',
    title: 'a ringing tone without two or three command parts',
    clause: 'SM3 ringing tone',
  },
  'ringtone/filler': {
    severity: 'warning',
    title: 'filler bits that are not zero',
    clause: 'SM3 ringing tone',
  },
  'ringtone/missing-end': { severity: 'warning', title: 'no command-end', clause: 'SM3 ringing tone' },
  'ringtone/trailing-octets': {
    severity: 'warning',
    title: 'octets after the command-end',
    clause: 'SM3 ringing tone',
  },
  'ringtone/cut-short': { severity: 'warning', title: 'the tune breaks off', clause: 'SM3 ringing tone' },
  'ringtone/loop-written-out': { severity: 'warning', title: 'the repeats of a pattern became notes' },
  'imelody/syntax': { severity: 'error', title: 'the text is not iMelody', clause: 'iMelody 1.2' },
  'imelody/dialect': {
    severity: 'warning',
    title: 'a notation outside the grammar of iMelody',
    clause: 'iMelody 1.2',
  },
  'imelody/cut-short': { severity: 'warning', title: 'an iMelody breaks off', clause: 'iMelody 1.2' },
  'imelody/transposed': {
    severity: 'warning',
    title: 'notes were moved by octaves into the range of a tune',
  },
  'midi/not-a-midi-file': {
    severity: 'error',
    title: 'the octets are not a Standard MIDI File',
    clause: 'SMF 1.0',
  },
  'midi/unsupported': { severity: 'error', title: 'a kind of MIDI file that is not read', clause: 'SMF 1.0' },
  'midi/no-notes': { severity: 'error', title: 'a MIDI file without melody' },
  'midi/cut-short': { severity: 'warning', title: 'a track breaks off', clause: 'SMF 1.0' },
  'midi/other-voices': { severity: 'warning', title: 'additional voices were left out' },
  'midi/polyphony': {
    severity: 'warning',
    title: 'only the highest of the notes that sound together was kept',
  },
  'midi/length-rounded': { severity: 'warning', title: 'note lengths that RTTTL cannot express' },
  'midi/transposed': { severity: 'warning', title: 'notes were moved by octaves into the range of a tune' },
  'midi/tempo-rounded': { severity: 'warning', title: 'a tempo became a whole number of beats a minute' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
