export type { PartChange } from './adapt/change.ts';
export {
  ADAPT_DEFAULTS,
  type AdaptOptions,
  type AdaptTarget,
  type ConvertedPart,
  type Unsupported,
} from './adapt/options.ts';
export type { Asset } from './asset.ts';
export { type BuilderOptions, type PresentationBuilder, presentation } from './builder.ts';
export type { MetadataMode, PresentationContent, PresentationSmil, SmilMode } from './content.ts';
export type { CompileOptions } from './draft.ts';
export { type OpenOptions, openMessages, openPresentation } from './open.ts';
export { Presentation } from './presentation.ts';
export type { SourceOptions } from './read/file-source.ts';
export { type ManifestOptions, type OpenedManifest, openManifest } from './read/manifest.ts';
export { refuseOutside } from './read/outside.ts';
export { openProfile } from './read/profile.ts';
export { openReceiver, type Receiver, type ReceiverNames } from './read/receiver.ts';
export type { Slide, SlideMedium } from './slides.ts';
export { composeTargets, type TargetMessage, type TargetOptions } from './targets.ts';
export type { PresentationEms, ToEmsOptions } from './write/ems.ts';
export type { MmsOptions, WrittenMms, WrittenMmsChunks } from './write/mms.ts';
export type { PartSize, SizeReport } from './write/size-report.ts';
