import { type PresentationPart, partFinder } from '../message/index.ts';
import type { SmilMedium } from '../smil/index.ts';
import type { PresentationSmil } from './content.ts';

/** A medium on a slide, with its part. */
export interface SlideMedium {
  readonly part: PresentationPart;
  readonly alt?: string;
  readonly beginMs?: number;
  readonly endMs?: number;
}

/** One slide as a phone shows it. */
export interface Slide {
  /** Absent when the document does not say. */
  readonly durationMs?: number;
  readonly image?: SlideMedium;
  readonly video?: SlideMedium;
  readonly text?: SlideMedium;
  readonly audio?: SlideMedium;
}

const SHOWN_AS = { image: 'image', video: 'video', text: 'text', audio: 'audio' } as const;
type ShownAs = keyof typeof SHOWN_AS;

const BY_ELEMENT = { img: 'image', video: 'video', text: 'text', audio: 'audio' } as const;

function isShown(kind: string): kind is ShownAs {
  return Object.hasOwn(SHOWN_AS, kind);
}

function shownAs({ element }: SmilMedium, part: PresentationPart): ShownAs {
  if (element !== 'ref') return BY_ELEMENT[element];
  return isShown(part.kind) ? part.kind : 'image';
}

/** The slides of a document with their parts; a medium without part, or a second one of its kind, is left out. */
export function slidesOf(
  { document, part: root }: PresentationSmil,
  parts: readonly PresentationPart[],
): Slide[] {
  const find = partFinder(parts.filter(part => part !== root));
  return document.slides.map(({ durationMs, media }) => {
    const slide: { -readonly [K in keyof Slide]: Slide[K] } = durationMs === undefined ? {} : { durationMs };
    for (const medium of media) {
      const part = find(medium.src)?.part;
      if (part === undefined) continue;
      slide[shownAs(medium, part)] ??= slideMedium(medium, part);
    }
    return slide;
  });
}

function slideMedium({ alt, beginMs, endMs }: SmilMedium, part: PresentationPart): SlideMedium {
  return {
    part,
    ...(alt === undefined ? {} : { alt }),
    ...(beginMs === undefined ? {} : { beginMs }),
    ...(endMs === undefined ? {} : { endMs }),
  };
}
