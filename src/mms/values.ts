import { type ByteReader, depart, requireObject, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { named, number, object, text, word } from '../schema/index.ts';
import {
  constrainedMedia,
  type DateInput,
  dateToSeconds,
  dateValue,
  encodedStringValue,
  headerDate,
  headerText,
  integerValue,
  longInteger,
  quickDecoder,
  readBounded,
  shortInteger,
  textString,
  versionCode,
  versionValue,
  writeBounded,
} from '../wsp/index.ts';
import { addressValue } from './addresses.ts';
import { type FieldCodec, shaped } from './field-codec.ts';

/** A point in time, or seconds from the submission on. */
export type MmsTime = { readonly absolute: Date } | { readonly relative: number };
/** A time to write: the absolute form as Date or ISO text (UTC when it has no zone), the relative one in seconds. */
export type MmsTimeInput = { readonly absolute: DateInput } | { readonly relative: number };

const FIRST_TOKEN = 0;
const SECOND_TOKEN = 1;
const TOKEN = { name: 'Token' } as const;

const readDateQuickly = quickDecoder(dateValue);

/** Expiry, Delivery-Time, Reply-Charging-Deadline (MMS_ENC 7.3): Long-integer always, as old decoders demand. */
export const timeValue: FieldCodec<MmsTime, MmsTimeInput> = {
  name: 'Absolute or relative time',
  shape: named(
    'mmsTime',
    object('A point in time, or seconds from the submission on.', {
      keys: { relative: number('Seconds.'), absolute: headerDate('The point in time.') },
      rules: [{ atMostOne: ['relative', 'absolute'] }, { atLeastOne: ['relative', 'absolute'] }],
    }),
  ),
  encode(writer, value) {
    requireObject(value, 'a time such as { relative: 3600 }');
    writeBounded(writer, () => {
      if ('absolute' in value) {
        shortInteger.encode(writer, FIRST_TOKEN);
        longInteger.encode(writer, dateToSeconds(value.absolute));
      } else {
        shortInteger.encode(writer, SECOND_TOKEN);
        longInteger.encode(writer, value.relative);
      }
    });
  },
  decode: reader =>
    readBounded(reader, inner =>
      readToken(inner) === FIRST_TOKEN
        ? { absolute: inner.read('Date-value', dateValue) }
        : { relative: inner.read('Delta-seconds-value', longInteger) },
    ),
  decodeQuickly(reader) {
    const outerEnd = reader.narrow();
    const token = reader.octet() - 0x80;
    if (token < 0 || token > SECOND_TOKEN) depart();
    const time =
      token === FIRST_TOKEN ? { absolute: readDateQuickly(reader) } : { relative: reader.longInteger() };
    reader.widen(outerEnd);
    return time;
  },
};

function readToken(reader: ByteReader, tokens = 2): number {
  const start = reader.offset;
  const token = shortInteger.decode(reader);
  reader.piece(TOKEN, start, token);
  if (token < tokens) return token;
  throw reader.error('mms/field-value', `no token has the octet ${(token | 0x80).toString(16)}`, start);
}

/** X-Mms-MMS-Version (MMS_ENC 7.3) such as `1.2`. */
export const mmsVersionValue: FieldCodec<string> = {
  name: 'Version-value',
  shape: text('', { pattern: /^[1-7]\.(?:[0-9]|1[0-4])$/u, called: 'a version such as "1.2"' }),
  encode(writer, value) {
    if (typeof value !== 'string') throw wrongType('a version such as "1.2"', value);
    if (!isVersion(value)) {
      writer.refuse(new MmsError('mms/field-value', `expected a version such as 1.2, found ${value}`));
    }
    versionValue.encode(writer, value);
  },
  decode(reader) {
    const start = reader.offset;
    if (reader.peek() < 0x80) reader.warn('wsp/integer-form', 'a version as text, not as Short-integer');
    const version = versionValue.decode(reader);
    if (!isVersion(version)) reader.warn('mms/field-value-read', 'expected a version such as 1.2', start);
    return version;
  },
  byOctet: versionValue.byOctet.map(version =>
    version !== undefined && isVersion(version) ? version : undefined,
  ),
};

function isVersion(text: string): boolean {
  return versionCode(text) !== undefined && text.includes('.');
}

/** A text for people: without characters it says nothing, so it is left out, and read as absent. */
export const freeText: FieldCodec<string> = {
  ...shaped(encodedStringValue, headerText('')),
  absent: '',
  isAbsent: value => value === '',
};

/** Who forwarded a message: 1 is the first. */
export interface PreviouslySentBy {
  readonly count: number;
  readonly address: string;
}

const countShape = number('1: the first to forward it.');

/** X-Mms-Previously-Sent-By (MMS_ENC 7.3). */
export const previouslySentByValue: FieldCodec<PreviouslySentBy> = {
  name: 'Previously-sent-by-value',
  shape: object('Who forwarded it.', {
    keys: { count: countShape, address: addressValue.shape },
    required: ['count', 'address'],
  }),
  encode(writer, value) {
    const { count, address } = requireObject(value);
    writeBounded(writer, () => {
      integerValue.encode(writer, count);
      addressValue.encode(writer, address);
    });
  },
  decode: reader =>
    readBounded(reader, inner => ({
      count: inner.read('Forwarded-count-value', integerValue),
      address: inner.read('Encoded-string-value', addressValue),
    })),
};

/** When a message was forwarded; `count` is that of its {@link PreviouslySentBy}. */
export interface PreviouslySentDate<D = Date> {
  readonly count: number;
  readonly date: D;
}

/** X-Mms-Previously-Sent-Date (MMS_ENC 7.3). */
export const previouslySentDateValue: FieldCodec<PreviouslySentDate, PreviouslySentDate<DateInput>> = {
  name: 'Previously-sent-date-value',
  shape: object('When it was forwarded.', {
    keys: { count: countShape, date: headerDate('When.') },
    required: ['count', 'date'],
  }),
  encode(writer, value) {
    const { count, date } = requireObject(value);
    writeBounded(writer, () => {
      integerValue.encode(writer, count);
      dateValue.encode(writer, date);
    });
  },
  decode: reader =>
    readBounded(reader, inner => ({
      count: inner.read('Forwarded-count-value', integerValue),
      date: inner.read('Date-value', dateValue),
    })),
};

const FLAG_ACTIONS = ['add', 'remove', 'filter'] as const;

/** A keyword to add to, remove from, or filter messages by. */
export interface MmFlag {
  readonly action: (typeof FLAG_ACTIONS)[number];
  readonly text: string;
}

/** X-Mms-MM-Flags (MMS_ENC 7.3). */
export const mmFlagsValue: FieldCodec<MmFlag> = {
  name: 'MM-flags-value',
  shape: object('A keyword.', {
    keys: { action: word('What to do with it.', FLAG_ACTIONS), text: headerText('The keyword.') },
    required: ['action', 'text'],
  }),
  encode(writer, value) {
    const { action, text } = requireObject(value);
    const code = FLAG_ACTIONS.indexOf(action);
    if (code < 0)
      throw new MmsError('mms/field-value', `expected add, remove or filter, found ${String(action)}`);
    writeBounded(writer, () => {
      shortInteger.encode(writer, code);
      encodedStringValue.encode(writer, text);
    });
  },
  decode: reader =>
    readBounded(reader, inner => ({
      action: FLAG_ACTIONS[readToken(inner, FLAG_ACTIONS.length)] ?? 'filter',
      text: inner.read('Encoded-string-value', encodedStringValue),
    })),
};

/** A number of messages or of octets. */
export type MboxTotal = { readonly messages: number } | { readonly octets: number };

/** X-Mms-Mbox-Totals and X-Mms-Mbox-Quotas (MMS_ENC 7.3). */
export const mboxTotalValue: FieldCodec<MboxTotal> = {
  name: 'Mbox-totals-value',
  shape: object('A number of messages or of octets.', {
    keys: { messages: number('Messages.'), octets: number('Octets.') },
    rules: [{ atMostOne: ['messages', 'octets'] }, { atLeastOne: ['messages', 'octets'] }],
  }),
  encode(writer, value) {
    requireObject(value, 'a total such as { messages: 5 }');
    writeBounded(writer, () => {
      shortInteger.encode(writer, 'messages' in value ? FIRST_TOKEN : SECOND_TOKEN);
      integerValue.encode(writer, 'messages' in value ? value.messages : value.octets);
    });
  },
  decode: reader =>
    readBounded(reader, inner =>
      readToken(inner) === FIRST_TOKEN
        ? { messages: inner.read('Integer-value', integerValue) }
        : { octets: inner.read('Integer-value', integerValue) },
    ),
};

/** What a message element is, for a notification. */
export interface ElementDescriptor {
  readonly contentReference: string;
  /** Media type. */
  readonly type?: string;
}

const ELEMENT_TYPE_PARAMETER = 0x02;

/** X-Mms-Element-Descriptor (MMS_ENC 7.3). */
export const elementDescriptorValue: FieldCodec<ElementDescriptor> = {
  name: 'Element-descriptor-value',
  shape: object('A part of the message.', {
    keys: { contentReference: headerText('Its name.'), type: headerText('Its media type.') },
    required: ['contentReference'],
  }),
  encode(writer, value) {
    const { contentReference, type } = requireObject(value);
    writeBounded(writer, () => {
      textString.encode(writer, contentReference);
      if (type === undefined) return;
      shortInteger.encode(writer, ELEMENT_TYPE_PARAMETER);
      constrainedMedia.encode(writer, type);
    });
  },
  decode: reader =>
    readBounded(reader, inner => {
      const contentReference = inner.read('Content-Reference-value', textString);
      if (inner.left === 0) return { contentReference };
      const start = inner.offset;
      const parameter = inner.read('Parameter-token', shortInteger);
      if (parameter !== ELEMENT_TYPE_PARAMETER) {
        throw inner.error('mms/field-value', `no parameter has the number ${parameter}`, start);
      }
      return { contentReference, type: inner.read('Constrained-encoding', constrainedMedia) };
    }),
};

/** A value that belongs to one of several messages: the position of its message in the request, from 1. */
export interface StatusCounted<Value> {
  readonly statusCount: number;
  readonly value: Value;
}

/** The grouped form of the delete confirmations (MMS_ENC 6): Value-length Status-count value. */
export function statusCounted<Value, Input>(
  codec: FieldCodec<Value, Input>,
): FieldCodec<StatusCounted<Value>, StatusCounted<Input>> {
  return {
    name: `Status-count ${codec.name}`,
    shape: object('A value of one message of the request.', {
      keys: { statusCount: number('Position of the message in the request, from 1.'), value: codec.shape },
      required: ['statusCount', 'value'],
    }),
    isAbsent: counted => codec.isAbsent?.(counted?.value) ?? false,
    encode(writer, counted) {
      const { statusCount, value } = requireObject(counted, 'an object { statusCount, value }');
      writeBounded(writer, () => {
        integerValue.encode(writer, statusCount);
        codec.encode(writer, value);
      });
    },
    decode: reader =>
      readBounded(reader, inner => ({
        statusCount: inner.read('Status-count-value', integerValue),
        value: inner.read(codec.name, codec),
      })),
  };
}
