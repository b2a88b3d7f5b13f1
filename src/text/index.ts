export { printable } from '../printable.ts';
export { mostAlike } from './alike.ts';
export { indexOfControl, isAscii } from './ascii.ts';
export { toBase64 } from './base64.ts';
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
  usualCharset,
  type WrittenCharset,
} from './charsets.ts';
export { numberColumn, textColumn } from './columns.ts';
export { countOf } from './count-of.ts';
export {
  hiddenNameReason,
  MAX_FILE_NAME_LENGTH,
  mendName,
  shortenName,
  splitName,
  unsafeNameReason,
} from './file-name.ts';
export {
  fold,
  type LineEncoding,
  type LogicalLine,
  type UnfoldOptions,
  unfold,
} from './folding.ts';
export { decodeLatin1 } from './latin1.ts';
export { compareCodePoints, compareNaturally } from './natural-order.ts';
export { packNumbers, unpackNumbers } from './packed-numbers.ts';
export { bareNumber, HOME_ZERO_HINT, hasHomeZero } from './phone-number.ts';
export {
  type DecodedQuotedPrintable,
  decodeQuotedPrintable,
  encodeQuotedPrintable,
} from './quoted-printable.ts';
export { type SourceText, sourceText, type UnicodeForm, unicodeForm } from './source-text.ts';
export { utf16Units } from './utf16.ts';
