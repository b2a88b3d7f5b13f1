export { parseDuration, parseTime } from './duration.ts';
export type { ManifestHeaders } from './header-shapes.ts';
export { manifestJsonSchema } from './manifest-json-schema.ts';
export type { Manifest, ManifestTarget } from './manifest-shape.ts';
export type {
  ManifestAttachment,
  ManifestAudio,
  ManifestPicture,
  ManifestSlide,
  ManifestText,
  ManifestVideo,
} from './media-shapes.ts';
export { type MediumKey, type MediumSource, type ResolvedMedium, resolveMedium } from './medium.ts';
export type {
  ManifestContentType,
  ManifestParameters,
  ManifestPart,
  ManifestPartHeader,
  ManifestRawValue,
} from './part-shapes.ts';
export { type ReadManifestOptions, readManifest } from './read-manifest.ts';
export {
  acceptManifest,
  type CheckedManifest,
  checkManifest,
  type ManifestCheckOptions,
  type ManifestPlace,
  type SoundMedia,
} from './resolve-manifest.ts';
export { parseSize } from './size.ts';
export type { Variables } from './variables.ts';
export {
  describeContentType,
  describeParameters,
  describePartHeader,
  describeRawValue,
  readContentType,
  readParameters,
  readPartHeader,
  readRawValue,
} from './wire-values.ts';
