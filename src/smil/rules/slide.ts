import { childElements, type XmlElement } from '../../xml/index.ts';
import type { SmilMediaElement } from '../model.ts';
import { isTimeContainer, type Outline, type OutlinedMedium, type OutlinedSlide } from '../outline.ts';
import { attributeOf } from '../read.ts';
import type { SmilFinding, SmilRule } from './rule.ts';

/** What AOSP's editor takes. */
const MAX_SLIDES = 10;

const VISIBLE: ReadonlySet<SmilMediaElement> = new Set(['img', 'text', 'video']);

function eachSlide(
  { slides }: Outline,
  judge: (slide: OutlinedSlide, number: number) => readonly SmilFinding[],
): SmilFinding[] {
  return slides.flatMap((slide, index) => judge(slide, index + 1));
}

function eachMedium(
  { media }: Outline,
  judge: (medium: OutlinedMedium) => string | undefined,
): SmilFinding[] {
  const findings: SmilFinding[] = [];
  for (const medium of media) {
    const message = judge(medium);
    if (message !== undefined) findings.push({ message, at: medium.element, path: medium.path });
  }
  return findings;
}

/** The media of a slide for which an earlier one has the same key. */
function repeated(
  { media }: OutlinedSlide,
  key: (medium: OutlinedMedium) => string | undefined,
): OutlinedMedium[] {
  const seen = new Set<string>();
  return media.filter(medium => {
    const value = key(medium);
    if (value === undefined) return false;
    const again = seen.has(value);
    seen.add(value);
    return again;
  });
}

/** A finding at the second of two kinds that exclude each other. */
function together(
  slide: OutlinedSlide,
  one: SmilMediaElement,
  other: SmilMediaElement,
  message: string,
): SmilFinding[] {
  const first = slide.media.find(({ name }) => name === one || name === other);
  const second = slide.media.find(({ name }) => (name === one || name === other) && name !== first?.name);
  return second === undefined ? [] : [{ message, at: second.element, path: slide.path }];
}

function regionOf({ element }: OutlinedMedium): string | undefined {
  return attributeOf(element, 'region');
}

function notPar({ body }: Outline): SmilFinding[] {
  if (body === undefined) return [];
  return childElements(body)
    .filter(child => child.name !== 'par')
    .map(child => ({ message: `<${child.name}> stands in <body>, which holds only <par>`, at: child }));
}

function containersIn(element: XmlElement, found: XmlElement[] = []): XmlElement[] {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (isTimeContainer(child)) found.push(child);
    containersIn(child, found);
  }
  return found;
}

/** A `<ref>` may be of any kind. */
function duplicates(slide: OutlinedSlide, number: number): SmilFinding[] {
  return repeated(slide, ({ name }) => (name === 'ref' ? undefined : name)).map(
    ({ name, element, path }) => ({
      message: `more than one <${name}> on slide ${number}`,
      at: element,
      path,
    }),
  );
}

function reusedRegions(slide: OutlinedSlide, number: number): SmilFinding[] {
  return repeated(slide, medium => (medium.name === 'audio' ? undefined : regionOf(medium))).map(medium => ({
    message: `the region "${regionOf(medium)}" is used twice on slide ${number}`,
    at: medium.element,
    path: medium.path,
  }));
}

function unknownRegion(outline: Outline): SmilFinding[] {
  if (outline.layout === undefined) return [];
  const declared = new Set(outline.regions.map(region => attributeOf(region, 'id')));
  return eachMedium(outline, medium => {
    const region = regionOf(medium);
    if (region === undefined || medium.name === 'audio' || declared.has(region)) return undefined;
    return `the layout has no region "${region}"`;
  });
}

export const SLIDE_RULES: readonly SmilRule[] = [
  {
    code: 'slide/none',
    mended: false,
    check: ({ body }) =>
      body !== undefined && childElements(body).length === 0
        ? [{ message: 'the body has no slide', at: body }]
        : [],
  },
  { code: 'slide/not-par', mended: false, check: notPar },
  {
    code: 'slide/nested-container',
    mended: false,
    check: outline =>
      eachSlide(outline, ({ par, path }) =>
        par === undefined
          ? []
          : containersIn(par).map(at => ({ message: `<${at.name}> inside <par>`, at, path })),
      ),
  },
  {
    code: 'slide/empty',
    mended: false,
    check: outline =>
      eachSlide(outline, ({ par, media, path }, number) =>
        media.length > 0 ? [] : [{ message: `slide ${number} shows nothing`, at: par, path }],
      ),
  },
  {
    code: 'slide/too-many',
    mended: false,
    check: ({ slides }) => {
      const first = slides[MAX_SLIDES];
      if (first === undefined) return [];
      return [
        {
          message: `${slides.length} slides; many phones edit ${MAX_SLIDES}`,
          at: first.par,
          path: first.path,
        },
      ];
    },
  },
  { code: 'slide/duplicate-media', mended: false, check: outline => eachSlide(outline, duplicates) },
  {
    code: 'slide/image-and-video',
    mended: false,
    check: outline =>
      eachSlide(outline, (slide, number) =>
        together(slide, 'img', 'video', `picture and video on slide ${number}`),
      ),
  },
  { code: 'slide/region-reused', mended: true, check: outline => eachSlide(outline, reusedRegions) },
  {
    code: 'slide/video-and-audio',
    mended: false,
    check: outline =>
      eachSlide(outline, (slide, number) =>
        together(slide, 'video', 'audio', `a sound beside the video of slide ${number}, which has its own`),
      ),
  },
  {
    code: 'slide/missing-region',
    mended: true,
    check: outline =>
      eachMedium(outline, medium =>
        VISIBLE.has(medium.name) && regionOf(medium) === undefined
          ? `<${medium.name}> has no region`
          : undefined,
      ),
  },
  { code: 'slide/unknown-region', mended: true, check: unknownRegion },
  {
    code: 'slide/audio-region',
    mended: true,
    check: outline =>
      eachMedium(outline, medium =>
        medium.name === 'audio' && regionOf(medium) !== undefined ? 'a sound needs no region' : undefined,
      ),
  },
];
