import { octetAt } from '../../../bytes/index.ts';
import { hasAscii, uint16 } from '../../octets.ts';
import { readExif } from './exif.ts';
import type { ImageInfo, ImageMetadata, JpegInfo } from './image-info.ts';
import { JPEG_MARKER, type JpegSegment, jpegSegments } from './jpeg-segments.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Facts extends Mutable<Omit<JpegInfo, 'quality' | 'adobeTransform'>> {
  width: number;
  height: number;
  orientation: number;
  complete: boolean;
  adobeTransform: number | undefined;
  quality: number | undefined;
  readonly metadata: Set<ImageMetadata>;
}

/** Reads the segments of a JPEG; `undefined` when it is none or has no frame header. */
export function jpegInfo(data: Uint8Array): ImageInfo | undefined {
  if (data[0] !== 0xff || data[1] !== JPEG_MARKER.SOI || data[2] !== 0xff) return undefined;
  const facts: Facts = {
    width: 0,
    height: 0,
    orientation: 1,
    complete: false,
    baseline: false,
    progressive: false,
    jfif: hasAscii(data, 'JFIF\0', 6) && data[3] === JPEG_MARKER.APP0,
    components: 0,
    samplesPerPixel: 0,
    adobeTransform: undefined,
    quality: undefined,
    metadata: new Set(),
  };
  for (const segment of jpegSegments(data)) {
    readSegment(data, segment, facts);
    if (segment.marker === JPEG_MARKER.EOI) {
      facts.complete = true;
      if (segment.end < data.length) facts.metadata.add('trailer');
    }
  }
  return facts.components === 0 ? undefined : toInfo(facts);
}

function toInfo(facts: Facts): ImageInfo {
  const { baseline, progressive, jfif, components, samplesPerPixel, adobeTransform, quality } = facts;
  return {
    format: 'jpeg',
    width: facts.width,
    height: facts.height,
    frames: 1,
    orientation: facts.orientation,
    alpha: false,
    metadata: [...facts.metadata],
    complete: facts.complete,
    jpeg: {
      baseline,
      progressive,
      jfif,
      components,
      samplesPerPixel,
      ...(adobeTransform === undefined ? {} : { adobeTransform }),
      ...(quality === undefined ? {} : { quality }),
    },
  };
}

function readSegment(data: Uint8Array, segment: JpegSegment, facts: Facts): void {
  const { marker, content } = segment;
  // Decoders go by the first; another one behind the pixels is none of theirs.
  if (isFrameHeader(marker) && facts.components === 0) {
    facts.baseline = marker === JPEG_MARKER.SOF0 && data[content] === 8;
    facts.progressive = marker === JPEG_MARKER.SOF2;
    facts.height = uint16(data, content + 1);
    facts.width = uint16(data, content + 3);
    facts.components = octetAt(data, content + 5);
    facts.samplesPerPixel = samplesPerPixel(data, content + 6, facts.components);
  } else if (marker === JPEG_MARKER.DQT) {
    facts.quality ??= qualityOf(data, content, segment.end);
  } else if (marker === JPEG_MARKER.COM) {
    facts.metadata.add('comment');
  } else if (marker >= JPEG_MARKER.APP0 && marker <= JPEG_MARKER.APP15) {
    readApplication(data, segment, facts);
  }
}

/** The largest sampling factor (ITU-T T.81 B.2.2). */
const MAX_FACTOR = 4;

/** Each component has a sample for so many pixels as its factors say; one sample a pixel where they say nothing. */
function samplesPerPixel(data: Uint8Array, at: number, components: number): number {
  const factors = Array.from({ length: components }, (_, i) => {
    const octet = octetAt(data, at + 3 * i + 1);
    return { across: octet >> 4, down: octet & 15 };
  });
  const sides = factors.flatMap(({ across, down }) => [across, down]);
  if (sides.some(side => side === 0 || side > MAX_FACTOR)) return components;
  const most =
    Math.max(...factors.map(({ across }) => across)) * Math.max(...factors.map(({ down }) => down));
  return factors.reduce((sum, { across, down }) => sum + (across * down) / most, 0);
}

/** SOF0 to SOF15; DHT, JPG and DAC stand among them. */
function isFrameHeader(marker: number): boolean {
  if (marker === JPEG_MARKER.DHT || marker === JPEG_MARKER.JPG || marker === JPEG_MARKER.DAC) return false;
  return marker >= JPEG_MARKER.SOF0 && marker <= 0xcf;
}

/** Application segments that hold what can be told from their first characters; any other counts as `application`. */
const APPLICATIONS: readonly { marker: number; mark: string; metadata: ImageMetadata }[] = [
  { marker: JPEG_MARKER.APP1, mark: 'http://ns.adobe.com/x', metadata: 'xmp' },
  { marker: JPEG_MARKER.APP2, mark: 'ICC_PROFILE\0', metadata: 'icc' },
  { marker: JPEG_MARKER.APP13, mark: 'Photoshop 3.0\0', metadata: 'iptc' },
];

function readApplication(data: Uint8Array, segment: JpegSegment, facts: Facts): void {
  const { marker, content, end } = segment;
  if (marker === JPEG_MARKER.APP0 && hasAscii(data, 'JFIF\0', content)) return;
  if (marker === JPEG_MARKER.APP14 && hasAscii(data, 'Adobe', content)) {
    facts.adobeTransform = octetAt(data, content + 11);
    return;
  }
  if (marker === JPEG_MARKER.APP1 && hasAscii(data, 'Exif\0\0', content)) {
    const exif = readExif(data.subarray(content + 6, end));
    facts.orientation = exif.orientation;
    for (const entry of exif.metadata) facts.metadata.add(entry);
    return;
  }
  const known = APPLICATIONS.find(row => row.marker === marker && hasAscii(data, row.mark, content));
  facts.metadata.add(known?.metadata ?? 'application');
}

/** Sum of the luminance table that libjpeg scales (ITU-T T.81 table K.1). */
const STANDARD_LUMINANCE_SUM = 3688;

function qualityOf(data: Uint8Array, content: number, end: number): number | undefined {
  const wide = octetAt(data, content) >> 4 === 1;
  const first = content + 1;
  if (first + (wide ? 128 : 64) > end) return undefined;
  let sum = 0;
  for (let i = 0; i < 64; i++) sum += wide ? uint16(data, first + i * 2) : octetAt(data, first + i);
  const percent = (sum / STANDARD_LUMINANCE_SUM) * 100;
  const quality = percent <= 100 ? (200 - percent) / 2 : 5000 / percent;
  return Math.min(Math.max(Math.round(quality), 1), 100);
}
