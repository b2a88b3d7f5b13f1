import { MmsError } from '../errors.ts';
import { codePointName, indexOfIllegalCharacter } from './characters.ts';
import type { XmlElement } from './document.ts';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  // a reader would turn these into blanks (XML 1.0 3.3.3) or drop them (2.11)
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** A text of nothing but characters that stand for themselves, as most are. */
const PLAIN = /^[ !#-%(-;=?-\ud7ff\ue000-\ufffd]*$/;

/**
 * A text as it may stand in an attribute value or between tags: `& < > " '`, tab and line ends become references, so
 * that `parseXml` gives exactly the same text back.
 * @throws MmsError `xml/illegal-character` for a control character, U+FFFE, U+FFFF or half a surrogate pair
 */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  const illegal = indexOfIllegalCharacter(text);
  if (illegal >= 0) {
    const message = `${codePointName(text, illegal)} at character ${illegal + 1} cannot stand in XML`;
    throw new MmsError('xml/illegal-character', message, { hint: 'remove the character' });
  }
  return text.replace(/[&<>"'\t\n\r]/g, character => ESCAPES.get(character) ?? character);
}

/**
 * An element as text: no declaration, no white space between the tags, an element without children as `<name/>`.
 * Names are the caller's own constants; values and texts are escaped.
 * @throws MmsError `xml/illegal-character`
 */
export function formatXml(element: XmlElement): string {
  let text = `<${element.name}`;
  for (const [name, { value }] of element.attributes) text += ` ${name}="${escapeXml(value)}"`;
  if (element.children.length === 0) return `${text}/>`;
  text += '>';
  for (const child of element.children)
    text += typeof child === 'string' ? escapeXml(child) : formatXml(child);
  return `${text}</${element.name}>`;
}
