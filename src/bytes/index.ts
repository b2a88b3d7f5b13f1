export { Carried } from './carried.ts';
export { crc32 } from './crc32.ts';
export { DEPARTURE, depart, isDeparture } from './departure.ts';
export { findOctet } from './find-octet.ts';
export { fromHex, octetsOfDigits, toHex } from './hex.ts';
export { hmac } from './hmac.ts';
export { joinOctets, octetsIn } from './join-octets.ts';
export { NODE_BUFFER } from './node-buffer.ts';
export { octetAt } from './octet-at.ts';
export { parseHex } from './parse-hex.ts';
export { formatPath } from './path.ts';
export { ByteReader, type ReaderMark, type ReaderOptions } from './reader.ts';
export { sha1 } from './sha1.ts';
export { sha256 } from './sha256.ts';
export { SilentReader } from './silent-reader.ts';
export { type FieldLabel, type ReadTrace, shiftedTrace, type TraceMark } from './trace.ts';
export { ByteWriter, quickWriter } from './writer.ts';
export {
  requireArray,
  requireNumber,
  requireObject,
  requireOctets,
  requireText,
  wrongType,
} from './wrong-type.ts';
