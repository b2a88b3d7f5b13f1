import type { Warnings } from '../warnings.ts';

/** Opening quotation marks of programs and of typography, and what closes each. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', "`'"],
  ['\u201c', '\u201d'], // English
  ['\u2018', '\u2019'],
  ['\u201e', '\u201c\u201d'], // German, Polish
  ['\u201a', '\u2018\u2019'],
  ['\u201d', '\u201d'], // Swedish
  ['\u2019', '\u2019'],
  ['\u00ab', '\u00bb'], // French
  ['\u00bb', '\u00ab'],
  ['\u2039', '\u203a'],
]);

/** What may stand behind a string in a program. */
const BEHIND = /[\s,;]/;

/**
 * A tune copied with the quotation marks of a program or a text around it, without them; a blank stands in the place of
 * the first, so that every other character keeps its own.
 */
export function withoutQuotes(text: string, warnings: Warnings): string {
  const start = text.length - text.trimStart().length;
  let end = text.length - 1;
  while (end > start && BEHIND.test(text.charAt(end))) end--;
  if (end <= start || !isPair(text.charAt(start), text.charAt(end))) return text;
  warnings.warn('ringtone/dialect', 'quotation marks around the tune', { offset: start });
  return `${text.slice(0, start)} ${text.slice(start + 1, end)}`;
}

/**
 * A name without the quotation marks around it.
 * @param code of the finding
 */
export function unquotedName(
  text: string,
  warnings: Warnings,
  code: 'ringtone/dialect' | 'ringtone/title-changed' = 'ringtone/dialect',
): string {
  let name = text.trim();
  if (!isQuoted(name)) return name;
  warnings.warn(code, 'quotation marks around the name were dropped', { path: 'title' });
  while (isQuoted(name)) name = name.slice(1, -1).trim();
  return name;
}

function isQuoted(name: string): boolean {
  return name.length > 1 && isPair(name.charAt(0), name.charAt(name.length - 1));
}

function isPair(open: string, close: string): boolean {
  return close !== '' && (CLOSING.get(open) ?? '').includes(close);
}
