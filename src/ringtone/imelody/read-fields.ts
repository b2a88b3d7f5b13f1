import { MmsError } from '../../errors.ts';
import type { Warnings } from '../../warnings.ts';

/** The fields of an object in the order of the grammar. */
const FIELD_NAMES = [
  'BEGIN',
  'VERSION',
  'FORMAT',
  'NAME',
  'COMPOSER',
  'BEAT',
  'STYLE',
  'VOLUME',
  'COPYRIGHT',
  'MELODY',
  'END',
] as const;

/** The name of a field of an iMelody object. */
export type FieldName = (typeof FIELD_NAMES)[number];

const FIELD = /^\s*([a-z][a-z-]{2,20})[ \t]*:/i;

/** A stretch of a line and where it stands in the whole text. */
export interface Piece {
  readonly text: string;
  readonly offset: number;
}

/** The value of a field: the rest of its line, and the lines that follow without a field of their own. */
export type FieldValue = readonly Piece[];

function refuseSecondTune(
  name: FieldName | undefined,
  fields: ReadonlyMap<FieldName, FieldValue>,
  offset: number,
): void {
  if (name !== 'BEGIN' && name !== 'MELODY') return;
  if (!fields.has(name) && !fields.has('END')) return;
  throw new MmsError('imelody/syntax', 'a second tune begins', { offset, hint: 'give one tune at a time' });
}

/**
 * The fields of a text by name, each once. Lines may end in any way, names may be in lower case; a line that begins with
 * no field goes on with the one before. What stands before the first field and after END is left out.
 * @throws MmsError `imelody/syntax` where a second tune begins
 */
export function readFields(text: string, warnings: Warnings): ReadonlyMap<FieldName, FieldValue> {
  const fields = new Map<FieldName, Piece[]>();
  let current: Piece[] | undefined;
  for (const line of linesOf(text)) {
    const [start = '', written] = FIELD.exec(line.text) ?? [];
    const name = FIELD_NAMES.find(field => field === written?.toUpperCase());
    refuseSecondTune(name, fields, line.offset);
    if (fields.has('END')) {
      warnings.warn('imelody/dialect', 'text after END:IMELODY was left out', { offset: line.offset });
      break;
    }
    if (written === undefined) {
      if (current === undefined) warnings.warn('imelody/dialect', 'a line without a field', line);
      current?.push(line);
      continue;
    }
    const value = { text: line.text.slice(start.length), offset: line.offset + start.length };
    current = [value];
    if (name === undefined || fields.has(name)) {
      warnings.warn('imelody/dialect', `${name ?? 'an unknown field'} was left out`, { offset: line.offset });
      continue;
    }
    if (name !== written) warnings.warn('imelody/dialect', `${written} for ${name}`, { offset: line.offset });
    fields.set(name, current);
  }
  return fields;
}

/** The lines that are not blank. */
function* linesOf(text: string): Generator<Piece> {
  for (const { 0: line, index } of text.matchAll(/[^\r\n\0\ufeff]+/g)) {
    if (line.trim() !== '') yield { text: line, offset: index };
  }
}
