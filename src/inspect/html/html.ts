/** Text that is HTML already. Only {@link html} makes it, so nothing unescaped can get in. */
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

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  // One character above FF makes an engine hold the whole page, pictures and all, in two octets a character.
  '…': '&#8230;',
};

/** Texts are joined by `+`, which copies nothing until the page is whole: a picture in it can have megabytes. */
function markup(value: Value): string {
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.reduce<string>((text, one) => text + markup(one), '');
  const text = String(value);
  return /[&<>"'\r…]/.test(text) ? text.replace(/[&<>"'\r…]/g, character => ENTITIES[character] ?? '') : text;
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
