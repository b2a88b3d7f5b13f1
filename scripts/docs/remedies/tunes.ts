import type { Remedies } from './remedy.ts';

/** What to do about tunes. */
export const TUNE_REMEDIES = {
  'ringtone/syntax':
    'Write the tune as `title:d=4,o=5,b=100:notes`; the message names the character that does not fit.',
  'ringtone/option': 'Choose a value that the message names.',
  'ringtone/not-octets': 'Read the file first, and pass its octets as a `Uint8Array`.',
  'ringtone/unknown-format': 'Give RTTTL, RTX, iMelody, a ringing tone, MIDI, or a tune in JSON.',
  'ringtone/tune-value': 'Choose a value that the message names; octaves go from 4 to 7.',
  'ringtone/empty': 'Write at least one note behind the second colon.',
  'ringtone/too-long': 'Shorten the tune: 10,000 notes, and ten minutes of WAV, are allowed.',
  'ringtone/title': 'Leave colons out of the title: in RTTTL the first one ends it.',
  'ringtone/not-expressible':
    'Write the tune as RTX or MIDI, which change the tempo on the way, or give it one tempo.',
  'ringtone/too-many-instructions': 'Shorten the tune to about a thousand notes.',
  'ringtone/not-a-ringing-tone':
    'Pass the octets from the command length on (02 4A 3A …), without a user data header.',
  'ringtone/title-cut': 'Shorten the title to 15 characters.',
  'ringtone/title-changed': 'Leave control characters and quotation marks out of the title.',
  'ringtone/title-too-long':
    'Shorten the name to the 10 characters of the specification, if a strict reader is to take it.',
  'ringtone/tempo-rounded':
    'Choose one of the tempos of the format, such as 100 or 112; the difference is hardly heard.',
  'ringtone/loop-left-out': 'Shorten the tune to 255 instructions, which can repeat, or let it play once.',
  'ringtone/left-out': 'Nothing, unless you need the property: then choose a format that holds it.',
  'ringtone/dialect': 'Nothing, if the tune sounds right; write it by the grammar for other readers.',
  'ringtone/unknown-control': 'Remove the control; the tune was read without it.',
  'ringtone/out-of-range': 'Move the note into the range yourself, if the nearest one sounds wrong.',
  'ringtone/reserved-value': 'Check the octets: a common value was read in place of the reserved one.',
  'ringtone/command-length': 'Write 02 at the beginning, or 03 for a title in Unicode.',
  'ringtone/filler': 'Nothing; whoever writes the tone should set the filler bits to 0.',
  'ringtone/missing-end': 'Add 00 at the end, as the specification has it.',
  'ringtone/trailing-octets': 'Cut the octets off: the tone ends with its first command-end.',
  'ringtone/cut-short': 'Get the whole tune; what was read ends at the last whole note.',
  'ringtone/loop-written-out': 'Nothing; the tune sounds the same, and takes more room.',
  'imelody/syntax': 'Correct the melody at the character that is named.',
  'imelody/dialect': 'Nothing, if the tune sounds right; write it by the grammar for other readers.',
  'imelody/cut-short': 'End the file with `END:IMELODY`, or get the whole of it.',
  'imelody/transposed': 'Nothing, if the tune may sound an octave higher or lower.',
  'midi/not-a-midi-file': 'Pass a Standard MIDI File: it begins with `MThd`.',
  'midi/unsupported': 'Save the file as format 0 or 1, with a usual division of time.',
  'midi/no-notes': 'Choose a file with notes outside the drums of channel 10.',
  'midi/cut-short': 'Get the whole file; what was read ends with the last whole event.',
  'midi/other-voices': 'Save the melody alone, as the first track, if another voice was taken.',
  'midi/polyphony': 'Save the melody without chords, if the highest notes are not the melody.',
  'midi/length-rounded': 'Quantise the notes in the editor that made the file, if the rhythm sounds wrong.',
  'midi/transposed':
    'Nothing, if notes may sound an octave higher or lower; else transpose the file yourself.',
  'midi/tempo-rounded': 'Nothing: less than one beat a minute is not heard.',
} satisfies Remedies;
