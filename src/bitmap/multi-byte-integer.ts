import type { ByteReader, ByteWriter } from '../bytes/index.ts';

const MAX_OCTETS = 5;

/** Multi-byte integer (WAP-237; uintvar in WAP-230 8.1.2): seven bits an octet, the highest first, bit 7 = more. */
export const multiByteInteger = {
  encode(writer: ByteWriter, value: number): void {
    let rest = value;
    const groups = [rest % 0x80];
    while (rest >= 0x80) {
      rest = Math.floor(rest / 0x80);
      groups.unshift(0x80 | (rest % 0x80));
    }
    for (const group of groups) writer.octet(group);
  },

  /** @throws MmsError `bytes/value-range` above 32 bits, `bytes/truncated` */
  decode(reader: ByteReader): number {
    const start = reader.offset;
    let value = 0;
    for (let i = 0; i < MAX_OCTETS; i++) {
      const octet = reader.octet();
      value = value * 0x80 + (octet & 0x7f);
      if (octet < 0x80 && value <= 0xffffffff) return value;
      if (octet < 0x80) break;
    }
    throw reader.error('bytes/value-range', 'a multi-byte integer above 32 bits', start);
  },
};
