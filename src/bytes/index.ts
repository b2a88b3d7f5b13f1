export { fromHex, toHex } from './hex.ts';
export { formatPath } from './path.ts';
export { ByteReader, type ReaderMark, type ReaderOptions, type ReadTrace } from './reader.ts';
export { ByteWriter } from './writer.ts';
