export { fromHex, toHex } from './hex.ts';
export { hmac } from './hmac.ts';
export { formatPath } from './path.ts';
export { ByteReader, type ReaderMark, type ReaderOptions } from './reader.ts';
export { sha1 } from './sha1.ts';
export { sha256 } from './sha256.ts';
export { type FieldLabel, type ReadTrace, shiftedTrace, type TraceMark } from './trace.ts';
export { ByteWriter } from './writer.ts';
