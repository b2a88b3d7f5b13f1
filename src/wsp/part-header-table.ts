import { requireOctets } from '../bytes/index.ts';
import type { Codec } from './codec.ts';
import { contentDisposition, type Disposition } from './disposition.ts';
import { type GuardedCodec, guarded } from './guarded-codec.ts';
import { integerValue, shortInteger } from './integers.ts';
import { quotedString, textString, tokenText } from './texts.ts';
import { readBounded, writeBounded } from './value-length.ts';
import { dateValue, uriValue, versionValue } from './values.ts';

/** Value of a part header by its row in {@link PART_HEADERS}; a text when it has none. */
export type PartHeaderValue = string | number | Date | Uint8Array | Disposition;

type HeaderCodec = GuardedCodec<PartHeaderValue>;

/** One header of {@link PART_HEADERS}. */
export interface PartHeaderRow {
  /** Assigned number without the high bit (WAP-230 table 39). */
  readonly code: number;
  readonly name: string;
  readonly clause?: string;
  readonly head?: string;
  readonly codec: HeaderCodec;
  /** WSP encoding version that brought the number in. */
  readonly since: '1.1' | '1.2' | '1.3' | '1.4';
  /** False: another number of the same header is written. */
  readonly written: boolean;
}

const isText = (value: PartHeaderValue): value is string => typeof value === 'string';
const isNumber = (value: PartHeaderValue): value is number => typeof value === 'number';
const isTextOrNumber = (value: PartHeaderValue): value is string | number => isText(value) || isNumber(value);
const isDate = (value: PartHeaderValue): value is Date => value instanceof Date;
const isBytes = (value: PartHeaderValue): value is Uint8Array => value instanceof Uint8Array;
const isDisposition = (value: PartHeaderValue): value is Disposition =>
  typeof value === 'object' && value !== null && 'disposition' in value;

const text = (codec: Codec<string>): HeaderCodec => guarded(codec, isText, 'a text');
const number = (codec: Codec<number>): HeaderCodec => guarded(codec, isNumber, 'a number');
const date: HeaderCodec = guarded<PartHeaderValue, Date>(
  { name: dateValue.name, clause: dateValue.clause, encode: dateValue.encode, decode: dateValue.decode },
  isDate,
  'a date',
);
const disposition: HeaderCodec = guarded<PartHeaderValue, Disposition>(
  contentDisposition,
  isDisposition,
  'a disposition with parameters',
);

const octets: Codec<Uint8Array> = {
  name: 'Value-length Octets',
  encode: (writer, value) => writeBounded(writer, () => writer.octets(requireOctets(value))),
  decode: reader => readBounded(reader, inner => inner.view(inner.left)),
};

/** Content-Encoding codes in their order from 0 (WAP-230 8.4.2.18). */
const CONTENT_ENCODINGS: readonly string[] = ['gzip', 'compress', 'deflate'];

const contentEncoding: Codec<string> = {
  name: 'Content-encoding-value',
  encode(writer, value) {
    const code = CONTENT_ENCODINGS.indexOf(writer.carried === undefined ? value.toLowerCase() : value);
    if (code < 0) tokenText.encode(writer, value);
    else shortInteger.encode(writer, code);
  },
  decode(reader) {
    if (reader.peek() < 0x80) return tokenText.decode(reader);
    const start = reader.offset;
    const name = CONTENT_ENCODINGS[shortInteger.decode(reader)];
    if (name === undefined) throw reader.error('wsp/value-form', 'expected a content encoding', start);
    return name;
  },
};

/** A number where one is assigned, else a text: languages, application ids. */
const numberOrText = (name: string): Codec<string | number> => ({
  name,
  encode(writer, value) {
    if (isNumber(value)) integerValue.encode(writer, value);
    else textString.encode(writer, value);
  },
  decode(reader) {
    const first = reader.peek();
    return first >= 0x80 || (first > 0 && first < 0x20)
      ? integerValue.decode(reader)
      : textString.decode(reader);
  },
});

/** Headers of a part or a push, after its Content-Type (WAP-230 table 39). Any other number is kept as octets. */
export const PART_HEADERS = [
  { code: 0x0a, name: 'Content-Base', codec: text(uriValue), since: '1.1', written: true },
  { code: 0x0b, name: 'Content-Encoding', codec: text(contentEncoding), since: '1.1', written: true },
  {
    code: 0x0c,
    name: 'Content-Language',
    codec: guarded(numberOrText('Content-language-value'), isTextOrNumber, 'a text or a number'),
    since: '1.1',
    written: true,
  },
  { code: 0x0d, name: 'Content-Length', codec: number(integerValue), since: '1.1', written: true },
  { code: 0x0e, name: 'Content-Location', codec: text(uriValue), since: '1.1', written: true },
  {
    code: 0x0f,
    name: 'Content-MD5',
    codec: guarded(octets, isBytes, 'octets'),
    since: '1.1',
    written: true,
  },
  { code: 0x12, name: 'Date', codec: date, since: '1.1', written: true },
  { code: 0x14, name: 'Expires', codec: date, since: '1.1', written: true },
  { code: 0x1d, name: 'Last-Modified', codec: date, since: '1.1', written: true },
  { code: 0x2e, name: 'Content-Disposition', codec: disposition, since: '1.1', written: true },
  {
    code: 0x2f,
    name: 'X-Wap-Application-Id',
    codec: guarded(numberOrText('Application-id-value'), isTextOrNumber, 'a text or a number'),
    since: '1.2',
    written: true,
  },
  { code: 0x30, name: 'X-Wap-Content-URI', codec: text(uriValue), since: '1.2', written: true },
  { code: 0x31, name: 'X-Wap-Initiator-URI', codec: text(uriValue), since: '1.2', written: true },
  { code: 0x34, name: 'Push-Flag', codec: number(shortInteger), since: '1.2', written: true },
  { code: 0x40, name: 'Content-ID', codec: text(quotedString), since: '1.3', written: true },
  { code: 0x43, name: 'Encoding-Version', codec: text(versionValue), since: '1.3', written: true },
  { code: 0x45, name: 'Content-Disposition', codec: disposition, since: '1.4', written: false },
] as const satisfies readonly PartHeaderRow[];

const BY_CODE: readonly (PartHeaderRow | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const row = PART_HEADERS.find(candidate => candidate.code === code);
  return row && { ...row, clause: 'WAP-230 table 39', head: 'Field-name' };
});

const WRITTEN: ReadonlyMap<string, PartHeaderRow> = new Map(
  PART_HEADERS.filter(row => row.written).map(row => [row.name.toLowerCase(), row]),
);

/** The row of an assigned number. */
export function partHeaderByCode(code: number): PartHeaderRow | undefined {
  return BY_CODE[code];
}

/** The row to write a header with, by its name in any case. */
export function partHeaderByName(name: string): PartHeaderRow | undefined {
  return WRITTEN.get(name) ?? WRITTEN.get(name.toLowerCase());
}
