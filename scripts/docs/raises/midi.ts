import type { Raise, Raises } from './raise.ts';

const midi = (hex: string): Raise => ({
  run: 'mms ringtone a.mid --to rtttl',
  files: { 'a.mid': hex.replaceAll(' ', '') },
});

/** A quarter of C5. */
const QUARTER = '00904840 60804800';
const END = '00ff2f00';

/** A file of one track, with 96 ticks a quarter. */
const track = (events: string): Raise => {
  const octets = (events + END).replaceAll(' ', '');
  const length = (octets.length / 2).toString(16).padStart(8, '0');
  return midi(`4d546864 00000006 0000 0001 0060 4d54726b ${length} ${octets}`);
};

/** MIDI files, each with one fault. */
export const MIDI_RAISES = {
  'midi/not-a-midi-file': midi('4d546800'),
  'midi/unsupported': midi('4d546864 00000006 0002 0001 0060 4d54726b 00000000'),
  'midi/no-notes': track(''),
  'midi/cut-short': midi(`4d546864 00000006 0000 0001 0060 4d54726b 00000040 ${QUARTER}`),
  'midi/other-voices': track(`${QUARTER} 00914c40 60814c00`),
  'midi/polyphony': track('00904840 00904c40 60804800 00804c00'),
  'midi/length-rounded': track('00904840 64804800'),
  'midi/transposed': track('00902440 60802400'),
  'midi/tempo-rounded': track(`00ff5103070000 ${QUARTER}`),
} satisfies Raises;
