/** A field of a record and its length in octets; all numbers are little-endian (APPNOTE 4.4.1). */
type Field<Name extends string> = readonly [name: Name, octets: 2 | 4];

/** The fixed part of a ZIP record: its signature, where it has one, and its fields in the order of the clause. */
export interface RecordLayout<Name extends string> {
  readonly clause: string;
  readonly signature: number | undefined;
  readonly fields: readonly Field<Name>[];
  /** Octets, the signature included. */
  readonly length: number;
}

/** The fields of a record by name. */
export type ZipRecord<Layout> =
  Layout extends RecordLayout<infer Name> ? Readonly<Record<Name, number>> : never;

const SIGNATURE_LENGTH = 4;

function layout<Name extends string>(
  clause: string,
  signature: number | undefined,
  fields: readonly Field<Name>[],
): RecordLayout<Name> {
  const start = signature === undefined ? 0 : SIGNATURE_LENGTH;
  return { clause, signature, fields, length: fields.reduce((sum, [, octets]) => sum + octets, start) };
}

/** Stands before the data of every entry. */
export const LOCAL_FILE_HEADER = layout('APPNOTE 4.3.7', 0x04034b50, [
  ['versionNeeded', 2],
  ['flags', 2],
  ['method', 2],
  ['time', 2],
  ['date', 2],
  ['crc32', 4],
  ['compressedSize', 4],
  ['size', 4],
  ['nameLength', 2],
  ['extraLength', 2],
]);

/** Follows the data of an entry with {@link FLAGS}.dataDescriptor. */
export const DATA_DESCRIPTOR = layout('APPNOTE 4.3.9', undefined, [
  ['crc32', 4],
  ['compressedSize', 4],
  ['size', 4],
]);

/** The same as most write it, with a signature that the specification only recommends. */
export const SIGNED_DATA_DESCRIPTOR = layout('APPNOTE 4.3.9.3', 0x08074b50, [
  ['crc32', 4],
  ['compressedSize', 4],
  ['size', 4],
]);

/** An entry of the central directory. */
export const CENTRAL_FILE_HEADER = layout('APPNOTE 4.3.12', 0x02014b50, [
  ['versionMadeBy', 2],
  ['versionNeeded', 2],
  ['flags', 2],
  ['method', 2],
  ['time', 2],
  ['date', 2],
  ['crc32', 4],
  ['compressedSize', 4],
  ['size', 4],
  ['nameLength', 2],
  ['extraLength', 2],
  ['commentLength', 2],
  ['disk', 2],
  ['internalAttributes', 2],
  ['externalAttributes', 4],
  ['localOffset', 4],
]);

/** Says that a zip64 record follows (APPNOTE 4.3.15); only its presence matters here. */
export const ZIP64_LOCATOR = layout('APPNOTE 4.3.15', 0x07064b50, [
  ['disk', 4],
  ['offset', 4],
  ['offsetHigh', 4],
  ['disks', 4],
]);

/** Ends the archive, but for a comment. */
export const END_OF_CENTRAL_DIRECTORY = layout('APPNOTE 4.3.16', 0x06054b50, [
  ['disk', 2],
  ['directoryDisk', 2],
  ['diskEntries', 2],
  ['entries', 2],
  ['directorySize', 4],
  ['directoryOffset', 4],
  ['commentLength', 2],
]);

/** General purpose bits (APPNOTE 4.4.4). */
export const FLAGS = {
  encrypted: 1 << 0,
  dataDescriptor: 1 << 3,
  patchedData: 1 << 5,
  strongEncryption: 1 << 6,
  utf8: 1 << 11,
  maskedHeaders: 1 << 13,
} as const;

/** Compression methods that are read (APPNOTE 4.4.5). */
export const METHODS = { stored: 0, deflated: 8 } as const;

/** Kinds of extra fields that matter here (APPNOTE 4.5.3 and 4.6.9). */
export const EXTRA_FIELDS = { zip64: 0x0001, unicodePath: 0x7075 } as const;

/** A number that stands in a zip64 field instead (APPNOTE 4.4.1.4). */
export const ZIP64_MARK = { 2: 0xffff, 4: 0xffffffff } as const;

/** The record at an offset; `undefined` when it does not fit there or has another signature. */
export function readRecord<Name extends string>(
  bytes: Uint8Array,
  offset: number,
  { fields, length, signature }: RecordLayout<Name>,
): Readonly<Record<Name, number>> | undefined {
  if (offset < 0 || offset + length > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length);
  if (signature !== undefined && view.getUint32(0, true) !== signature) return undefined;
  let at = signature === undefined ? 0 : SIGNATURE_LENGTH;
  const numbers: [Name, number][] = [];
  for (const [name, octets] of fields) {
    numbers.push([name, octets === 2 ? view.getUint16(at, true) : view.getUint32(at, true)]);
    at += octets;
  }
  return Object.fromEntries(numbers) as Record<Name, number>;
}

/** Writes a record; a field that is not given is zero. Returns the offset behind it. */
export function writeRecord<Name extends string>(
  bytes: Uint8Array,
  offset: number,
  { fields, length, signature }: RecordLayout<Name>,
  values: Readonly<Partial<Record<Name, number>>>,
): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length);
  if (signature !== undefined) view.setUint32(0, signature, true);
  let at = signature === undefined ? 0 : SIGNATURE_LENGTH;
  for (const [name, octets] of fields) {
    const value = values[name] ?? 0;
    if (octets === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += octets;
  }
  return offset + length;
}
