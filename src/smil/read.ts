import type { XmlElement } from '../xml/index.ts';
import { childElements } from '../xml/index.ts';
import { parseLength } from './length.ts';
import type {
  Smil,
  SmilFit,
  SmilLayout,
  SmilLength,
  SmilMedium,
  SmilMeta,
  SmilRegion,
  SmilSlide,
} from './model.ts';
import type { Outline, OutlinedMedium, OutlinedSlide } from './outline.ts';
import { parseSmilTime } from './time.ts';

/** The values of `fit` in SMIL 2.0. */
export const FITS: readonly SmilFit[] = ['fill', 'hidden', 'meet', 'scroll', 'slice'];

/** The value of an attribute, `undefined` when absent. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name)?.value;
}

/** The milliseconds of an attribute, `undefined` when it is absent or no such time. */
export function timeOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = attributeOf(element, name);
  return value === undefined ? undefined : parseSmilTime(value)?.ms;
}

/** The model of a document: what can be used of it. */
export function readSmil(outline: Outline): Smil {
  const { head, layout } = outline;
  const metas = head === undefined ? [] : childElements(head).filter(child => child.name === 'meta');
  return {
    head: {
      metas: metas.flatMap(readMeta),
      ...(layout === undefined ? {} : { layout: readLayout(outline) }),
    },
    slides: outline.slides.map(readSlide),
  };
}

function readMeta(element: XmlElement): SmilMeta[] {
  const name = attributeOf(element, 'name');
  return name === undefined ? [] : [{ name, content: attributeOf(element, 'content') ?? '' }];
}

function readLayout({ rootLayouts, regions }: Outline): SmilLayout {
  const [root] = rootLayouts;
  return {
    rootLayout: root === undefined ? {} : readLengths(root, ['width', 'height']),
    regions: regions.map(readRegion),
  };
}

function readRegion(element: XmlElement): SmilRegion {
  const fit = FITS.find(value => value === attributeOf(element, 'fit'));
  return {
    id: attributeOf(element, 'id') ?? '',
    ...readLengths(element, ['left', 'top', 'width', 'height']),
    ...(fit === undefined ? {} : { fit }),
  };
}

function readLengths<Key extends string>(
  element: XmlElement,
  keys: readonly Key[],
): { [K in Key]?: SmilLength } {
  const lengths: { [K in Key]?: SmilLength } = {};
  for (const key of keys) {
    const read = parseLength(attributeOf(element, key) ?? '');
    if (read !== undefined) lengths[key] = read.length;
  }
  return lengths;
}

function readSlide({ par, media }: OutlinedSlide): SmilSlide {
  const durationMs = timeOf(par, 'dur');
  return {
    ...(durationMs === undefined ? {} : { durationMs }),
    media: media.flatMap(readMedium),
  };
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };

function readMedium({ name, element }: OutlinedMedium): SmilMedium[] {
  const src = attributeOf(element, 'src');
  if (src === undefined) return [];
  const medium: Growing<SmilMedium> = { element: name, src };
  const alt = attributeOf(element, 'alt');
  if (alt !== undefined) medium.alt = alt;
  const region = attributeOf(element, 'region');
  if (region !== undefined) medium.region = region;
  const beginMs = timeOf(element, 'begin');
  if (beginMs !== undefined) medium.beginMs = beginMs;
  const endMs = timeOf(element, 'end');
  if (endMs !== undefined) medium.endMs = endMs;
  return [medium];
}
