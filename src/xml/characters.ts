import { indexOfLoneSurrogate } from '../text/index.ts';

/** True for a code point that a document may hold (XML 1.0 production 2, Char). */
export function isXmlCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return false;
  return codePoint <= 0x10ffff && codePoint !== 0xfffe && codePoint !== 0xffff;
}

/** What no document may hold, but for halves of surrogate pairs. */
const ILLEGAL = /[^\t\n\r -\ufffd]/;

/** Position of the first character that a document may not hold, or -1. */
export function indexOfIllegalCharacter(text: string): number {
  const illegal = text.search(ILLEGAL);
  return illegal < 0 ? indexOfLoneSurrogate(text) : illegal;
}

/** `U+0000` and the like, for messages. */
export function codePointName(text: string, index: number): string {
  return `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
