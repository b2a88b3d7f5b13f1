export type { ServerCheck } from './check-server.ts';
export type { Chunk, ChunkOptions, PlannedChunk } from './chunks.ts';
export { type AccountCredentials, Credentials } from './credentials.ts';
export { type DecodedForm, type DecodeFormOptions, decodeForm } from './decode-form.ts';
export { encodeForm, type FormOptions, type ResponseFormat, validateMessage } from './form.ts';
export { GatewayClient, type GatewayClientOptions, type SendOptions } from './gateway-client.ts';
export type { AttemptEvent, GatewayHooks, ResultEvent } from './hooks.ts';
export { messageFromJson, messageToJson } from './json.ts';
export { isMessageKind, MESSAGE_KINDS } from './kinds.ts';
export { fileLibraryCache, type LibraryCache } from './library-cache.ts';
export type {
  CommonFields,
  DeliveryOptions,
  GatewayMessage,
  GroupGraphicSubmission,
  MessageKind,
  MmsSubmission,
  OperatorLogoSubmission,
  PduSubmission,
  PhoneMake,
  PictureSubmission,
  RingtoneSubmission,
  ServiceIndicationSubmission,
  TextSubmission,
  UploadedFile,
  VCalendarSubmission,
  VCardSubmission,
  WapPushSubmission,
} from './message.ts';
export { PHONE_MAKES, SI_ACTIONS } from './message.ts';
export { FORM_PARAMETERS, type ParameterName, type ParameterRow } from './parameters.ts';
export { type PercentDecoded, percentDecode, percentEncode } from './percent.ts';
export type { DescribeOptions, PreparedRequest } from './prepared-request.ts';
export { isAccepted, REPORT_CODES, type ReportCodeRow, reportCode } from './report-codes.ts';
export { formatResponse, type GatewayReport, type GatewayResponse, parseResponse } from './response.ts';
export {
  type Attempt,
  type RecipientResult,
  type RequestSent,
  type SubmissionOutcome,
  type SubmissionProblem,
  type SubmissionResult,
  submissionResultOf,
} from './result.ts';
export { GATEWAY_SERVERS } from './server-url.ts';
export {
  type Exchange,
  TIMEOUT_DEFAULTS,
  type Timeouts,
  type Transport,
  type TransportRequest,
} from './transport.ts';
export type { ValueCodec } from './values/codec.ts';
