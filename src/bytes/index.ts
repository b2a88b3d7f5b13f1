export { fromHex, toHex } from './hex.ts';
export { ByteReader, type ReaderMark, type ReaderOptions, type ReadTrace } from './reader.ts';
export { ByteWriter } from './writer.ts';
