import type { MessageHeaders } from '../message/index.ts';
import {
  contentClassValue,
  type Presence as FieldPresence,
  HEADER_FIELDS,
  type HeaderField,
} from '../mms/index.ts';
import { described, list, type Shape, word } from '../schema/index.ts';

type HeaderKey = Exclude<keyof MessageHeaders, 'unknown' | 'applicationHeaders'>;

/** The header fields of a message, with the keys and values of `encodePdu`. */
export type ManifestHeaders = { readonly [K in HeaderKey]?: MessageHeaders[K] | undefined };

function presences(field: HeaderField): FieldPresence[] {
  const { 'm-send-req': sent, 'm-retrieve-conf': retrieved }: Readonly<Record<string, FieldPresence>> =
    field.in;
  return [sent, retrieved].filter(presence => presence !== undefined);
}

function fieldShape(field: HeaderField, value: Shape): Shape {
  const about = `${field.name} (MMS ${field.since}).`;
  const isRepeatable = presences(field).some(presence => presence.endsWith('*'));
  return isRepeatable ? list(about, value) : described(about, value);
}

/** The fields that a message can have and that the composer does not set. */
function offered(fields: readonly HeaderField[]): Record<string, Shape> {
  return Object.fromEntries(
    fields.flatMap(field =>
      'setBy' in field || presences(field).length === 0
        ? []
        : [[field.key, fieldShape(field, field.codec.shape)]],
    ),
  );
}

/** Every header field of the two PDUs that carry a message, as the table of fields has them. */
export const headersShape: Shape<ManifestHeaders> = {
  kind: 'object',
  description: 'Header fields, with the keys of encodePdu.',
  keys: offered(HEADER_FIELDS),
  required: [],
  rules: [],
  isOpen: false,
};

/** A word of X-Mms-Content-Class. */
export function contentClass(description: string): Shape<(typeof contentClassValue.words)[number]> {
  return word(description, contentClassValue.words);
}
