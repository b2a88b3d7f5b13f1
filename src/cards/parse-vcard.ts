import { printable } from '../text/index.ts';
import { Warnings } from '../warnings.ts';
import type { Card, ParsedCard } from './card.ts';
import { CARD_FIELDS, OTHER_CARD_PROPERTIES } from './card-fields.ts';
import { type Component, readComponent } from './component.ts';
import { fieldsByName, type Mutable } from './field.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import { MODERN_CARD } from './modern-values.ts';
import { checkParseOptions } from './options.ts';
import { readFields } from './read-fields.ts';
import { cardText } from './read-properties.ts';
import { reportFrame, versionOf } from './version.ts';

const FIELDS = fieldsByName(CARD_FIELDS);

/** How cards are read. */
export interface ParseCardOptions {
  /** Refuse every departure from the specification, and every loss, instead of collecting it in `warnings`. */
  readonly strict?: boolean | undefined;
}

/**
 * The first vCard of a text or of octets. Versions 3.0 and 4.0 are read too; what 2.1 cannot say of them is left out
 * and told in `warnings`. Properties without a key of their own are kept in `other`.
 * @throws MmsError `card/not-a-card`, `text/too-many-lines`
 */
export function parseVCard(input: string | Uint8Array, options: ParseCardOptions = {}): ParsedCard {
  checkParseOptions(options);
  const warnings = new Warnings(ISSUE_ROWS, options.strict);
  const source = cardText(input, warnings);
  const version = versionOf(source.text, ['2.1', '3.0', '4.0'], warnings);
  const escaping = version === '2.1' ? 'old' : 'modern';
  const component = readComponent(source, 'VCARD', [], escaping, warnings);
  const card: Mutable<Card> = {};
  readFields(FIELDS, component, card, {
    escaping,
    otherNames: OTHER_CARD_PROPERTIES,
    conversions: MODERN_CARD,
    start: undefined,
    ignoredNames: ['VERSION', 'PRODID'],
    warnings,
  });
  reportName(component, warnings);
  for (const { name } of component.components)
    warnings.warn('card/lost', `${printable(name.slice(0, 40))} inside`);
  reportFrame(source.text, /^BEGIN:VCARD/gim, componentsIn(component), warnings);
  return { ...card, version, warnings: warnings.list };
}

function componentsIn({ components }: Component): number {
  return components.reduce((sum, nested) => sum + 1 + componentsIn(nested), 0);
}

function reportName(component: Component, warnings: Warnings): void {
  const name = component.properties.find(property => property.name === 'N');
  if (name === undefined) warnings.warn('card/missing-name', 'no N property');
  else if (name.value.includes(',') && !name.value.includes(';')) {
    warnings.warn(
      'card/commas-in-name',
      `all of '${printable(name.value.slice(0, 40))}' is the family name`,
      {
        line: name.line,
      },
    );
  }
}
