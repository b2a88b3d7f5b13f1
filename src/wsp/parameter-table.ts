import type { Codec } from './codec.ts';
import { constrainedEncoding } from './constrained.ts';
import { type GuardedCodec, guarded } from './guarded-codec.ts';
import { integerValue, shortInteger } from './integers.ts';
import { noValue, parameterText, textValue } from './texts.ts';
import { dateValue, fieldName, qValue, versionValue, wellKnownCharset } from './values.ts';

/** Value of a parameter: text, number or date by its row in {@link PARAMETERS}; text or number when it has none. */
export type ParameterValue = string | number | Date;

type ParameterCodec = GuardedCodec<ParameterValue>;

/** One parameter of {@link PARAMETERS}. */
export interface ParameterRow {
  /** Assigned number without the high bit (WAP-230 table 38). */
  readonly code: number;
  readonly name: string;
  readonly clause?: string;
  readonly head?: string;
  readonly codec: ParameterCodec;
  /** WSP encoding version that brought the number in. */
  readonly since: '1.1' | '1.2' | '1.3' | '1.4';
  /**
   * False: read only. A PDU states no encoding version, so its peer is taken to know 1.2 (WAP-230 8.4.2.70); but who
   * takes settings knows `sec` and `mac`.
   */
  readonly written: boolean;
  /** True where octets of the value that are not understood end where a uintvar does, and not as other values. */
  readonly isUintvar?: boolean;
}

const text = (codec: Codec<string>): ParameterCodec =>
  guarded(codec, (value): value is string => typeof value === 'string', 'a text');

const number = (codec: Codec<number>): ParameterCodec =>
  guarded(codec, (value): value is number => typeof value === 'number', 'a number');

const textOrNumber = (codec: Codec<string | number>): ParameterCodec =>
  guarded(codec, (value): value is string | number => !(value instanceof Date), 'a text or a number');

const date = guarded<ParameterValue, Date>(
  { name: dateValue.name, clause: dateValue.clause, encode: dateValue.encode, decode: dateValue.decode },
  (value): value is Date => value instanceof Date,
  'a date',
);

/**
 * Parameters of Content-Type and Content-Disposition (WAP-230 table 38). Where a name has two numbers the older one is
 * written: networks are known that refuse the newer.
 */
export const PARAMETERS = [
  { code: 0x00, name: 'q', codec: number(qValue), since: '1.1', written: true, isUintvar: true },
  { code: 0x01, name: 'charset', codec: textOrNumber(wellKnownCharset), since: '1.1', written: true },
  { code: 0x02, name: 'level', codec: text(versionValue), since: '1.1', written: true },
  { code: 0x03, name: 'type', codec: number(integerValue), since: '1.1', written: true },
  { code: 0x05, name: 'name', codec: text(parameterText), since: '1.1', written: true },
  { code: 0x06, name: 'filename', codec: text(parameterText), since: '1.1', written: true },
  { code: 0x07, name: 'differences', codec: textOrNumber(fieldName), since: '1.1', written: true },
  { code: 0x08, name: 'padding', codec: number(shortInteger), since: '1.1', written: true },
  { code: 0x09, name: 'type', codec: text(constrainedEncoding), since: '1.2', written: true },
  { code: 0x0a, name: 'start', codec: text(parameterText), since: '1.2', written: true },
  { code: 0x0b, name: 'start-info', codec: text(parameterText), since: '1.2', written: true },
  { code: 0x0c, name: 'comment', codec: text(parameterText), since: '1.3', written: true },
  { code: 0x0d, name: 'domain', codec: text(parameterText), since: '1.3', written: true },
  { code: 0x0e, name: 'max-age', codec: number(integerValue), since: '1.3', written: true },
  { code: 0x0f, name: 'path', codec: text(parameterText), since: '1.3', written: true },
  { code: 0x10, name: 'secure', codec: text(noValue), since: '1.3', written: true },
  { code: 0x11, name: 'sec', codec: number(shortInteger), since: '1.4', written: true },
  { code: 0x12, name: 'mac', codec: text(textValue), since: '1.4', written: true },
  { code: 0x13, name: 'creation-date', codec: date, since: '1.4', written: false },
  { code: 0x14, name: 'modification-date', codec: date, since: '1.4', written: false },
  { code: 0x15, name: 'read-date', codec: date, since: '1.4', written: false },
  { code: 0x16, name: 'size', codec: number(integerValue), since: '1.4', written: false },
  { code: 0x17, name: 'name', codec: text(textValue), since: '1.4', written: false },
  { code: 0x18, name: 'filename', codec: text(textValue), since: '1.4', written: false },
  { code: 0x19, name: 'start', codec: text(textValue), since: '1.4', written: false },
  { code: 0x1a, name: 'start-info', codec: text(textValue), since: '1.4', written: false },
  { code: 0x1b, name: 'comment', codec: text(textValue), since: '1.4', written: false },
  { code: 0x1c, name: 'domain', codec: text(textValue), since: '1.4', written: false },
  { code: 0x1d, name: 'path', codec: text(textValue), since: '1.4', written: false },
] as const satisfies readonly ParameterRow[];

const BY_CODE: readonly (ParameterRow | undefined)[] = rowsByCode();

function rowsByCode(): readonly (ParameterRow | undefined)[] {
  const rows = new Array<ParameterRow | undefined>(128).fill(undefined);
  for (const row of PARAMETERS) {
    rows[row.code] ??= { ...row, clause: 'WAP-230 table 38', head: 'Parameter-token' };
  }
  return rows;
}

const KNOWN_NAMES: ReadonlySet<string> = new Set(PARAMETERS.map(row => row.name));

const WRITTEN: ReadonlyMap<string, readonly ParameterRow[]> = groupWritten();

function groupWritten(): Map<string, ParameterRow[]> {
  const groups = new Map<string, ParameterRow[]>();
  for (const row of PARAMETERS) if (row.written) groups.set(row.name, [...(groups.get(row.name) ?? []), row]);
  return groups;
}

/** The row of an assigned number. */
export function parameterByCode(code: number): ParameterRow | undefined {
  return BY_CODE[code];
}

/** True for a name, in lower case, of the table. */
export function isKnownParameter(name: string): boolean {
  return KNOWN_NAMES.has(name);
}

/** The row to write a value with, by its name in any case; `undefined`: write the parameter untyped. */
export function writtenParameter(name: string, value: ParameterValue): ParameterRow | undefined {
  const rows = WRITTEN.get(name) ?? WRITTEN.get(name.toLowerCase());
  if (rows === undefined) return undefined;
  for (const row of rows) if (row.codec.accepts(value)) return row;
  return undefined;
}
