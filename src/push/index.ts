export type { ParseOptions, WbxmlOptions } from './documents.ts';
export { type DecodeWbxmlOptions, decodeWbxml, encodeWbxml, WBXML_LANGUAGES } from './languages.ts';
export { encodePushSms, type PushSmsOptions, segmentPush } from './push-sms.ts';
export {
  type DecodedServiceIndication,
  decodeServiceIndication,
  encodeServiceIndication,
  formatServiceIndication,
  parseServiceIndication,
  type ServiceIndication,
  SI_ACTIONS,
  type SiAction,
  type SiItem,
} from './service-indication.ts';
export {
  type DecodedServiceLoading,
  decodeServiceLoading,
  encodeServiceLoading,
  formatServiceLoading,
  parseServiceLoading,
  type ServiceLoading,
  SL_ACTIONS,
  type SlAction,
} from './service-loading.ts';
export { SI_LANGUAGE } from './tables/si-language.ts';
export { SL_LANGUAGE } from './tables/sl-language.ts';
