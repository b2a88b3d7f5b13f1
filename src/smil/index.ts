export { type CompletionOptions, completeSmil } from './complete.ts';
export type { DurationOptions } from './duration.ts';
export type { LayoutOptions, LayoutPreset, RegionId } from './layout.ts';
export type { KindLookup, MediumKind } from './medium-kind.ts';
export type {
  Smil,
  SmilFit,
  SmilHead,
  SmilLayout,
  SmilLength,
  SmilMediaElement,
  SmilMedium,
  SmilMeta,
  SmilRegion,
  SmilRootLayout,
  SmilSlide,
} from './model.ts';
export { type ParsedSmil, parseSmil, type SmilOptions, type SmilReference } from './parse.ts';
export { mapSources, parseSrc, type SmilTarget } from './reference.ts';
export { isMendedByCompletion, SMIL_RULES } from './rules/index.ts';
export type { SmilRuleRow } from './rules/rule.ts';
export { type BuildOptions, buildSmil, type SlideContent, type SlideMedium } from './slideshow.ts';
export { formatSmilTime, parseSmilTime, type SmilTime, type SmilTimeForm } from './time.ts';
export { formatSmil } from './write.ts';
