import type { ByteReader, ByteWriter } from '../bytes/index.ts';

const MAX_OCTETS = 5;
const MAX_VALUE = 0xffff_ffff;

/** Writes a mb_u_int32 (WAP-192 5.1): seven bits an octet, the most significant first. */
export function writeMbUint32(writer: ByteWriter, value: number): void {
  const groups = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) groups.push(rest % 128);
  for (let i = groups.length - 1; i >= 0; i--) writer.octet((groups[i] ?? 0) | (i > 0 ? 0x80 : 0));
}

/** @throws MmsError `bytes/truncated`, `wbxml/number` above 32 bits or 5 octets */
export function readMbUint32(reader: ByteReader): number {
  const start = reader.offset;
  let value = 0;
  for (let octets = 1; octets <= MAX_OCTETS; octets++) {
    const octet = reader.octet();
    value = value * 128 + (octet & 0x7f);
    if (octet < 0x80) {
      if (value <= MAX_VALUE) return value;
      break;
    }
  }
  throw reader.error('wbxml/number', `expected a number of 32 bits in at most ${MAX_OCTETS} octets`, start);
}

/** {@link readMbUint32} as a value form. */
export const mbUint32 = { name: 'mb_u_int32', clause: 'WAP-192 5.1', decode: readMbUint32 } as const;
