export type { Chunk, ChunkOptions, PlannedChunk } from './chunks.ts';
export { GatewayClient, type GatewayClientOptions, type SendOptions } from './client.ts';
export { type AccountCredentials, Credentials } from './credentials.ts';
export { type DecodedForm, type DecodeFormOptions, decodeForm, decodeFormText } from './form/decode-form.ts';
export { emsSubmissions } from './form/ems.ts';
export { Findings, type Report, type ReportDetails } from './form/findings.ts';
export { encodeForm, type FormOptions, type ResponseFormat, validateMessage } from './form/form.ts';
export { readFormText, textOfForm } from './form/form-octets.ts';
export { messageFromJson, messageToJson } from './form/json.ts';
export { isMessageKind, MESSAGE_KINDS, type MessageKindRow } from './form/kinds.ts';
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
} from './form/message.ts';
export { PHONE_MAKES, SI_ACTIONS } from './form/message.ts';
export { FORM_PARAMETERS, type ParameterName, type ParameterRow } from './form/parameters.ts';
export { type PercentDecoded, percentDecode, percentEncode } from './form/percent.ts';
export { internationalNumbers } from './form/phone-number.ts';
export { SUGGESTED_RECIPIENTS } from './form/rules.ts';
export type { ValueCodec } from './form/values/codec.ts';
export type { DescribeOptions } from './gateway-request.ts';
export type { AttemptEvent, GatewayHooks, ResultEvent } from './hooks.ts';
export {
  fileJournal,
  type Journal,
  type JournalAnswer,
  type JournalOptions,
  type JournalStart,
  readJournal,
  resolveJournal,
} from './journal/journal.ts';
export { countStates, type JournalReport, type UnresolvedRequest } from './journal/journal-report.ts';
export type { JournalRequest } from './journal/ledger.ts';
export {
  isJournalState,
  JOURNAL_STATES,
  type JournalRecipient,
  type JournalState,
  type JournalStateRow,
  recipientStates,
} from './journal/states.ts';
export { fileLibraryCache, type LibraryCache } from './library/cache.ts';
export { loadFailure } from './optional-package.ts';
export type { PreparedRequest } from './prepared-request.ts';
export type { Scrubber } from './secrets.ts';
export type { Submission } from './submission.ts';
export type { ServerCheck } from './transport/check-server.ts';
export { GATEWAY_SERVERS } from './transport/server-url.ts';
export {
  type Exchange,
  TIMEOUT_DEFAULTS,
  type Timeouts,
  type Transport,
  type TransportRequest,
} from './transport/transport.ts';
export { isAccepted, REPORT_CODES, type ReportCodeRow, reportCode } from './verdict/report-codes.ts';
export {
  formatResponse,
  type GatewayReport,
  type GatewayResponse,
  parseResponse,
} from './verdict/response.ts';
export {
  type Attempt,
  type RecipientResult,
  type RequestSent,
  type SubmissionOutcome,
  type SubmissionProblem,
  type SubmissionResult,
  submissionResultOf,
} from './verdict/result.ts';
export { type KannelOptions, kannel } from './ways/kannel/kannel.ts';
export { carrierHeaders, type Subscriber } from './ways/mm1/carrier-headers.ts';
export {
  type Mm1,
  type Mm1Options,
  mm1,
  type NotificationStatus,
  type RetrievedMms,
} from './ways/mm1/mm1.ts';
export { type MimeEntity, type MimeSource, type TransferEncoding, toMime } from './ways/mm7/mime.ts';
export { type Mm7Options, mm7 } from './ways/mm7/mm7.ts';
export {
  formatMm7Response,
  type Mm7Deliver,
  type Mm7Report,
  type Mm7Request,
  type Mm7Submission,
  parseMm7Request,
} from './ways/mm7/received.ts';
export { MM7_STATUS_CODES, type Mm7StatusRow, mm7Status } from './ways/mm7/status-codes.ts';
export {
  formatSubmitReq,
  type Mm7Fields,
  type Mm7Recipients,
  type SubmitReq,
} from './ways/mm7/submit-req.ts';
export { MM7_SCHEMAS, type Mm7Schema } from './ways/mm7/versions.ts';
export { MODEM_DIALECTS, type ModemDialect } from './ways/modem/dialects.ts';
export type { LineOptions, ModemNetwork } from './ways/modem/mms-content.ts';
export {
  type ModemOptions,
  modemSteps,
} from './ways/modem/modem-steps.ts';
export { smsSteps } from './ways/modem/sms.ts';
export type { ModemStep } from './ways/modem/step.ts';
export { presentationOf } from './ways/presentation-of.ts';
export { type SendByOptions, sendBy } from './ways/send-by.ts';
export { WAY_SHAPES } from './ways/shapes.ts';
export { type SmppOptions, smpp } from './ways/smpp/smpp.ts';
export {
  type SmppAddress,
  type SmppHeaders,
  type SubmitSm,
  type SubmitSmOptions,
  submitSm,
} from './ways/smpp/submit-sm.ts';
export { smsSegments } from './ways/sms-segments.ts';
export type { CarryOptions, Delivery, Plan, Way, WayRequest } from './ways/way.ts';
