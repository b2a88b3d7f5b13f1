import { MmsError } from '../errors.ts';
import { type CompletionOptions, completeSmil } from './complete.ts';
import type { Smil, SmilFit, SmilMediaElement, SmilMedium, SmilMeta } from './model.ts';
import { checkSlideshow } from './shapes.ts';

/** A medium of a slide that is to be made. */
export interface SlideMedium {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly beginMs?: number | undefined;
  readonly endMs?: number | undefined;
  /** How a picture or film fills its region, which all slides share. */
  readonly fit?: SmilFit | undefined;
}

/** A slide that is to be made: a picture or a video, a text, a sound. */
export interface SlideContent {
  readonly image?: SlideMedium | undefined;
  readonly video?: SlideMedium | undefined;
  readonly text?: SlideMedium | undefined;
  readonly audio?: SlideMedium | undefined;
  /** Absent: five seconds, or as long as its sound or video. */
  readonly durationMs?: number | undefined;
}

/** How {@link buildSmil} makes a presentation. */
export interface BuildOptions extends CompletionOptions {
  readonly metas?: readonly SmilMeta[] | undefined;
}

/** In the order in which phones that ignore the layout stack them. */
const ELEMENTS = [
  ['image', 'img'],
  ['video', 'video'],
  ['text', 'text'],
  ['audio', 'audio'],
] as const satisfies readonly (readonly [keyof SlideContent, SmilMediaElement])[];

/**
 * A complete presentation of slides.
 * @throws MmsError `bytes/value-type`, and `layout/several-fits` when pictures ask for their one region to be filled in two ways
 * @example
 * const smil = buildSmil([{ image: { src: 'a.jpg' }, text: { src: 'a.txt' } }, { audio: { src: 'b.amr' } }]);
 * formatSmil(smil);
 */
export function buildSmil(slides: readonly SlideContent[], options: BuildOptions = {}): Smil {
  checkSlideshow(slides, options);
  const textFirst = options.layout?.preset === 'text-above-image';
  return completeSmil(
    {
      head: { metas: options.metas ?? [] },
      slides: slides.map(slide => ({
        ...(slide.durationMs === undefined ? {} : { durationMs: slide.durationMs }),
        media: mediaOf(slide, textFirst),
      })),
    },
    { ...options, imageFit: fitOf(slides) ?? options.imageFit },
  );
}

/** What the pictures and films of all slides say of their region. */
function fitOf(slides: readonly SlideContent[]): SmilFit | undefined {
  let found: SmilFit | undefined;
  for (const [index, { image, video }] of slides.entries()) {
    const fit = image?.fit ?? video?.fit;
    if (fit !== undefined && found !== undefined && fit !== found) {
      const message = `a picture before fills the region by ${found}, this one by ${fit}`;
      const path = `slides[${index}].${image?.fit === undefined ? 'video' : 'image'}.fit`;
      const hint = 'MMS SMIL has one region for all pictures: use one fit';
      throw new MmsError('layout/several-fits', message, { path, hint });
    }
    found ??= fit;
  }
  return found;
}

function mediaOf(slide: SlideContent, textFirst: boolean): SmilMedium[] {
  const media = ELEMENTS.flatMap(([key, element]): SmilMedium[] => {
    const medium = slide[key];
    if (medium === undefined) return [];
    const { src, alt, beginMs, endMs } = medium;
    return [
      {
        element,
        src,
        ...(alt === undefined ? {} : { alt }),
        ...(beginMs === undefined ? {} : { beginMs }),
        ...(endMs === undefined ? {} : { endMs }),
      },
    ];
  });
  return textFirst
    ? media.toSorted((a, b) => Number(b.element === 'text') - Number(a.element === 'text'))
    : media;
}
