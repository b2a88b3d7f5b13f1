export { APPLICATION_IDS } from './application-ids.ts';
export { type Codec, quickDecoder, valuesByOctet } from './codec.ts';
export { constrainedMedia } from './constrained.ts';
export { type ContentType, type ContentTypeInput, contentTypeValue } from './content-type.ts';
export type { Disposition } from './disposition.ts';
export { encodedStringValue } from './encoded-string.ts';
export type { GuardedCodec } from './guarded-codec.ts';
export { integerValue, longInteger, shortInteger, uintvar } from './integers.ts';
export { MAX_SHORT_LENGTH } from './lengths.ts';
export { isWspMultipart, MEDIA_TYPES, mediaTypeName, writtenMediaTypeCode } from './media-types.ts';
export {
  decodeMultipart,
  type EncodeMultipartOptions,
  encodeMultipart,
  readMultipart,
  writeMultipart,
} from './multipart.ts';
export { PARAMETERS, type ParameterValue } from './parameter-table.ts';
export {
  type DecodedParameters,
  decodeParameters,
  encodeParameters,
  type Parameters,
  type RawValue,
} from './parameters.ts';
export type { DecodedPart, PartInput } from './part.ts';
export { PART_HEADERS, type PartHeaderValue } from './part-header-table.ts';
export {
  decodePartHeaders,
  encodePartHeaders,
  type NamedHeader,
  type PartHeader,
  type PartHeaders,
} from './part-headers.ts';
export { type DecodedPush, decodePush, encodePush, type PushPdu } from './push-pdu.ts';
export { readMultipartQuickly } from './quick-multipart.ts';
export { QuickReader } from './quick-reader.ts';
export { headerDate, headerText } from './shapes.ts';
export { isToken, quotedString, textString, textValue, tokenText } from './texts.ts';
export {
  readBounded,
  readValueLength,
  valueLengthPrefix,
  writeBounded,
} from './value-length.ts';
export {
  type DateInput,
  dateToSeconds,
  dateValue,
  fieldName,
  readUnknownValue,
  uriValue,
  versionCode,
  versionValue,
  writeRawValue,
} from './values.ts';
