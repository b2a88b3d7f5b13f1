export { addressForm, addressShape, formatAddress, INSERT_ADDRESS_WORD } from './addresses.ts';
export { type DecodePduOptions, decodePdu } from './decode-pdu.ts';
export { type EncodeOptions, encodePdu, encodePduChunks, encodePduInto } from './encode-pdu.ts';
export { DEFAULT_MMS_VERSION } from './encode-rules.ts';
export type { Enumerated, EnumeratedCodec } from './enumerated.ts';
export { RESPONSE_STATUS } from './enumerations.ts';
export type { FieldCodec } from './field-codec.ts';
export {
  contentClassValue,
  HEADER_FIELDS,
  type HeaderField,
  type Presence,
  type Since,
} from './header-fields.ts';
export { MESSAGE_TYPES, type MessageType } from './message-types.ts';
export { isFieldKey, type PduField, type PduFields, pduFieldsByType } from './pdu-fields.ts';
export type {
  ApplicationHeader,
  DecodedPdu,
  DecodedPduOf,
  PduExtras,
  PduInput,
  PduInputOf,
} from './pdu-types.ts';
export type { ValueRule } from './value-rules.ts';
export type {
  ElementDescriptor,
  MboxTotal,
  MmFlag,
  MmsTime,
  MmsTimeInput,
  PreviouslySentBy,
  PreviouslySentDate,
  StatusCounted,
} from './values.ts';
