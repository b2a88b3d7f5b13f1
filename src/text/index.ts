export { decodeLatin1, indexOfControl, isAscii, printable } from './ascii.ts';
export { CHARSETS, type CharsetRow } from './charset-table.ts';
export {
  charsetMibEnum,
  charsetName,
  type DecodedText,
  decodeCharset,
  decodeUtf8Strictly,
  encodeCharset,
  encodeUtf8,
  indexOfLoneSurrogate,
  type WrittenCharset,
} from './charsets.ts';
export { Warnings } from './warnings.ts';
