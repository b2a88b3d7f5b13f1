export { type DetectedCharset, detectCharset } from './charset.ts';
export { type DetectedMedia, detectMedia, type MediaSource } from './detect.ts';
export { mediaDurationMs } from './duration.ts';
export {
  extensionOf,
  formatOfType,
  formatsOfName,
  MEDIA_FORMATS,
  type MediaFormat,
  type MediaKind,
  mediaKind,
  type SmilMediaElement,
  smilElement,
} from './formats.ts';
export { MAX_PART_NAME_LENGTH, type SafePartName, safePartName } from './part-name.ts';
