export { parseDuration, parseTime } from './duration.ts';
export type { Manifest, ManifestTarget } from './manifest-shape.ts';
export type {
  ManifestAttachment,
  ManifestAudio,
  ManifestPicture,
  ManifestSlide,
  ManifestText,
  ManifestVideo,
} from './media-shapes.ts';
export type {
  ManifestContentType,
  ManifestParameters,
  ManifestPart,
  ManifestPartHeader,
  ManifestRawValue,
} from './part-shapes.ts';
export { readManifest } from './read-manifest.ts';
export { acceptManifest, type CheckedManifest, checkManifest } from './resolve-manifest.ts';
export { parseSize } from './size.ts';
