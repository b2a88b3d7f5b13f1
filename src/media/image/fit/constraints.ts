import { checkConstraints } from '../../shapes.ts';
import type { Colour } from '../backend.ts';
import { type ImageFormat, type ImageInfo, shownSize } from '../read/image-info.ts';

/** The formats that pictures are written in. */
export type WrittenImageFormat = 'jpeg' | 'png' | 'gif' | 'wbmp';

/** What a receiver can show. What is left out is not bounded. */
export interface ImageConstraints {
  readonly maxBytes?: number | undefined;
  /** Largest picture in pixels: inside both, as shown. */
  readonly maxWidth?: number | undefined;
  readonly maxHeight?: number | undefined;
  /** What the receiver reads, in no order. */
  readonly formats?: readonly ImageFormat[] | undefined;
  /** Animations are shown; otherwise the first frame is sent. */
  readonly animation?: boolean | undefined;
  /** JPEGs must be baseline with a JFIF header, as OMA and 3GPP have it. */
  readonly baselineJpeg?: boolean | undefined;
  /** Most colours of a GIF or PNG; where they are more, the largest palette of 2, 4, 16 or 256 within. */
  readonly maxColours?: number | undefined;
  /** What shows through where a format without transparency is written: `#rrggbb` or `#rgb`. */
  readonly background?: string | undefined;
  /** `keep`: metadata stays on a picture that is not re-encoded, position and all. */
  readonly metadata?: 'strip' | 'keep' | undefined;
}

/** What {@link ImageConstraints} are when left out. */
export const IMAGE_CONSTRAINT_DEFAULTS = {
  maxBytes: Number.POSITIVE_INFINITY,
  maxWidth: Number.POSITIVE_INFINITY,
  maxHeight: Number.POSITIVE_INFINITY,
  formats: ['jpeg', 'gif', 'png'],
  animation: true,
  baselineJpeg: true,
  maxColours: 256,
  background: '#ffffff',
  metadata: 'strip',
} as const satisfies ImageConstraints;

/** {@link ImageConstraints} with nothing left out. */
export interface ResolvedImageConstraints {
  readonly maxBytes: number;
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly formats: readonly ImageFormat[];
  readonly animation: boolean;
  readonly baselineJpeg: boolean;
  readonly maxColours: number;
  readonly background: Colour;
  readonly metadata: 'strip' | 'keep';
}

/**
 * Fills in the defaults.
 * @throws MmsError `bytes/value-type` for a bound that is not a number from 1, or a background that is not `#rrggbb`
 */
export function resolveConstraints(given: ImageConstraints): ResolvedImageConstraints {
  checkConstraints(given);
  const defaults = IMAGE_CONSTRAINT_DEFAULTS;
  return {
    maxBytes: given.maxBytes ?? defaults.maxBytes,
    maxWidth: given.maxWidth ?? defaults.maxWidth,
    maxHeight: given.maxHeight ?? defaults.maxHeight,
    formats: given.formats ?? defaults.formats,
    animation: given.animation ?? defaults.animation,
    baselineJpeg: given.baselineJpeg ?? defaults.baselineJpeg,
    maxColours: Math.max(given.maxColours ?? defaults.maxColours, 2),
    background: colourOf(given.background ?? defaults.background),
    metadata: given.metadata ?? defaults.metadata,
  };
}

function colourOf(text: string): Colour {
  const digits = text.length === 4 ? text.replace(/[0-9a-f]/gi, '$&$&') : text;
  const value = Number.parseInt(digits.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Why a picture cannot go as it is. */
export type Misfit =
  | 'format'
  | 'bytes'
  | 'pixels'
  | 'frames'
  | 'orientation'
  | 'metadata'
  | 'colours'
  | 'progressive'
  | 'no-jfif'
  | 'colour-model'
  | 'incomplete';

/** The default bounds nothing: a GIF has no more, and a PNG keeps its own. */
function hasTooManyColours(
  { format, colours }: ImageInfo,
  { maxColours }: ResolvedImageConstraints,
): boolean {
  const isBounded = maxColours < IMAGE_CONSTRAINT_DEFAULTS.maxColours;
  const isCounted = format === 'gif' || format === 'png';
  return isBounded && isCounted && (colours === undefined || colours > maxColours);
}

/** All that stands against sending a picture unchanged; none: it fits. */
export function misfitsOf(info: ImageInfo, bytes: number, constraints: ResolvedImageConstraints): Misfit[] {
  const shown = shownSize(info);
  const { jpeg } = info;
  const checks: [Misfit, boolean][] = [
    ['format', !constraints.formats.includes(info.format)],
    ['bytes', bytes > constraints.maxBytes],
    ['pixels', shown.width > constraints.maxWidth || shown.height > constraints.maxHeight],
    ['frames', info.frames > 1 && !constraints.animation],
    ['orientation', info.orientation !== 1],
    ['metadata', info.metadata.length > 0 && constraints.metadata === 'strip'],
    ['colours', hasTooManyColours(info, constraints)],
    ['progressive', jpeg !== undefined && constraints.baselineJpeg && !jpeg.baseline],
    ['no-jfif', jpeg !== undefined && constraints.baselineJpeg && !jpeg.jfif],
    ['colour-model', jpeg !== undefined && (jpeg.components > 3 || jpeg.adobeTransform === 0)],
    ['incomplete', !info.complete],
  ];
  return checks.filter(([, found]) => found).map(([misfit]) => misfit);
}
