import { crc32, deflateRawSync } from 'node:zlib';

/** The header fields of an entry that a hostile archive may lie about; written as they are. */
interface RawFields {
  readonly name?: string | Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  readonly extra?: Uint8Array;
}

/** An entry whose fields follow from its name and data (`data` by default) unless stated. */
export interface RawEntry extends RawFields {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array | string;
  /** The octets that stand for the data, when they are not the deflated or stored data. */
  readonly packed?: Uint8Array;
  /** What the local header says otherwise. */
  readonly local?: RawFields;
  /** Octets after the data, such as a data descriptor. */
  readonly trailer?: Uint8Array;
  readonly madeBy?: number;
  readonly attributes?: number;
  readonly disk?: number;
  readonly comment?: string;
  /** Where the directory looks for the local header. */
  readonly localOffset?: number;
  /** True: the directory alone has the entry. */
  readonly isShared?: boolean;
}

/** What the archive as a whole says. */
export interface RawArchive {
  readonly before?: Uint8Array;
  readonly beforeDirectory?: Uint8Array;
  readonly afterDirectory?: Uint8Array;
  readonly after?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly entries?: number;
  readonly disk?: number;
  readonly directoryOffset?: number;
  readonly directorySize?: number;
}

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const toOctets = (value: string | Uint8Array): Uint8Array =>
  typeof value === 'string' ? octets(value) : value;

export const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
export const u32 = (value: number): Uint8Array =>
  Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff);

export function join(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

/** A data descriptor, with its signature unless `false`. */
export function descriptor(crc: number, compressedSize: number, size: number, isSigned = true): Uint8Array {
  return join(isSigned ? octets('PK\x07\x08') : new Uint8Array(), u32(crc), u32(compressedSize), u32(size));
}

/** An archive octet by octet, written without the code under test, so that it can lie anywhere. */
export function rawArchive(entries: readonly RawEntry[], archive: RawArchive = {}): Uint8Array {
  const pieces: Uint8Array[] = [archive.before ?? new Uint8Array()];
  const directory: Uint8Array[] = [];
  let offset = pieces[0]?.length ?? 0;
  for (const entry of entries) {
    const { local, central } = headersOf(entry, offset);
    directory.push(central);
    if (entry.isShared) continue;
    pieces.push(local);
    offset += local.length;
  }
  const gap = archive.beforeDirectory ?? new Uint8Array();
  const central = join(...directory);
  const comment = archive.comment ?? new Uint8Array();
  const count = archive.entries ?? entries.length;
  return join(
    ...pieces,
    gap,
    central,
    archive.afterDirectory ?? new Uint8Array(),
    octets('PK\x05\x06'),
    u16(archive.disk ?? 0),
    u16(archive.disk ?? 0),
    u16(count),
    u16(count),
    u32(archive.directorySize ?? central.length),
    u32(archive.directoryOffset ?? offset + gap.length),
    u16(comment.length),
    comment,
    archive.after ?? new Uint8Array(),
  );
}

function headersOf(entry: RawEntry, offset: number): { local: Uint8Array; central: Uint8Array } {
  const data = toOctets(entry.data ?? 'data');
  const method = entry.method ?? 8;
  const packed = entry.packed ?? (method === 8 ? new Uint8Array(deflateRawSync(data)) : data);
  const fields = {
    name: entry.name,
    flags: entry.flags ?? 0x0800,
    method,
    crc: entry.crc ?? crc32(data),
    size: entry.size ?? data.length,
    compressedSize: entry.compressedSize ?? packed.length,
    extra: entry.extra ?? new Uint8Array(),
  };
  const local = { ...fields, extra: new Uint8Array(), ...entry.local };
  const comment = octets(entry.comment ?? '');
  return {
    local: join(
      octets('PK\x03\x04'),
      commonOf(local),
      toOctets(local.name),
      local.extra,
      packed,
      entry.trailer ?? new Uint8Array(),
    ),
    central: join(
      octets('PK\x01\x02'),
      u16(entry.madeBy ?? 0x0014),
      commonOf(fields),
      u16(comment.length),
      u16(entry.disk ?? 0),
      u16(0),
      u32(entry.attributes ?? 0),
      u32(entry.localOffset ?? offset),
      toOctets(fields.name),
      fields.extra,
      comment,
    ),
  };
}

function commonOf(fields: Required<RawFields>): Uint8Array {
  return join(
    u16(20),
    u16(fields.flags),
    u16(fields.method),
    u32(0),
    u32(fields.crc),
    u32(fields.compressedSize),
    u32(fields.size),
    u16(toOctets(fields.name).length),
    u16(fields.extra.length),
  );
}
