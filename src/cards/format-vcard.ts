import { MmsError } from '../errors.ts';
import type { Card } from './card.ts';
import { CARD_FIELDS } from './card-fields.ts';
import { checkKeys, type Field, textOf, textsOf } from './field.ts';
import { type FormatCardOptions, formatProperty } from './format-property.ts';
import { checkFormatOptions } from './options.ts';
import { otherProperties } from './other-properties.ts';

const KEYS: readonly string[] = [...CARD_FIELDS.flatMap(field => field.keys), 'other', 'version', 'warnings'];

/**
 * A vCard 2.1 with CR LF line ends. The N property that a card must have is made of the formatted name or the company
 * where there is no other name. Text beyond ASCII and line breaks are written in quoted-printable, never a second
 * property.
 * @throws MmsError `card/missing` without any name, `card/value`, `card/property`, `card/unknown-key`, `card/option`
 * @example
 * formatVCard({ family: 'Smith', given: 'John', tel: [{ number: '+447700900123', types: ['CELL'] }] })
 */
export function formatVCard(card: Card, options: FormatCardOptions = {}): string {
  checkFormatOptions(options);
  checkKeys(card, KEYS, '');
  const name = nameOf(card);
  return `BEGIN:VCARD\r\nVERSION:2.1\r\n${formatFields(CARD_FIELDS, name, options).join('')}END:VCARD\r\n`;
}

function nameOf(card: Card): Card {
  if (textOf(card, 'family') !== '' || textOf(card, 'given') !== '') return card;
  const family = textOf(card, 'formattedName') || textsOf(card, 'org')[0];
  if (family) return { ...card, family };
  throw new MmsError('card/missing', 'a card needs a name: family, given, formattedName or org');
}

/** The lines of all properties of a model, those without a key last. */
export function formatFields<T extends object>(
  fields: readonly Field<T>[],
  model: T,
  options: FormatCardOptions,
  path = '',
): string[] {
  const lines: string[] = [];
  for (const { keys, write } of fields) {
    for (const property of write(model)) {
      lines.push(formatProperty(property, `${path}${keys[0] ?? ''}`, options));
    }
  }
  for (const { property, path: key } of otherProperties(model)) {
    lines.push(formatProperty(property, `${path}${key}`, options));
  }
  return lines;
}
