import { completeSlide, type DurationOptions } from './duration.ts';
import { type LayoutOptions, makeLayout, type RegionId, type RegionOptions, usualScreen } from './layout.ts';
import { kindOfMedium, type MediumKind } from './medium-kind.ts';
import { mendRegion, mendRoot, nameRegions, type RegionFor } from './mend-layout.ts';
import type { Smil, SmilFit, SmilLayout, SmilMedium, SmilRegion, SmilSlide } from './model.ts';
import { checkSmil } from './shapes.ts';

/** What {@link completeSmil} is told about the parts, and how it fills gaps. */
export interface CompletionOptions extends DurationOptions {
  /** Used where the document brings no layout that can be kept. */
  readonly layout?: LayoutOptions | undefined;
  /** How pictures and films fill the region of such a layout; `meet` by default. */
  readonly imageFit?: SmilFit | undefined;
}

const REGION_FOR: Readonly<Record<MediumKind, RegionId | undefined>> = {
  image: 'Image',
  video: 'Image',
  text: 'Text',
  audio: undefined,
};

/** Nokia's mark of a document that is 3GPP SMIL, which ours is not. */
const PROFILE_META = 'SMILProfile';

/**
 * The same presentation inside the strict subset: head and layout, regions called `Image` and `Text`, each visible
 * medium in one, unused regions left out, every slide with a duration that lasts as long as its sound or video. The
 * author's layout is kept where it can be. No medium is added or dropped: a slide with two pictures stays one, and
 * {@link formatSmil} refuses it.
 */
export function completeSmil(smil: Smil, options: CompletionOptions = {}): Smil {
  checkSmil(smil, options);
  const regionFor: RegionFor = medium => REGION_FOR[kindOfMedium(medium, options.kindOf)];
  const names = nameRegions(smil, regionFor);
  const plain = smil.slides.map(slide => nameElements(slide, options));
  const slides = plain.map(slide => completeSlide(assignRegions(slide, names, regionFor), options));
  return {
    head: {
      metas: smil.head.metas.filter(({ name }) => name !== PROFILE_META),
      layout: completeLayout(smil, slides, names, { ...options.layout, imageFit: options.imageFit }),
    },
    slides,
  };
}

const ELEMENT_OF = { image: 'img', text: 'text', audio: 'audio', video: 'video' } as const satisfies Readonly<
  Record<MediumKind, SmilMedium['element']>
>;

/** A `<ref>` by the element of its part, where that is known: phones pass over what they do not know. */
function nameElements(slide: SmilSlide, { kindOf }: CompletionOptions): SmilSlide {
  const media = slide.media.map(medium => {
    const kind = medium.element === 'ref' ? kindOf?.(medium.src) : undefined;
    return kind === undefined ? medium : { ...medium, element: ELEMENT_OF[kind] };
  });
  return { ...slide, media };
}

/** Every visible medium in a region of its own: the author's where it is free, else the one for its kind. */
function assignRegions(
  slide: SmilSlide,
  names: ReadonlyMap<string, RegionId>,
  regionFor: RegionFor,
): SmilSlide {
  const taken = new Set<RegionId>();
  const kept = slide.media.map(medium => {
    const name = regionFor(medium) === undefined ? undefined : names.get(medium.region ?? '');
    if (name === undefined || taken.has(name)) return undefined;
    taken.add(name);
    return name;
  });
  const media = slide.media.map(({ region: _, ...medium }, index) => {
    const usual = regionFor(medium);
    if (usual === undefined) return medium;
    const other = usual === 'Image' ? 'Text' : 'Image';
    const region = kept[index] ?? (taken.has(usual) && !taken.has(other) ? other : usual);
    taken.add(region);
    return { ...medium, region };
  });
  return { ...slide, media };
}

function completeLayout(
  smil: Smil,
  slides: readonly SmilSlide[],
  names: ReadonlyMap<string, RegionId>,
  options: RegionOptions,
): SmilLayout {
  const media = slides.flatMap(slide => slide.media);
  const used = new Set(media.flatMap(({ region }) => (region === undefined ? [] : [asRegionId(region)])));
  const hasVideo = media.some(({ element }) => element === 'video');
  const { layout } = smil.head;
  const fresh = makeLayout(used.size === 0 ? new Set(['Image']) : used, hasVideo, options);
  return (layout && keepLayout(layout, used, names, hasVideo)) ?? fresh;
}

function asRegionId(region: string): RegionId {
  return region === 'Text' ? 'Text' : 'Image';
}

/** The author's layout with what it lacks; `undefined` when a region that is used cannot be had from it. */
function keepLayout(
  layout: SmilLayout,
  used: ReadonlySet<RegionId>,
  names: ReadonlyMap<string, RegionId>,
  hasVideo: boolean,
): SmilLayout | undefined {
  const rootLayout = mendRoot(layout, usualScreen(hasVideo));
  const regions = new Map<RegionId, SmilRegion>();
  for (const region of layout.regions) {
    const id = names.get(region.id);
    const mended = id === undefined ? undefined : mendRegion({ ...region, id }, rootLayout);
    if (id !== undefined && mended !== undefined && used.has(id) && !regions.has(id)) regions.set(id, mended);
  }
  return regions.size === used.size ? { rootLayout, regions: [...regions.values()] } : undefined;
}
