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
export { type DecodedImage, decodeImage } from './image/decode.ts';
export {
  type ImageFormat,
  type ImageInfo,
  type ImageMetadata,
  imageContentType,
  type JpegInfo,
} from './image/image-info.ts';
export { probeImage } from './image/probe.ts';
export { MAX_PART_NAME_LENGTH, type SafePartName, safePartName } from './part-name.ts';
