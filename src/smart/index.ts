export { cardMessage } from './card-message.ts';
export {
  type DecodedSmartKinds,
  type DecodedSmartMessage,
  decodeSmartMessage,
  smartKindOf,
} from './decode-smart-message.ts';
export {
  type DecodedDownloadableProfile,
  type DownloadableProfile,
  type DownloadableProfileOptions,
  decodeDownloadableProfile,
  downloadableProfile,
  type ProfileItem,
} from './downloadable-profile.ts';
export { type FormatScklOptions, formatSckl, type ScklMessage } from './format-sckl.ts';
export {
  type DecodedGroupGraphic,
  decodeGroupGraphic,
  type GroupGraphic,
  type GroupGraphicOptions,
  groupGraphic,
  type SmartForm,
} from './group-graphic.ts';
export type { SmartItem } from './items.ts';
export { type SmartContentKind, type SmartKind, smartKind } from './kinds.ts';
export {
  type BitmapMessage,
  encodeSmartSms,
  SMART_TRANSPORT_DEFAULTS,
  type SmartMessage,
  type SmartTransportOptions,
} from './message.ts';
export type { NetworkCode } from './network-code.ts';
export {
  type DecodedOperatorLogo,
  decodeOperatorLogo,
  type OperatorLogo,
  type OperatorLogoOptions,
  operatorLogo,
} from './operator-logo.ts';
export {
  type DecodedOtaBitmap,
  type DecodeOtaBitmapOptions,
  decodeOtaBitmap,
  encodeOtaBitmap,
  isOtaBitmap,
  type OtaBitmapOptions,
} from './ota-bitmap.ts';
export { type ParsedScklMessage, type ParseScklOptions, parseSckl } from './parse-sckl.ts';
export {
  type DecodedPictureMessage,
  decodePictureMessage,
  type PictureItem,
  type PictureMessage,
  type PictureMessageOptions,
  pictureMessage,
} from './picture-message.ts';
export {
  type RingingToneMessage,
  type RingingToneMessageOptions,
  ringingToneMessage,
} from './ringing-tone-message.ts';
