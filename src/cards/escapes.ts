import { MmsError } from '../errors.ts';

/** How a version divides and escapes values: 2.1 and vCalendar 1.0, or 3.0, 4.0 and iCalendar. */
export type Escaping = 'old' | 'modern';

/**
 * The value of a compound property: components with semicolons between them. Only a semicolon is escaped, by a
 * backslash that is itself never escaped (vCard 2.1).
 * @throws MmsError `card/value` for a backslash before a dividing semicolon, which would read as an escape
 */
export function joinComponents(components: readonly string[], path: string): string {
  const last = components.findLastIndex(component => component !== '');
  const used = components[last]?.endsWith('\\') ? components.slice(0, last + 1) : components;
  const bad = used.findIndex((component, i) => component.endsWith('\\') && i < used.length - 1);
  if (bad >= 0) {
    throw new MmsError(
      'card/value',
      'a backslash at the end of a component would hide the semicolon after it',
      { path, hint: 'remove the backslash' },
    );
  }
  return used.map(component => component.replaceAll(';', '\\;')).join(';');
}

/** More components than any property has; what follows stays in the last one. */
const MAX_COMPONENTS = 64;

/**
 * The components of a compound value, without escapes. The old version cannot say a backslash at the end of a component
 * before another one: it is left out.
 */
export function splitComponents(text: string, escaping: Escaping, onLost: () => void = () => {}): string[] {
  const components: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length && components.length < MAX_COMPONENTS - 1; i++) {
    if (escaping === 'modern' && text[i] === '\\') i++;
    else if (text[i] === ';' && !(escaping === 'old' && text[i - 1] === '\\')) {
      components.push(text.slice(from, i));
      from = i + 1;
    }
  }
  components.push(text.slice(from));
  return components.map((component, i) => {
    const read = unescapeText(component, escaping);
    const kept = i === components.length - 1 ? read : withoutLastBackslashes(read);
    if (kept !== read) onLost();
    return kept;
  });
}

function withoutLastBackslashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\\') end--;
  return text.slice(0, end);
}

/**
 * A simple value with its escapes. Readers take `\;` for a semicolon there too, though 2.1 has escapes in compound
 * values only, so just a backslash before a semicolon needs one.
 */
export function escapeText(text: string): string {
  return text.replaceAll('\\;', '\\\\;');
}

/** A simple value without escapes. */
export function unescapeText(text: string, escaping: Escaping): string {
  if (!text.includes('\\')) return text;
  if (escaping === 'old') return text.replaceAll('\\;', ';');
  return text.replace(/\\([\\;,:nN])/g, (_, character: string) =>
    character === 'n' || character === 'N' ? '\r\n' : character,
  );
}

/** A value of a newer version with the one escape that the old ones have: structure stays, all else is undone. */
export function oldEscapes(text: string): string {
  return text.replace(/\\([\\;,:nN])/g, (found, character: string) =>
    character === ';' ? found : unescapeText(found, 'modern'),
  );
}

const MODERN_ONLY = [',', 'n', 'N'];

/** Position of the first `\,` or `\n`, which mean nothing in 2.1 and yet are written there; -1 without one. */
export function indexOfModernEscape(text: string): number {
  for (let i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 2)) {
    if (MODERN_ONLY.includes(text.charAt(i + 1))) return i;
  }
  return -1;
}
