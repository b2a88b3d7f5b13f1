import { type PresentationPart, partFinder } from '../message/index.ts';
import type { Presentation } from '../presentation/index.ts';
import type { SmilFit, SmilLayout, SmilLength, SmilMedium, SmilRegion } from '../smil/index.ts';

/** Width and height in pixels. */
export interface Screen {
  readonly width: number;
  readonly height: number;
}

/** Height of the letters: narrow screens have large pixels. */
export function textSizePx({ width }: Screen): 8 | 11 | 17 {
  return width < 110 ? 8 : width < 300 ? 11 : 17;
}

/** A rectangle on a screen, in pixels. */
export interface Box extends Screen {
  readonly left: number;
  readonly top: number;
}

/** A medium at its place on a slide. */
export interface PlacedMedium {
  readonly medium: SmilMedium;
  /** Absent: no part of the message has the name. */
  readonly part?: PresentationPart;
  /** Absent: a sound, which has no place. */
  readonly box?: Box;
  readonly fit: SmilFit;
}

/** A slide with its media at their places. */
export interface PlacedSlide {
  readonly durationMs: number | undefined;
  readonly media: readonly PlacedMedium[];
}

/** The screen that the author of a document had in mind; per cent and absent lengths are those of the phone. */
function screenOf(layout: SmilLayout | undefined, phone: Screen): Screen {
  const { width, height } = layout?.rootLayout ?? {};
  return {
    width: pixels(width, phone.width, phone.width),
    height: pixels(height, phone.height, phone.height),
  };
}

function pixels(length: SmilLength | undefined, side: number, absent: number): number {
  if (length === undefined) return absent;
  const value = typeof length === 'number' ? length : (Number.parseFloat(length) * side) / 100;
  return Math.max(0, Math.round(value));
}

/** Where a region is on the screen: absent lengths are zero, or all that is left (SMIL 2.0, layout). */
function boxOf(region: SmilRegion, screen: Screen): Box {
  const left = pixels(region.left, screen.width, 0);
  const top = pixels(region.top, screen.height, 0);
  return {
    left,
    top,
    width: pixels(region.width, screen.width, Math.max(0, screen.width - left)),
    height: pixels(region.height, screen.height, Math.max(0, screen.height - top)),
  };
}

/**
 * The slides of a message with every medium at its place on a phone; none where it has no presentation. A layout of
 * another size than the screen is brought to it as a whole, as phones do.
 */
export function placeSlides({ smil, parts }: Presentation, phone: Screen): PlacedSlide[] {
  if (smil === undefined) return [];
  const screen = screenOf(smil.document.head.layout, phone);
  const scale = Math.min(phone.width / Math.max(1, screen.width), phone.height / Math.max(1, screen.height));
  const onPhone = ({ left, top, width, height }: Box): Box => ({
    left: Math.round(left * scale),
    top: Math.round(top * scale),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  });
  const find = partFinder(parts.filter(part => part !== smil.part));
  const regions = new Map((smil.document.head.layout?.regions ?? []).map(region => [region.id, region]));
  return smil.document.slides.map(({ durationMs, media }) => ({
    durationMs,
    media: media.map(medium => {
      const placed = placeMedium(medium, find(medium.src)?.part, regions, screen);
      return placed.box === undefined ? placed : { ...placed, box: onPhone(placed.box) };
    }),
  }));
}

function placeMedium(
  medium: SmilMedium,
  part: PresentationPart | undefined,
  regions: ReadonlyMap<string, SmilRegion>,
  screen: Screen,
): PlacedMedium {
  const placed = part === undefined ? { medium } : { medium, part };
  const isSound = medium.element === 'audio' || (medium.element === 'ref' && part?.kind === 'audio');
  if (isSound) return { ...placed, fit: 'hidden' };
  const region = medium.region === undefined ? undefined : regions.get(medium.region);
  if (region === undefined) return { ...placed, box: { left: 0, top: 0, ...screen }, fit: 'meet' };
  return { ...placed, box: boxOf(region, screen), fit: region.fit ?? 'hidden' };
}
