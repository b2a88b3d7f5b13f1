import type { MessageHeaders } from '../message/index.ts';
import { type Presence as FieldPresence, HEADER_FIELDS, type HeaderField } from '../mms/index.ts';
import type { Shape } from '../schema/index.ts';
import { boolean, described, list, named, number, object, oneOf, text, word } from '../schema/index.ts';
import { date, headerText } from './value-shapes.ts';

type HeaderKey = Exclude<keyof MessageHeaders, 'unknown' | 'applicationHeaders'>;

/** The header fields of a message, with the keys and values of `encodePdu`. */
export type ManifestHeaders = { readonly [K in HeaderKey]?: MessageHeaders[K] | undefined };

/** An octet that its table has no word for, as a foreign message may carry it. */
const octet = number('The octet, where there is no word for it.', { min: 0x80, max: 0xff });

const seconds = number('Seconds.');

const count = number('1: the first to forward it.');

/** An address, as `encodePdu` takes it. */
export const address = text('A phone number, an e-mail address or a short code.', {
  pattern: /^[^\0]+$/u,
  called: 'an address such as "+447700900123"',
  isTemplate: true,
});

/** What the value forms of the fields take, by their names; the words of enumerations stand in their own tables. */
const VALUE_SHAPES: Readonly<Record<string, Shape>> = {
  'Encoded-string-value': headerText(''),
  'Encoded-string-value (address)': address,
  'From-value': text('An address, or insert-address: the relay fills it in.', {
    pattern: /^[^\0]+$/u,
    called: 'an address or insert-address',
  }),
  'Text-string': headerText(''),
  'Date-value': date(''),
  'Long-integer': number(''),
  'Message-class-value': oneOf('', [
    text('personal, advertisement, informational, auto, or another token.', {
      pattern: /^[!#-'*+.0-9A-Z^-z|~-]+$/u,
      called: 'a message class such as "personal"',
    }),
    octet,
  ]),
  'Version-value': text('', {
    pattern: /^[1-7]\.(?:[0-9]|1[0-4])$/u,
    called: 'a version such as "1.2"',
  }),
  'Absolute or relative time': named(
    'mmsTime',
    object('A point in time, or seconds from the submission on.', {
      keys: { relative: seconds, absolute: date('The point in time.') },
      rules: [{ atMostOne: ['relative', 'absolute'] }, { atLeastOne: ['relative', 'absolute'] }],
    }),
  ),
  'Previously-sent-by-value': object('Who forwarded it.', {
    keys: { count, address },
    required: ['count', 'address'],
  }),
  'Previously-sent-date-value': object('When it was forwarded.', {
    keys: { count, date: date('When.') },
    required: ['count', 'date'],
  }),
  'MM-flags-value': object('A keyword.', {
    keys: {
      action: word('What to do with it.', ['add', 'remove', 'filter']),
      text: headerText('The keyword.'),
    },
    required: ['action', 'text'],
  }),
};

const YES_NO = 'Yes/No';

/** Set by the composer, or not a header of the author's. */
const NOT_OFFERED: ReadonlySet<string> = new Set(['messageType', 'contentType']);

function presences(field: HeaderField): FieldPresence[] {
  const { 'm-send-req': sent, 'm-retrieve-conf': retrieved }: Readonly<Record<string, FieldPresence>> =
    field.in;
  return [sent, retrieved].filter(presence => presence !== undefined);
}

function fieldShape(field: HeaderField): Shape {
  const value = valueShape(field);
  const about = `${field.name} (MMS ${field.since}).`;
  const isRepeatable = presences(field).some(presence => presence.endsWith('*'));
  return isRepeatable ? list(about, value) : described(about, value);
}

function valueShape({ key, codec }: HeaderField): Shape {
  if ('words' in codec) {
    const words = word('', codec.words);
    return oneOf('', codec.name === YES_NO ? [boolean(''), words, octet] : [words, octet]);
  }
  const shape = VALUE_SHAPES[codec.name];
  if (shape === undefined) throw new TypeError(`no shape for the values of ${key}`);
  return shape;
}

function offeredFields(): readonly HeaderField[] {
  return HEADER_FIELDS.filter(field => presences(field).length > 0 && !NOT_OFFERED.has(field.key));
}

/** Every header field of the two PDUs that carry a message, as the table of fields has them. */
export const headersShape: Shape<ManifestHeaders> = {
  kind: 'object',
  description: 'Header fields, with the keys of encodePdu.',
  keys: Object.fromEntries(offeredFields().map(field => [field.key, fieldShape(field)])),
  required: [],
  rules: [],
  isOpen: false,
};

type ContentClassField = Extract<HeaderField, { readonly key: 'contentClass' }>;

const contentClassField = HEADER_FIELDS.find(
  (field): field is ContentClassField => field.key === 'contentClass',
);

/** A word of X-Mms-Content-Class. */
export function contentClass(description: string): Shape<NonNullable<ContentClass>> {
  if (contentClassField === undefined) throw new TypeError('there is no field for the content class');
  return word(description, contentClassField.codec.words);
}

type ContentClass = Exclude<ManifestHeaders['contentClass'], number>;
