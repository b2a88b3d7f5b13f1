export { type DetectedCharset, detectCharset } from './charset.ts';
export { parseContentType } from './content-type.ts';
export { type DetectedMedia, detectMedia, type MediaSource } from './detect.ts';
export { mediaDurationMs } from './duration.ts';
export {
  extensionOf,
  formatOfType,
  formatsOfName,
  isCompressedType,
  MEDIA_FORMATS,
  type MediaFormat,
  type MediaKind,
  mediaKind,
  namesOfType,
  type SmilMediaElement,
  smilElement,
} from './formats.ts';
export { type AdaptedImage, adaptImage, type PreparedImage, prepareImage } from './image/fit/adapt.ts';
export type { ImageChanges } from './image/fit/changes.ts';
export { IMAGE_CONSTRAINT_DEFAULTS, type ImageConstraints } from './image/fit/constraints.ts';
export { type FitImageOptions, fittingNeed } from './image/fit/working-size.ts';
export { decodeFor, type PictureFit } from './image/paint/decode-for.ts';
export { type AnimationFormat, encodeAnimation, encodePicture } from './image/paint/encode.ts';
export { type Layer, type LayerBox, paintPicture } from './image/paint/paint.ts';
export type { ImageLimitOptions } from './image/read/check.ts';
export { type DecodedImage, type DecodeImageOptions, decodeImage } from './image/read/decode.ts';
export {
  type ImageFormat,
  type ImageInfo,
  type ImageMetadata,
  imageContentType,
  type JpegInfo,
  type PixelSize,
  type PngInfo,
} from './image/read/image-info.ts';
export { imageMetadata } from './image/read/image-metadata.ts';
export { fittingBytes } from './image/read/memory.ts';
export { probeImage } from './image/read/probe.ts';
export { type StrippedImage, stripMetadata } from './image/write/strip-metadata.ts';
export { MAX_PART_NAME_LENGTH, partNamer, type SafePartName, safePartName } from './part-name.ts';
export {
  type ContentClass,
  type ContentClassName,
  contentClass,
  contentClasses,
} from './profile/content-classes.ts';
export { narrow, type SizeLimits } from './profile/narrow.ts';
export {
  acceptedName,
  acceptsCharset,
  acceptsType,
  DEFAULT_CHARSETS,
  imageConstraints,
  type Profile,
} from './profile/profile.ts';
export { findProfile, profiles } from './profile/profiles.ts';
export { checkProfile, readProfile } from './profile/read-profile.ts';
export {
  type ClassifiedMessage,
  type ClassifiedPart,
  type ClassMisfit,
  classMisfits,
  smallestContentClass,
} from './profile/smallest-class.ts';
export { videoSize } from './video-size.ts';
