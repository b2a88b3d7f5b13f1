export {
  type Alphabet,
  type DataCoding,
  decodeDataCodingScheme,
  encodeDataCodingScheme,
  type MessageClass,
  type MessageWaiting,
} from './data-coding.ts';
export {
  encodeSms,
  type Ports,
  type SmsContent,
  type SmsMessage,
  type SmsSegment,
  segmentSms,
} from './encode-sms.ts';
export { countSeptets, decodeGsm7, encodeGsm7, type Gsm7DecodeOptions, type Gsm7Options } from './gsm7.ts';
export { type ElementValue, type InformationElement, informationElement } from './information-element.ts';
export type { NationalLanguage } from './language.ts';
export type { Concatenation, SmsPart } from './segment.ts';
export { encodeSubmit, type SmsSubmit, type SubmitHeaders } from './submit.ts';
export {
  INFORMATION_ELEMENT_RANGES,
  INFORMATION_ELEMENTS,
  type InformationElementKey,
  type InformationElementRow,
  informationElementName,
} from './tables/information-elements.ts';
export { type DecodedInformationElement, type DecodedUdh, decodeUdh, encodeUdh } from './udh.ts';
export type { ValidityPeriod } from './validity-period.ts';
