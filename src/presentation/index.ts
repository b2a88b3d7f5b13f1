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
export type { CompileOptions } from './compile.ts';
export type { PresentationContent, PresentationSmil, SmilMode } from './content.ts';
export { type ManifestOptions, type OpenedManifest, openManifest } from './from-manifest.ts';
export { type OpenOptions, openPresentation } from './open-presentation.ts';
export { Presentation } from './presentation.ts';
export { openProfile } from './receiver.ts';
export type { PartSize, SizeReport } from './size-report.ts';
export type { Slide, SlideMedium } from './slides.ts';
export { composeTargets, type TargetMessage } from './targets.ts';
export type { MmsOptions } from './to-mms.ts';
