export type { EncodingOptions } from './choose-encoding.ts';
export type { SmsContent } from './content.ts';
export {
  type Alphabet,
  type DataCoding,
  decodeDataCodingScheme,
  encodeDataCodingScheme,
  type MessageClass,
  type MessageWaiting,
} from './data-coding.ts';
export { type DecodedDeliver, decodeDeliver } from './decode-deliver.ts';
export { type DecodedPart, type DecodedSms, decodeSms, type JoinedSms } from './decode-sms.ts';
export { type DecodedSubmit, decodeSubmit } from './decode-submit.ts';
export { encodeDeliver, type SmsDeliver } from './encode-deliver.ts';
export { encodeSms, type SmsMessage, segmentSms } from './encode-sms.ts';
export {
  type EncodeSubmitOptions,
  encodeSubmit,
  type SmsSubmit,
  type SubmitHeaders,
} from './encode-submit.ts';
export { countSeptets, decodeGsm7, encodeGsm7, type Gsm7DecodeOptions, type Gsm7Options } from './gsm7.ts';
export type { HeaderOptions, Ports } from './header-elements.ts';
export {
  type DecodedInformationElement,
  type ElementValue,
  type InformationElement,
  informationElement,
} from './information-element.ts';
export type { NationalLanguage } from './language.ts';
export { LANGUAGE_TABLES, type LanguageTable } from './language-tables.ts';
export { type ForcingCharacter, measureSms, type SmsMeasure } from './measure-sms.ts';
export { capacityAfter } from './payload.ts';
export { type Concatenation, MAX_PARTS, type SmsPart, type SmsSegment } from './segment.ts';
export { type DataContent, encodeData, segmentData } from './segment-data.ts';
export { countDefaultSeptets } from './septets.ts';
export { readServiceCentre, serviceCentreLength } from './service-centre.ts';
export { type SmsSubmitPduValues, smsSubmitPduValues } from './submit-pdu-values.ts';
export {
  type ElementField,
  INFORMATION_ELEMENT_RANGES,
  INFORMATION_ELEMENTS,
  type InformationElementKey,
  type InformationElementRow,
  informationElementName,
} from './tables/information-elements.ts';
export { TRANSLITERATIONS, type Transliteration } from './tables/transliterations.ts';
export { WAP_PORTS } from './tables/wap-ports.ts';
export { messageTypeOf } from './tpdu.ts';
export { type Replacement, transliterate } from './transliterate.ts';
export { type DecodedUdh, decodeUdh, encodeUdh, MAX_USER_DATA_OCTETS } from './udh.ts';
export type { DecodedUserData, PartNumber } from './user-data.ts';
export type { ValidityPeriod } from './validity-period.ts';
export type { WriteTpduOptions, WrittenUserData } from './write-tpdu.ts';
