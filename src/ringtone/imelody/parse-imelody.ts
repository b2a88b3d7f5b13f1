import { MmsError } from '../../errors.ts';
import { sourceText } from '../../text/index.ts';
import { Warnings } from '../../warnings.ts';
import { ISSUE_ROWS } from '../issue-rows.ts';
import { tuneOfPatterns } from '../loops.ts';
import { checkReadOptions } from '../options.ts';
import { readTitle } from '../title.ts';
import type { ParsedTune } from '../tune.ts';
import type { MelodyEvent } from './grammar.ts';
import { Player } from './player.ts';
import { readObject } from './read-object.ts';

/** How iMelody text is read. */
export interface IMelodyOptions {
  /** Refuse what the grammar does not have instead of collecting it in `warnings`. */
  readonly strict?: boolean | undefined;
}

/**
 * The tune of an iMelody object (EMS iMelody 1.0 and 1.2), also of one without header: `MELODY:c2d2e2`. An octave prefix
 * holds for one note; volume, style and tempo become properties of the events. Lines may be folded, blocks may stand in
 * blocks, and a text that breaks off gives the notes before. Octaves outside the tune model are moved with a warning,
 * and so is what no tune has: lights and vibration.
 * @throws MmsError `imelody/syntax` with the offset of the character, `ringtone/empty`, `ringtone/too-long`
 * @example
 * parseIMelody('BEGIN:IMELODY\r\nVERSION:1.2\r\nFORMAT:CLASS1.0\r\nBEAT:160\r\nMELODY:c2d2*5#c3.\r\nEND:IMELODY\r\n')
 */
export function parseIMelody(input: string | Uint8Array, options: IMelodyOptions = {}): ParsedTune {
  checkReadOptions(options);
  const warnings = new Warnings(ISSUE_ROWS, options.strict);
  const { text } = sourceText(input, warnings);
  const object = readObject(text, warnings);
  const patterns = new Player(object, warnings).patterns(object.melody);
  if (patterns.length === 0) throw new MmsError('ringtone/empty', 'no note after MELODY:');
  if (hasSwitch(object.melody)) {
    warnings.warn('ringtone/left-out', 'a tune has no light and no vibration');
  }
  return {
    title: readTitle(object.name ?? '', warnings),
    ...tuneOfPatterns(patterns, warnings),
    warnings: warnings.list,
  };
}

function hasSwitch(melody: readonly MelodyEvent[]): boolean {
  return melody.some(event => 'switch' in event || ('repeat' in event && hasSwitch(event.events)));
}
