import { wrongType } from '../../../bytes/index.ts';
/** The picture formats that are read. SVG, TIFF, HEIC and the rest are refused. */
export type ImageFormat = 'jpeg' | 'gif' | 'png' | 'wbmp' | 'bmp' | 'webp' | 'avif';

/** What a picture carries beside its pixels; `trailer`: octets after its end. */
export type ImageMetadata = 'exif' | 'gps' | 'xmp' | 'iptc' | 'icc' | 'comment' | 'application' | 'trailer';

/** What only a JPEG has. */
export interface JpegInfo {
  /** Baseline sequential DCT with 8 bit samples (SOF0): all that OMA asks phones to read. */
  readonly baseline: boolean;
  readonly progressive: boolean;
  /** A JFIF header stands first. */
  readonly jfif: boolean;
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components: number;
  /** Of all components, by their sampling factors: 3 where colour is as fine as light (4:4:4), 1.5 in 4:2:0. */
  readonly samplesPerPixel: number;
  /** Colour transform of the Adobe header: 0 none, 1 YCbCr, 2 YCCK. */
  readonly adobeTransform?: number;
  /** Quality on the scale of libjpeg, judged by the first quantisation table. */
  readonly quality?: number;
}

/** What only a PNG has. */
export interface PngInfo {
  /** Its rows come in seven passes, so that all of it is held to show any of it. */
  readonly interlaced: boolean;
  /** 1 to 64. */
  readonly bitsPerPixel: number;
}

/** A picture's facts, read from its headers without decoding it. */
export interface ImageInfo {
  readonly format: ImageFormat;
  /** Pixels as stored; `orientation` 5 to 8 exchange the two when shown. */
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Length of an animation, one round. */
  readonly durationMs?: number;
  /** EXIF orientation, 1 (upright) to 8. */
  readonly orientation: number;
  /** Some pixels may be transparent. */
  readonly alpha: boolean;
  /** The most colours that the palettes or grey levels of a GIF or PNG allow; absent: there are none to count. */
  readonly colours?: number;
  /** In order of appearance, each once. */
  readonly metadata: readonly ImageMetadata[];
  /** False when the octets stop before the end that the format marks. */
  readonly complete: boolean;
  readonly jpeg?: JpegInfo;
  readonly png?: PngInfo;
}

/** Width and height in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** The size of a picture when it stands upright. */
export function shownSize({ width, height, orientation }: ImageInfo): PixelSize {
  return orientation > 4 ? { width: height, height: width } : { width, height };
}

const CONTENT_TYPES: Readonly<Record<ImageFormat, string>> = {
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  png: 'image/png',
  wbmp: 'image/vnd.wap.wbmp',
  bmp: 'image/bmp',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** The media type of a picture format. */
export function imageContentType(format: ImageFormat): string {
  if (typeof format !== 'string' || !Object.hasOwn(CONTENT_TYPES, format)) {
    throw wrongType(`one of ${Object.keys(CONTENT_TYPES).join(', ')}`, format, 'format');
  }
  return CONTENT_TYPES[format];
}
