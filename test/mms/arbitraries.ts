import fc from 'fast-check';
import {
  CANCEL_STATUS,
  CONTENT_CLASS,
  type EnumerationRow,
  MM_STATE,
  PRIORITY,
  READ_STATUS,
  RECOMMENDED_RETRIEVAL_MODE,
  REPLY_CHARGING,
  RESPONSE_STATUS,
  RETRIEVE_STATUS,
  SENDER_VISIBILITY,
  STATUS,
  STORE_STATUS,
} from '../../src/mms/enumerations.ts';
import { HEADER_FIELDS, MESSAGE_TYPES, type PduInput, pduFieldsByType } from '../../src/mms/index.ts';

/** Sizes around every boundary of the length forms. */
const SIZES = [0, 1, 2, 29, 30, 31, 32, 126, 127, 128, 129, 255, 256, 1000] as const;
const BIG_SIZES = [16383, 16384] as const;

const asciiOf = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });

const PRINTABLE = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 0x20 + i));
const TOKEN = "abcXYZ019!#$%&'*+-.^_`|~";

const sized = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: text },
    {
      weight: 1,
      arbitrary: fc
        .tuple(text, fc.constantFrom(...SIZES))
        .map(([unit, size]) => (unit || 'x').repeat(size).slice(0, size)),
    },
  );

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '');

/** US-ASCII without control characters. */
const asciiText = sized(asciiOf(PRINTABLE, 0, 40));
/** Any alphabet without control characters. */
const anyText = sized(fc.string({ unit: 'binary', maxLength: 40 })).map(text =>
  wellFormed(text).replace(/\p{Cc}/gu, character => (character >= '\u0080' ? character : '')),
);
const nonEmpty = asciiOf(TOKEN, 1, 40);
const digits = (min: number, max: number): fc.Arbitrary<string> => asciiOf('0123456789', min, max);

const address = fc.oneof(
  digits(1, 15).map(number => `+${number}/TYPE=PLMN`),
  digits(7, 15).map(number => `${number}/TYPE=PLMN`),
  fc.tuple(asciiOf('abc.z', 1, 60), asciiOf('xyz', 1, 20)).map(([user, host]) => `${user}@${host}.example`),
  anyText
    .filter(name => !/[@/]/.test(name) && name.length > 0)
    .map(name => `${wellFormed(name.slice(0, 60))} <a@b.example>`),
  digits(3, 6),
  fc.ipV4().map(ip => `${ip}/TYPE=IPv4`),
  fc.constant('FEDC:BA98:7654:3210:FEDC:BA98:7654:3210/TYPE=IPv6'),
  asciiOf('abcABC123', 1, 12).map(value => `${value}/TYPE=other_bearer`),
);

const boundaryInteger = fc.oneof(
  fc.constantFrom(0, 1, 127, 128, 255, 256, 65535, 65536, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1),
  fc.nat(),
);
const date = fc
  .oneof(fc.constantFrom(0, 1, 253_402_300_799), fc.nat({ max: 4_000_000_000 }))
  .map(s => new Date(s * 1000));
const time = fc.oneof(
  date.map(absolute => ({ absolute })),
  boundaryInteger.map(relative => ({ relative })),
);
const count = fc.integer({ min: 0, max: 300 });
const total = fc.oneof(
  boundaryInteger.map(messages => ({ messages })),
  boundaryInteger.map(octets => ({ octets })),
);

const wordOf = (rows: readonly EnumerationRow[]): fc.Arbitrary<string> =>
  fc.constantFrom(...rows.map(row => row.name.toLowerCase().replaceAll(' ', '-')));

const ENUMERATIONS: Readonly<Record<string, readonly EnumerationRow[]>> = {
  priority: PRIORITY,
  senderVisibility: SENDER_VISIBILITY,
  status: STATUS,
  responseStatus: RESPONSE_STATUS,
  retrieveStatus: RETRIEVE_STATUS,
  readStatus: READ_STATUS,
  replyCharging: REPLY_CHARGING,
  mmState: MM_STATE,
  storeStatus: STORE_STATUS,
  recommendedRetrievalMode: RECOMMENDED_RETRIEVAL_MODE,
  contentClass: CONTENT_CLASS,
  cancelStatus: CANCEL_STATUS,
};

const mediaType = fc.constantFrom(
  'text/plain',
  'image/jpeg',
  'audio/amr',
  'application/smil',
  'application/octet-stream',
  'text/x-vCard',
  'application/vnd.acme.long-name-of-a-media-type+xml',
);

const parameterText = asciiText.filter(text => !text.startsWith('"'));
const parameters = fc
  .record(
    {
      name: parameterText,
      charset: fc.constantFrom(
        'utf-8',
        'us-ascii',
        'utf-16',
        'iso-8859-1',
        'windows-1252',
        'big5',
        '*',
        4711,
      ),
      type: fc.oneof(mediaType, boundaryInteger),
      start: parameterText,
      level: fc.constantFrom('1.2', '7.14', '3', 'v9'),
      q: fc.integer({ min: 0, max: 999 }).map(q => q / 1000),
      'x-number': boundaryInteger,
      'x-text': anyText.filter(text => !/^"|"$|^\d+$/.test(text)),
      secure: fc.constant(''),
      'creation-date': date.map(value => value),
    },
    { requiredKeys: [] },
  )
  .map(({ type, ...rest }) =>
    type === undefined
      ? rest
      : { ...rest, type: typeof type === 'string' && type === 'text/x-vCard' ? 'text/x-vcard' : type },
  );

const octets = (sizes: readonly number[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.constantFrom(...sizes), fc.integer({ min: 0, max: 255 }))
    .map(([size, seed]) => Uint8Array.from({ length: size }, (_, i) => (i * 31 + seed) & 0xff));

const header = fc.oneof(
  fc.record({ name: asciiOf('ABCxyz-', 3, 12).map(name => `X-${name}`), value: asciiText }),
  fc.record({
    name: fc.constant('Content-Disposition'),
    value: fc.record({
      disposition: fc.constantFrom('attachment', 'inline', 'form-data', 'x-other'),
      parameters: fc.record({ filename: parameterText }),
    }),
  }),
  fc.record({ name: fc.constant('Content-Encoding'), value: fc.constantFrom('gzip', 'deflate', 'x-other') }),
  fc.record({ name: fc.constant('Last-Modified'), value: date }),
  fc.record({
    code: fc.constantFrom(0x7d, 0x7e),
    raw: fc.constantFrom(Uint8Array.of(0x85), Uint8Array.of(2, 9, 9)),
  }),
);

const part = (sizes: readonly number[]) =>
  fc.record(
    {
      contentType: mediaType,
      parameters,
      contentId: parameterText.filter(text => !text.endsWith('"')),
      contentLocation: asciiText,
      headers: fc.array(header, { maxLength: 3 }),
      data: octets(sizes),
    },
    { requiredKeys: ['contentType', 'parameters', 'headers', 'data'] },
  );

const parts = fc.oneof(
  { weight: 6, arbitrary: fc.array(part(SIZES), { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(part([0, 3, 127]), { minLength: 5, maxLength: 20 }) },
  { weight: 1, arbitrary: fc.array(part(BIG_SIZES), { minLength: 1, maxLength: 2 }) },
);

const content = fc.oneof(
  fc.record({
    contentType: fc.record({
      type: fc.constantFrom('application/vnd.wap.multipart.mixed', 'application/vnd.wap.multipart.related'),
      parameters,
    }),
    parts,
  }),
  fc.record({
    contentType: fc.record({ type: fc.constantFrom('text/plain', 'application/x-any'), parameters }),
    body: octets(SIZES),
  }),
);

function arbitraryFor(key: string, codec: string): fc.Arbitrary<unknown> {
  const statusCount = codec.startsWith('Status-count ') ? codec.slice('Status-count '.length) : undefined;
  if (statusCount !== undefined)
    return fc.record({ statusCount: count, value: arbitraryFor(key, statusCount) });
  const rows = ENUMERATIONS[key];
  if (rows !== undefined) return fc.oneof(wordOf(rows), fc.constant(0xf7));
  switch (codec) {
    case 'Encoded-string-value':
      return anyText.filter(text => text !== '');
    case 'Encoded-string-value (address)':
      return address;
    case 'From-value':
      return address;
    case 'Text-string':
    case 'Uri-value':
      return key === 'transactionId' ? nonEmpty : asciiText;
    case 'Long-integer':
    case 'Integer-value':
      return boundaryInteger;
    case 'Date-value':
      return date;
    case 'Absolute or relative time':
      return time;
    case 'Yes/No':
      return fc.constantFrom('yes', 'no');
    case 'Message-class-value':
      return fc.oneof(fc.constantFrom('personal', 'advertisement', 'informational', 'auto'), nonEmpty);
    case 'Version-value':
      return fc.constant('1.3');
    case 'Previously-sent-by-value':
      return fc.record({ count, address });
    case 'Previously-sent-date-value':
      return fc.record({ count, date });
    case 'MM-flags-value':
      return fc.record({ action: fc.constantFrom('add', 'remove', 'filter'), text: anyText });
    case 'Mbox-totals-value':
      return total;
    case 'Element-descriptor-value':
      return fc.record(
        { contentReference: asciiText, type: mediaType },
        { requiredKeys: ['contentReference'] },
      );
    case 'Field-name':
      return fc.oneof(fc.constantFrom(...HEADER_FIELDS.map(row => row.key)), fc.constant(0x7e));
    default:
      throw new Error(`no arbitrary for ${codec} (${key})`);
  }
}

const unknown = fc.record({
  code: fc.constantFrom(0x40, 0x5f, 0x7f),
  raw: fc.constantFrom(Uint8Array.of(0x80), Uint8Array.of(1, 7)),
});
const applicationHeader = fc.record({
  name: asciiOf('XYZabc-', 1, 20).map(name => `X-${name}`),
  value: asciiText,
});

function pduOf(messageType: (typeof MESSAGE_TYPES)[number]['name']): fc.Arbitrary<PduInput> {
  const fields = pduFieldsByType(messageType)?.inOrder ?? [];
  const record: Record<string, fc.Arbitrary<unknown>> = {};
  const required: string[] = [];
  let hasContent = false;
  for (const { key, codec, isMandatory, isRepeatable } of fields) {
    if (key === 'contentType') {
      hasContent = true;
      continue;
    }
    const one =
      key === 'expiry' && messageType === 'm-notification-ind'
        ? boundaryInteger.map(relative => ({ relative }))
        : arbitraryFor(key, codec.name);
    record[key] = isRepeatable ? fc.array(one, { minLength: 1, maxLength: 3 }) : one;
    const needed =
      isMandatory || key === 'mmsVersion' || (key === 'to' && /send-req|forward-req/.test(messageType));
    if (needed) required.push(key);
  }
  return fc
    .tuple(
      fc.record(record, { requiredKeys: required }),
      hasContent ? content : fc.constant({}),
      fc.array(unknown, { maxLength: 2 }),
      fc.array(applicationHeader, { maxLength: 2 }),
    )
    .map(
      ([values, body, unknownFields, applicationHeaders]) =>
        ({ messageType, ...values, ...body, unknown: unknownFields, applicationHeaders }) as PduInput,
    );
}

/** Any PDU of any type, in the form that decoding gives. */
export const anyPdu: fc.Arbitrary<PduInput> = fc.oneof(...MESSAGE_TYPES.map(row => pduOf(row.name)));
