import type { Warnings } from '../warnings.ts';
import { syntaxError } from './rtttl-syntax.ts';

/** Where the name and the controls of a tune end; without a name of its own it ends before the text. */
export interface Sections {
  readonly nameEnd: number;
  readonly controlsEnd: number;
}

/** Controls where a name is due, as lists of tunes have them. */
const BEGINS_WITH_CONTROL = /^\s*[dobslv]\s*=/i;

/** What some programs write for a colon. */
const MARK = /[:;|]/g;

/**
 * The sections of RTTTL: name, controls and notes, with colons between them. Other marks between them, and a text
 * without a name, are told.
 * @throws MmsError `ringtone/syntax`
 */
export function sectionsOf(text: string, warnings: Warnings): Sections {
  const first = text.indexOf(':');
  const second = first < 0 ? -1 : text.indexOf(':', first + 1);
  if (second >= 0) return { nameEnd: first, controlsEnd: second };
  if (first >= 0 && BEGINS_WITH_CONTROL.test(text)) {
    warnings.warn('ringtone/dialect', 'a tune without a name and its colon', { offset: 0 });
    return { nameEnd: -1, controlsEnd: first };
  }
  const [nameEnd, controlsEnd] = marksOf(text);
  if (nameEnd !== undefined && controlsEnd !== undefined && text.slice(nameEnd, controlsEnd).includes('=')) {
    const mark = text.charAt(text.charAt(nameEnd) === ':' ? controlsEnd : nameEnd);
    warnings.warn('ringtone/dialect', `'${mark}' in place of a colon`, { offset: nameEnd });
    return { nameEnd, controlsEnd };
  }
  if (first < 0) throw syntaxError('expected a name and a colon', 0);
  throw syntaxError('expected a second colon, before the notes', text.length);
}

/** The first two marks. */
function marksOf(text: string): (number | undefined)[] {
  MARK.lastIndex = 0;
  return [MARK.exec(text)?.index, MARK.exec(text)?.index];
}
