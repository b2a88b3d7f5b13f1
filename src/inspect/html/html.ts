/** Text that is HTML already. Only {@link html} and what escapes each of its texts make it, so nothing unescaped can get in. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Value = Html | string | number | readonly Value[];

/** One character above FF makes an engine hold the whole page, pictures and all, in two octets a character. */
const ELLIPSIS = 0x2026;

/** What stands for a character in HTML and in quoted attributes; `undefined`: it stands for itself. */
function entityOf(code: number): string | undefined {
  switch (code) {
    case 0x26:
      return '&amp;';
    case 0x3c:
      return '&lt;';
    case 0x3e:
      return '&gt;';
    case 0x22:
      return '&quot;';
    case 0x27:
      return '&#39;';
    case 0x0d:
      return '&#13;';
    case ELLIPSIS:
      return '&#8230;';
    default:
      return undefined;
  }
}

/** Texts are joined by `+`, which copies nothing until the page is whole: a picture in it can have megabytes. */
function markup(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof Html) return value.toString();
  let text = '';
  for (const one of value) text += markup(one);
  return text;
}

/** Characters of a text that is short enough to be taken apart. */
const SHORT = 1000;

/** A text as it stands in HTML and in quoted attributes. */
export function escaped(text: string): string {
  let done = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const entity = entityOf(code);
    if (entity === undefined) continue;
    if (code === ELLIPSIS && text.length <= SHORT) return escapedApart(text);
    done += text.slice(from, at) + entity;
    from = at + 1;
  }
  return from === 0 ? text : done + text.slice(from);
}

/** Whatever is cut out of a text of two octets a character has two as well, but not its single characters. */
function escapedApart(text: string): string {
  return Array.from(text, character => entityOf(character.charCodeAt(0)) ?? character).join('');
}

/**
 * HTML in which every value is escaped unless it is {@link Html} itself. For text and quoted attributes. A carriage
 * return stays one, which a parser would otherwise make a line feed.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index++)
    text += markup(values[index] ?? '') + (strings[index + 1] ?? '');
  return new Html(text);
}
