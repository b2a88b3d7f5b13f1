import { isXmlCharacter } from './characters.ts';
import type { Entities } from './doctype.ts';

/** The entities that every document has (XML 1.0 4.6). */
const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const REFERENCE = /&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|([A-Za-z_][\w.-]*));/y;

/** A reference at some place, or why there is none. */
type Reference = { readonly text: string; readonly length: number } | { readonly problem: string };

function characterOf(digits: string, radix: number): string | undefined {
  const codePoint = Number.parseInt(digits, radix);
  return isXmlCharacter(codePoint) ? String.fromCodePoint(codePoint) : undefined;
}

/** Reads the reference that the `&` at `offset` begins, which may be one to an entity that the document declares. */
export function readReference(text: string, offset: number, entities: Entities): Reference {
  REFERENCE.lastIndex = offset;
  const match = REFERENCE.exec(text);
  if (match === null) return { problem: 'a bare "&"; write "&amp;"' };
  const [whole, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const character = PREDEFINED.get(name) ?? entities.get(name);
    return character === undefined
      ? { problem: `the entity "${name.slice(0, 40)}" is not declared` }
      : { text: character, length: whole.length };
  }
  const character = decimal === undefined ? characterOf(hexadecimal ?? '', 16) : characterOf(decimal, 10);
  return character === undefined
    ? { problem: 'a reference to a character that XML 1.0 does not allow' }
    : { text: character, length: whole.length };
}
