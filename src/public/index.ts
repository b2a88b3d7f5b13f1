export { type BundleEntry, type BundleOptions, writeFolder } from '../archive/index.ts';
export { fromHex, type ReaderOptions, toHex } from '../bytes/index.ts';
export { isMmsError, MmsError, type MmsErrorDetails, type MmsErrorOptions } from '../errors.ts';
export { ISSUE_CODES, type Issue, type IssueCode, type Severity } from '../issues/index.ts';
export { LIMITS, type LimitName, type Limits } from '../limits.ts';
export {
  checkManifest,
  type Manifest,
  type ManifestAttachment,
  type ManifestCheckOptions,
  type ManifestSlide,
  type ManifestTarget,
  type Variables,
} from '../manifest/index.ts';
export type { MessageHeaders, MessagePart, MessagePdu, PresentationPart } from '../message/index.ts';
export {
  ADAPT_DEFAULTS,
  type AdaptOptions,
  type AdaptTarget,
  type Asset,
  type BuilderOptions,
  type CompileOptions,
  type ConvertedPart,
  composeTargets,
  type ManifestOptions,
  type MetadataMode,
  type MmsOptions,
  type OpenOptions,
  openPresentation,
  openProfile,
  openReceiver,
  type PartChange,
  type PartSize,
  Presentation,
  type PresentationBuilder,
  type PresentationContent,
  type PresentationEms,
  type PresentationSmil,
  presentation,
  type Receiver,
  type ReceiverNames,
  type SizeReport,
  type Slide,
  type SlideMedium,
  type SmilMode,
  type SourceOptions,
  type TargetMessage,
  type TargetOptions,
  type ToEmsOptions,
  type Unsupported,
  type WrittenMms,
  type WrittenMmsChunks,
} from '../presentation/index.ts';
export { pduToJson, pushToJson } from '../report/index.ts';
export { type JsonValue, toJson } from '../schema/index.ts';
export type { XmlOptions, XmlPlace } from '../xml/index.ts';
