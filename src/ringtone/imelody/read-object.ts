import { MmsError } from '../../errors.ts';
import { printable } from '../../text/index.ts';
import type { Warnings } from '../../warnings.ts';
import { withinRange } from '../rtttl-syntax.ts';
import { STYLES } from '../tables.ts';
import { BEAT_RANGE, type IMelodyObject, type VolumeChange } from './grammar.ts';
import { type FieldValue, readFields } from './read-fields.ts';
import { readMelody, volumeChange } from './read-melody.ts';

/**
 * An object as its text says; any field but MELODY may be missing.
 * @throws MmsError `imelody/syntax` with the offset of the character, `ringtone/too-long`
 */
export function readObject(text: string, warnings: Warnings): IMelodyObject {
  const fields = readFields(text, warnings);
  const melody = fields.get('MELODY');
  if (melody === undefined) {
    throw new MmsError('imelody/syntax', 'expected a line that begins with MELODY:', { offset: 0 });
  }
  if (!fields.has('END')) warnings.warn('imelody/cut-short', 'no END:IMELODY', { offset: text.length });
  return {
    version: textOf(fields.get('VERSION')),
    name: textOf(fields.get('NAME')),
    composer: textOf(fields.get('COMPOSER')),
    beat: beatOf(fields.get('BEAT'), warnings),
    style: styleOf(fields.get('STYLE'), warnings),
    volume: volumeOf(fields.get('VOLUME'), warnings),
    copyright: textOf(fields.get('COPYRIGHT')),
    melody: readMelody(melody, warnings),
  };
}

/** The pieces of a text that was folded; the white space that marks a folded line is not part of it. */
function textOf(value: FieldValue | undefined): string | undefined {
  return value
    ?.map(({ text }, index) => (index === 0 ? text : text.replace(/^\s/, '')))
    .join('')
    .trim();
}

function beatOf(value: FieldValue | undefined, warnings: Warnings): number | undefined {
  const digits = matchOf(/^\d{1,5}$/, 'a tempo', value, warnings)?.[0];
  if (digits === undefined) return undefined;
  return withinRange(Number(digits), BEAT_RANGE.min, BEAT_RANGE.max, 'BEAT', { warnings, offset: at(value) });
}

function styleOf(value: FieldValue | undefined, warnings: Warnings): number | undefined {
  const digit = matchOf(/^S(\d)$/i, 'a style S0, S1 or S2', value, warnings)?.[1];
  if (digit === undefined) return undefined;
  return withinRange(Number(digit), 0, STYLES.length - 1, 'STYLE', { warnings, offset: at(value) });
}

function volumeOf(value: FieldValue | undefined, warnings: Warnings): VolumeChange | undefined {
  const volume = matchOf(/^V(\d{1,2}|[+-])$/i, 'a volume V0 to V15', value, warnings)?.[1];
  return volume === undefined ? undefined : volumeChange(volume, { warnings, offset: at(value) });
}

/** What a field's value matches; one of another form is left out with a warning. */
function matchOf(form: RegExp, expected: string, value: FieldValue | undefined, warnings: Warnings) {
  const text = textOf(value);
  if (text === undefined) return null;
  const match = form.exec(text);
  if (match === null) {
    const found = printable(text.slice(0, 20));
    warnings.warn('imelody/dialect', `expected ${expected}, found '${found}'`, { offset: at(value) });
  }
  return match;
}

function at(value: FieldValue | undefined): number {
  return value?.[0]?.offset ?? 0;
}
