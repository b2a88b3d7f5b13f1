import type { PresentationPart } from '../message/index.ts';
import { byContentId, byContentLocation, byFileName, byStatedName, findPart } from '../message/index.ts';
import { parseSrc, type Smil, type SmilMedium } from '../smil/index.ts';

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

const CID_KINDS = [byContentId, byContentLocation, byStatedName, byFileName];
const SRC_KINDS = [byContentLocation, byStatedName, byContentId, byFileName];

/**
 * The part that a `src` names: for `cid:` by Content-ID first, else by Content-Location, name, Content-ID; exactly, then
 * without regard to case. `undefined` when there is none or the reference leaves the message.
 */
export function partOfSrc(src: string, parts: readonly PresentationPart[]): PresentationPart | undefined {
  const target = parseSrc(src);
  if (target === undefined) return undefined;
  const kinds = target.cid ? CID_KINDS : SRC_KINDS;
  const folded = target.name.toLowerCase();
  return (
    findPart(parts, kinds, name => name === target.name) ??
    findPart(parts, kinds, name => name.toLowerCase() === folded)
  );
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
export function slidesOf(document: Smil, parts: readonly PresentationPart[]): Slide[] {
  return document.slides.map(({ durationMs, media }) => {
    const slide: { -readonly [K in keyof Slide]: Slide[K] } = durationMs === undefined ? {} : { durationMs };
    for (const medium of media) {
      const part = partOfSrc(medium.src, parts);
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
