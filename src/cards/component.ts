import { MmsError } from '../errors.ts';
import { printable, type SourceText } from '../text/index.ts';
import type { Warnings } from '../warnings.ts';
import type { Escaping } from './escapes.ts';
import type { ReadProperty } from './property.ts';
import { readProperties } from './read-properties.ts';

/** What stands between a BEGIN and its END. */
export interface Component {
  /** In upper case: `VCARD`. */
  readonly name: string;
  readonly properties: ReadProperty[];
  readonly components: Component[];
}

/** Real calendars nest three deep. */
const MAX_DEPTH = 16;

/**
 * The first component of a name, read to its end, or to the end of the first one within it that `until` names. Ends
 * that are missing or misplaced are mended with a warning.
 * @throws MmsError `card/not-a-card` where there is none, `text/too-many-lines`
 */
export function readComponent(
  input: SourceText,
  name: string,
  until: readonly string[],
  escaping: Escaping,
  warnings: Warnings,
): Component {
  const reading = new ComponentReader(name, until, warnings);
  for (const property of readProperties(input, escaping, warnings)) {
    if (reading.take(property)) break;
  }
  return reading.finish();
}

/** Builds the tree of components out of the properties of a text. */
class ComponentReader {
  readonly #name: string;
  readonly #until: readonly string[];
  readonly #warnings: Warnings;
  readonly #open: Component[] = [];
  #root: Component | undefined;
  #isEnded = false;
  /** The last property was an AGENT without a value: its value is the card that follows (vCard 2.1). */
  #isAgent = false;
  #strays = 0;

  constructor(name: string, until: readonly string[], warnings: Warnings) {
    this.#name = name;
    this.#until = until;
    this.#warnings = warnings;
  }

  /** True when nothing more need be read. */
  take(property: ReadProperty): boolean {
    const isAgent = this.#isAgent;
    this.#isAgent = false;
    if (property.name === 'BEGIN') this.#begin(this.#nameIn(property), isAgent, property.line);
    else if (property.name === 'END') this.#end(this.#nameIn(property), property.line);
    else if (property.name !== 'AGENT') this.#open.at(-1)?.properties.push(property);
    else this.#agent(property);
    return this.#isEnded;
  }

  /** @throws MmsError `card/not-a-card` */
  finish(): Component {
    if (this.#root === undefined) throw new MmsError('card/not-a-card', `expected BEGIN:${this.#name}`);
    if (!this.#isEnded) this.#warnings.warn('card/missing-end', `no END:${this.#open.at(-1)?.name}`);
    return this.#root;
  }

  /** The name of the component that begins or ends; some programs put a colon behind it. */
  #nameIn({ value, line }: ReadProperty): string {
    const text = value.trim();
    const [name = ''] = /^[\w-]+/.exec(text) ?? [];
    if (name !== text) {
      this.#warnings.warn('card/frame', `'${printable(text.slice(name.length, 40))}' after the name`, {
        line,
      });
    }
    return name.toUpperCase();
  }

  #agent(property: ReadProperty): void {
    const value = property.value.trim();
    if (/^BEGIN:VCARD$/i.test(value)) this.#begin('VCARD', true, property.line);
    else if (value === '') this.#isAgent = true;
    else this.#open.at(-1)?.properties.push(property);
  }

  /** What stands before the component that is looked for is skipped. */
  #begin(name: string, isAgent: boolean, line: number): void {
    if (this.#root === undefined && name !== this.#name) return;
    if (this.#open.length === MAX_DEPTH) {
      this.#warnings.warn('card/lost', `the BEGIN of a component ${MAX_DEPTH} deep`, { line });
      return;
    }
    const component = { name, properties: [], components: [] };
    if (this.#root === undefined) this.#root = component;
    else if (name === this.#name && !isAgent && this.#strays++ > 0) {
      this.#warnings.warn('card/missing-end', `BEGIN:${name} where END:${name} is expected`, { line });
      this.#isEnded = true; // a list of cards, of which the first has no end
      return;
    } else this.#open.at(-1)?.components.push(component);
    this.#open.push(component);
  }

  /** With a component end those inside it that have no end of their own. */
  #end(name: string, line: number): void {
    if (this.#root === undefined) return;
    const place = this.#open.findLastIndex(component => component.name === name);
    if (place < this.#open.length - 1) {
      const found = printable(name.slice(0, 40));
      this.#warnings.warn(
        'card/missing-end',
        `END:${found} where END:${this.#open.at(-1)?.name} is expected`,
        {
          line,
        },
      );
    }
    if (place < 0) return;
    this.#open.length = place;
    this.#isEnded = place === 0 || (place === 1 && this.#until.includes(name));
  }
}
