import type { Remedies } from './remedy.ts';

/** What to do about EMS. */
export const EMS_REMEDIES = {
  'ems/no-ems': 'Send these phones a picture message, a ringing tone or an MMS instead.',
  'ems/value': 'Choose a value that the message names; `path` says of which item.',
  'ems/picture-size': 'Use a picture of 16x16 or 32x32, or one whose width is a multiple of 8.',
  'ems/melody-too-long':
    'Shorten the melody to 128 octets, or pass it as `tune`, which is divided by itself.',
  'ems/object-too-long': 'Shorten the object: with its header it has to fit into one SMS.',
  'ems/user-prompt': 'Put as many objects behind the prompt as it counts.',
  'ems/not-taken': 'Leave the item out for this make, or use one that it takes; other makes show it.',
  'ems/left-out': 'Mend the item, or leave it out yourself; the rest was written.',
  'ems/melody-split': 'Nothing, if a short pause between the pieces does no harm; else shorten the melody.',
  'ems/ambiguous-position': 'Send the message as UCS-2, or avoid { } [ ] ~ \\ ^ | and € before the object.',
  'ems/position': 'Check that the text is complete, or correct the position.',
  'ems/reserved-value': 'Check the octets: the value belongs to a newer release, or is wrong.',
} satisfies Remedies;
