import { MmsError } from '../errors.ts';
import { printable, type Warnings } from '../text/index.ts';
import type { Escaping } from './escapes.ts';
import type { ReadProperty } from './property.ts';
import { type CardText, readProperties } from './read-properties.ts';

/** What stands between a BEGIN and its END. */
export interface Component {
  /** In upper case: `VCARD`. */
  readonly name: string;
  readonly properties: ReadProperty[];
  readonly components: Component[];
}

/**
 * The first component of a name, read until the first component named in `until` ends. Ends that are missing or
 * misplaced are mended with a warning.
 * @throws MmsError `card/not-a-card` where there is none, `text/too-many-lines`
 */
export function readComponent(
  input: CardText,
  name: string,
  until: readonly string[],
  escaping: Escaping,
  warnings: Warnings,
): Component {
  const open: Component[] = [];
  for (const property of readProperties(input, escaping, warnings)) {
    if (property.name === 'BEGIN') begin(open, wordOf(property), name);
    else if (property.name === 'END') {
      const [root] = open;
      const ended = end(open, property, warnings);
      if (root !== undefined && ended !== undefined && until.includes(ended)) return root;
    } else open.at(-1)?.properties.push(property);
  }
  const [root] = open;
  if (root === undefined) throw new MmsError('card/not-a-card', `expected BEGIN:${name}`);
  warnings.warn('card/missing-end', `no END:${open.at(-1)?.name}`);
  return root;
}

function wordOf(property: ReadProperty): string {
  return property.value.trim().toUpperCase();
}

/** What stands before the component that is looked for is skipped. */
function begin(open: Component[], name: string, wanted: string): void {
  if (open.length === 0 && name !== wanted) return;
  const component = { name, properties: [], components: [] };
  open.at(-1)?.components.push(component);
  open.push(component);
}

/** The name of the component that ends; with it end those inside that have no end of their own. */
function end(open: Component[], property: ReadProperty, warnings: Warnings): string | undefined {
  const name = wordOf(property);
  const place = open.findLastIndex(component => component.name === name);
  if (place < open.length - 1) {
    warnings.warn(
      'card/missing-end',
      `END:${printable(name.slice(0, 40))} where END:${open.at(-1)?.name} is due`,
      {
        line: property.line,
      },
    );
  }
  if (place < 0) return undefined;
  open.length = place;
  return name;
}
