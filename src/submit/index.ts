export { type AccountCredentials, Credentials } from './credentials.ts';
export { type DecodedForm, type DecodeFormOptions, decodeForm } from './decode-form.ts';
export { encodeForm, type FormOptions, type ResponseFormat, validateMessage } from './form.ts';
export { messageFromJson, messageToJson } from './json.ts';
export { isMessageKind, MESSAGE_KINDS } from './kinds.ts';
export type {
  CommonFields,
  DeliveryOptions,
  GatewayMessage,
  GroupGraphic,
  MessageKind,
  MmsMessage,
  OperatorLogo,
  PduMessage,
  PhoneMake,
  PictureMessage,
  RingtoneMessage,
  ServiceIndicationMessage,
  TextMessage,
  UploadedFile,
  VCalendarMessage,
  VCardMessage,
  WapPushMessage,
} from './message.ts';
export { PHONE_MAKES, SI_ACTIONS } from './message.ts';
export { FORM_PARAMETERS, type ParameterName, type ParameterRow } from './parameters.ts';
export { percentDecode, percentEncode } from './percent.ts';
export type { ValueCodec } from './values.ts';
