import type { Shape, TypeOf } from '../schema/index.ts';
import {
  described,
  keyText,
  list,
  map,
  named,
  nothing,
  number,
  object,
  oneOf,
  text,
} from '../schema/index.ts';
import { headerDate, headerText } from '../wsp/index.ts';
import { OCTET_KEYS, oneSource } from './source-shapes.ts';
import { hex, path } from './value-shapes.ts';

/** A value of unknown number or form: its number, and its octets. */
export const rawValueShape = named(
  'rawValue',
  object('A value of unknown number or form.', {
    keys: { code: number('Its number, without the high bit.'), raw: hex('Its octets.') },
    required: ['code', 'raw'],
  }),
);

const unknownParameters = list('Parameters of unknown number or form.', rawValueShape);
const typeCode = number('Number of the media type, when it is unassigned.');

/** Any token, but for the one name that is not an ordinary key in JavaScript. */
const parameterName = keyText('a parameter name', /^(?!__proto__$)[!#-'*+.0-9A-Z^-z|~-]+$/u);

const dateValue = object('A date.', { keys: { date: headerDate('The date.') }, required: ['date'] });

const parametersShape = named(
  'parameters',
  map(
    'All parameters in their order.',
    parameterName,
    oneOf('A text, a number or a date.', [
      headerText('A text.'),
      number('A number.', { isInteger: false }),
      dateValue,
    ]),
  ),
);

const dispositionKeys = {
  disposition: headerText('form-data, attachment, inline or another token.'),
  parameters: parametersShape,
  unknownParameters,
};

/** A date, octets, or a Content-Disposition. */
const structuredValue = object('A date, octets, or a Content-Disposition with its parameters.', {
  keys: { date: headerDate('A date.'), hex: hex('Octets.'), ...dispositionKeys },
  rules: [
    { atMostOne: ['date', 'hex', 'disposition'] },
    { atLeastOne: ['date', 'hex', 'disposition'] },
    { key: 'parameters', needsOneOf: ['disposition'] },
    { key: 'unknownParameters', needsOneOf: ['disposition'] },
  ],
});

const partHeaderShape = object('A header with a name and a value, or one of unknown number.', {
  keys: {
    name: headerText('Its name.'),
    value: oneOf('Its value.', [headerText('A text.'), number('A number.'), structuredValue]),
    code: number('Its number, without the high bit.'),
    raw: hex('Its octets.'),
  },
  rules: [
    { atMostOne: ['name', 'code'] },
    { atLeastOne: ['name', 'code'] },
    { key: 'name', needsOneOf: ['value'] },
    { key: 'value', needsOneOf: ['name'] },
    { key: 'code', needsOneOf: ['raw'] },
    { key: 'raw', needsOneOf: ['code'] },
  ],
});

/** A text, or `null` where the part has none though the rule would give it one. */
function orNothing(description: string): Shape<string | null> {
  return oneOf(description, [headerText('As written.'), nothing('The part has none.')]);
}

/** One part of a message that is composed part by part. */
export const partShape = named(
  'part',
  object('A part as it stands in the message.', {
    keys: {
      src: path('The file.'),
      ...OCTET_KEYS,
      sha256: text(
        'SHA-256 of the octets: while it holds, type and charset stand; else they follow the octets.',
        {
          pattern: /^[0-9a-f]{64}$/u,
          called: 'a SHA-256 in lower-case hexadecimal',
        },
      ),
      type: text('Media type.', { pattern: /^[^\0]+$/u, called: 'a media type' }),
      typeCode,
      charset: oneOf('Charset parameter.', [headerText('Its name.'), number('Its MIBenum.')]),
      parameters: described('All parameters in their order, in place of name and charset.', parametersShape),
      unknownParameters,
      contentId: orNothing('Content-ID with its brackets, where it is not <name of the file>.'),
      contentLocation: orNothing('Content-Location, where it is not the name of the file.'),
      headers: list('Other headers in their order.', partHeaderShape),
    },
    required: ['type'],
    rules: [
      ...oneSource(['src', 'data']),
      { atMostOne: ['charset', 'parameters'], hint: 'parameters already holds all of them' },
    ],
  }),
);

/** The Content-Type of a message that is composed part by part. */
export const contentTypeShape = object(
  'Content-Type of the message, where it does not follow from its parts.',
  {
    keys: {
      type: text('Media type.', { pattern: /^[^\0]+$/u, called: 'a media type' }),
      typeCode,
      parameters: parametersShape,
      unknownParameters,
    },
    required: ['type'],
  },
);

/** A header with a name instead of a number. */
export const applicationHeaderShape = object('A header with a name instead of a number.', {
  keys: { name: headerText('Its name.'), value: headerText('Its value.') },
  required: ['name', 'value'],
});

/** A part of a manifest. */
export type ManifestPart = TypeOf<typeof partShape>;
/** The Content-Type of a manifest. */
export type ManifestContentType = TypeOf<typeof contentTypeShape>;
/** Parameters of a part or of the message. */
export type ManifestParameters = TypeOf<typeof parametersShape>;
/** A header of a part. */
export type ManifestPartHeader = TypeOf<typeof partHeaderShape>;
/** A value of unknown number or form. */
export type ManifestRawValue = TypeOf<typeof rawValueShape>;
