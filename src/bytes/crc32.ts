/** CRC-32 of octets, as PNG and ZIP have it (ISO 3309), without a table: it is for a few octets, or for pictures of one bit a pixel. */
export function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const octet of data) {
    crc ^= octet;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
