import type { Card, PhoneNumber, PostalAddress } from './card.ts';
import { formatDate, parseDateOf } from './date-time.ts';
import { escapeText, joinComponents, unescapeText } from './escapes.ts';
import { checkKeys, componentsOf, type Field, listOf, type Mutable, own, textOf, textsOf } from './field.ts';
import { isWritableParameter } from './format-property.ts';
import type { CardProperty, ReadProperty } from './property.ts';

type CardField = Field<Card>;

const NAME_KEYS = ['family', 'given', 'additional', 'prefix', 'suffix'] as const;
const ADDRESS_KEYS = ['poBox', 'extended', 'street', 'city', 'region', 'postalCode', 'country'] as const;

/** A property that holds one text. */
function text(name: string, key: 'formattedName' | 'nickname' | 'title' | 'url' | 'note'): CardField {
  return {
    name,
    keys: [key],
    write: card => simple(name, escapeText(textOf(card, key))),
    read: (property, card, { escaping }) => {
      card[key] = unescapeText(property.value, escaping);
      return true;
    },
  };
}

function simple(name: string, value: string, parameters: readonly string[] = []): CardProperty[] {
  if (value === '') return [];
  return [parameters.length === 0 ? { name, value } : { name, parameters, value }];
}

const name: CardField = {
  name: 'N',
  keys: NAME_KEYS,
  write: card => {
    const parts = NAME_KEYS.map(key => textOf(card, key));
    const used = parts.findLastIndex(part => part !== '') + 1;
    return used === 0
      ? []
      : [{ name: 'N', value: joinComponents(used <= 2 ? parts.slice(0, used) : parts, 'family') }];
  },
  read: (property, card, context) => {
    componentsOf(property, context).forEach((part, i) => {
      const key = NAME_KEYS[i];
      if (key !== undefined && isSaid(part)) card[key] = part;
    });
    return true;
  },
};

const tel: CardField = {
  name: 'TEL',
  keys: ['tel'],
  isRepeated: true,
  write: card =>
    listOf(card, 'tel').flatMap((value, i) => {
      const path = `tel[${i}]`;
      checkKeys(value, ['number', 'types'], path);
      const phone: Partial<PhoneNumber> = value;
      return simple(
        'TEL',
        escapeText(textOf(phone, 'number', `${path}.number`)),
        textsOf(phone, 'types', `${path}.types`),
      );
    }),
  read: (property, card, { escaping, isModern }) => {
    const text = unescapeText(property.value, escaping);
    const number = isModern ? text.replace(/^tel:/i, '') : text;
    const types = property.parameters.filter(isType);
    card.tel = [...(card.tel ?? []), types.length === 0 ? { number } : { number, types }];
    return true;
  },
  keeps: isType,
};

const email: CardField = {
  name: 'EMAIL',
  keys: ['email'],
  isRepeated: true,
  write: card =>
    textsOf(card, 'email').flatMap(address => simple('EMAIL', escapeText(address), ['INTERNET'])),
  read: (property, card, { escaping }) => {
    card.email = [...(card.email ?? []), unescapeText(property.value, escaping)];
    return true;
  },
  keeps: parameter => parameter === 'INTERNET',
};

const org: CardField = {
  name: 'ORG',
  keys: ['org'],
  write: card => simple('ORG', joinComponents(textsOf(card, 'org'), 'org')),
  read: (property, card, context) => {
    const parts = componentsOf(property, context);
    if (parts.some(isSaid)) card.org = parts;
    return true;
  },
};

const birthday: CardField = {
  name: 'BDAY',
  keys: ['birthday'],
  write: card => {
    const value = textOf(card, 'birthday');
    return value === '' ? [] : [{ name: 'BDAY', value: formatDate(value, 'birthday') }];
  },
  read: (property, card, { warnings }) => {
    const date = parseDateOf(property.value);
    if (date === undefined) return false;
    card.birthday = date.date;
    if (date.hasTime) warnings.warn('card/lost', 'the time of BDAY', { line: property.line });
    return true;
  },
};

const address: CardField = {
  name: 'ADR',
  keys: ['address'],
  write: card => {
    const value = own(card, 'address');
    if (value === undefined) return [];
    checkKeys(value, ['type', ...ADDRESS_KEYS], 'address');
    const parts = ADDRESS_KEYS.map(key => textOf(value, key, `address.${key}`));
    const type = textOf(value, 'type', 'address.type');
    if (parts.every(part => part === '')) return [];
    return simple('ADR', joinComponents(parts, 'address'), type === '' ? [] : [type]);
  },
  read: (property, card, context) => {
    const parts = componentsOf(property, context);
    if (parts.some(isSaid)) card.address = readAddress(property, parts);
    return true;
  },
  keeps: (parameter, property) => parameter === property.parameters.find(isType),
};

/** Components may be blank, as in `ADR:;;;`. */
function isSaid(component: string): boolean {
  return component.trim() !== '';
}

function readAddress(property: ReadProperty, parts: readonly string[]): PostalAddress {
  const read: Mutable<PostalAddress> = {};
  const type = property.parameters.find(isType);
  if (type !== undefined) read.type = type;
  parts.forEach((part, i) => {
    const key = ADDRESS_KEYS[i];
    if (key !== undefined && part !== '') read[key] = part;
  });
  return read;
}

/** True for a bare type that can be written again, false for `NAME=value`. */
function isType(parameter: string): boolean {
  return !parameter.includes('=') && isWritableParameter(parameter);
}

/** The properties that have keys, in the order in which they are written (vCard 2.1; NICKNAME is read by phones too). */
export const CARD_FIELDS: readonly CardField[] = [
  name,
  text('FN', 'formattedName'),
  text('NICKNAME', 'nickname'),
  tel,
  email,
  org,
  text('TITLE', 'title'),
  text('URL', 'url'),
  birthday,
  address,
  text('NOTE', 'note'),
];

/** The other properties of vCard 2.1, and CATEGORIES, which phones read; with them `X-` names are kept. */
export const OTHER_CARD_PROPERTIES: readonly string[] = [
  'CATEGORIES',
  'GEO',
  'KEY',
  'LABEL',
  'LOGO',
  'MAILER',
  'PHOTO',
  'REV',
  'ROLE',
  'SOUND',
  'TZ',
  'UID',
];
