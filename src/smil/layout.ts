import { MmsError } from '../errors.ts';
import type { SmilFit, SmilLayout, SmilRegion } from './model.ts';

/** One of the two regions that MMS SMIL has. */
export type RegionId = 'Image' | 'Text';

/** Where the two regions stand. */
export type LayoutPreset = 'image-above-text' | 'text-above-image' | 'image-beside-text';

/** The layout that a presentation gets when it brings none that can be used. Sizes are whole pixels. */
export interface LayoutOptions {
  readonly preset?: LayoutPreset | undefined;
  /** Of the root-layout. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Height of the region for pictures where the regions stand one above the other. */
  readonly imageHeight?: number | undefined;
  /** Width of the region for pictures where they stand side by side. */
  readonly imageWidth?: number | undefined;
}

/** A layout, and what the pictures say of their region. */
export interface RegionOptions extends LayoutOptions {
  /** `meet` by default. */
  readonly imageFit?: SmilFit | undefined;
}

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly imageHeight: number;
}

const PICTURE_SCREEN: Screen = { width: 160, height: 140, imageHeight: 120 };
/** QCIF, and two lines of text. */
const VIDEO_SCREEN: Screen = { width: 176, height: 184, imageHeight: 144 };
/** Sizes in use; the last two are AOSP's, upright and across. */
const SCREENS: readonly Screen[] = [
  PICTURE_SCREEN,
  VIDEO_SCREEN,
  { width: 320, height: 480, imageHeight: 320 },
  { width: 480, height: 320, imageHeight: 240 },
];

const FIT: Readonly<Record<RegionId, SmilFit>> = { Image: 'meet', Text: 'scroll' };

/** Width and height of a root-layout that nobody gave. */
export function usualScreen(hasVideo: boolean): { readonly width: number; readonly height: number } {
  return hasVideo ? VIDEO_SCREEN : PICTURE_SCREEN;
}

/**
 * A layout for the regions that are used; a single one takes the whole screen.
 * @throws MmsError `layout/region-outside-root` when the region for pictures leaves no room for the other
 */
export function makeLayout(
  used: ReadonlySet<RegionId>,
  hasVideo: boolean,
  options: RegionOptions = {},
): SmilLayout {
  const { width, height } = { ...usualScreen(hasVideo), ...definedSize(options) };
  const regions = placeRegions(used, width, height, options);
  return { rootLayout: { width, height }, regions: regions.map(one => withFit(one, options)) };
}

function withFit(region: SmilRegion, { imageFit }: RegionOptions): SmilRegion {
  return region.id === 'Image' && imageFit !== undefined ? { ...region, fit: imageFit } : region;
}

function definedSize({ width, height }: LayoutOptions): { width?: number; height?: number } {
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

function placeRegions(
  used: ReadonlySet<RegionId>,
  width: number,
  height: number,
  options: LayoutOptions,
): SmilRegion[] {
  if (used.size < 2) return [...used].map(id => region(id, 0, 0, width, height));
  const preset = options.preset ?? 'image-above-text';
  if (preset === 'image-beside-text') {
    const imageWidth = within(options.imageWidth ?? Math.round(width / 2), width);
    return [
      region('Image', 0, 0, imageWidth, height),
      region('Text', imageWidth, 0, width - imageWidth, height),
    ];
  }
  const imageHeight = within(options.imageHeight ?? usualImageHeight(width, height), height);
  const textHeight = height - imageHeight;
  return preset === 'image-above-text'
    ? [region('Image', 0, 0, width, imageHeight), region('Text', 0, imageHeight, width, textHeight)]
    : [region('Text', 0, 0, width, textHeight), region('Image', 0, textHeight, width, imageHeight)];
}

function usualImageHeight(width: number, height: number): number {
  const known = SCREENS.find(screen => screen.width === width && screen.height === height);
  return known?.imageHeight ?? Math.round((height * 3) / 4);
}

function within(size: number, side: number): number {
  if (size < side) return size;
  throw new MmsError(
    'layout/region-outside-root',
    `the region for pictures has ${size} pixels of ${side} and leaves none for text`,
    { hint: 'make the region smaller or the root-layout larger' },
  );
}

function region(id: RegionId, left: number, top: number, width: number, height: number): SmilRegion {
  return { id, left, top, width, height, fit: FIT[id] };
}
