import { MmsError, refuseErrors } from '../../errors.ts';
import { mediaDurationMs } from '../../media/index.ts';
import {
  GENERATED_SMIL_NAME,
  type PresentationPart,
  SMIL_CONTENT_ID,
  smilPart,
} from '../../message/index.ts';
import { buildSmil, formatSmil, type SlideContent, type Smil, type SmilMedium } from '../../smil/index.ts';
import { encodeUtf8 } from '../../text/index.ts';
import type { PresentationContent } from '../content.ts';
import { isPlace, type MessageDraft, type Place, type SlideDraft } from '../draft.ts';
import { PartShelf } from './part-shelf.ts';

/**
 * Makes parts, names and the SMIL document of a draft. The parts stand in the order of the slides, the attachments
 * behind them.
 * @throws MmsError `presentation/empty`, and for what the findings call an error, such as `media/not-a-picture`, with its path
 */
export async function assembleDraft(draft: MessageDraft): Promise<PresentationContent> {
  if (draft.slides.length === 0 && draft.attachments.length === 0) {
    throw new MmsError('presentation/empty', 'there is nothing to send: no slides and no attachments');
  }
  const shelf = new PartShelf([GENERATED_SMIL_NAME, SMIL_CONTENT_ID.slice(1, -1)], draft.metadata);
  const slides: SlideContent[] = [];
  const textFirst = draft.layout?.preset === 'text-above-image';
  for (const slide of draft.slides) slides.push(await placeSlide(slide, shelf, textFirst));
  for (const asset of draft.attachments) await shelf.add(asset);
  const issues = [...draft.issues, ...shelf.issues];
  refuseErrors(issues);
  const { headers } = draft;
  if (slides.length === 0 || draft.hasSmil !== true) return { parts: shelf.parts, headers, issues };
  const smil = makeSmil(slides, shelf.parts, draft);
  return { parts: [smil.part, ...shelf.parts], smil, headers, issues };
}

async function placeSlide(draft: SlideDraft, shelf: PartShelf, textFirst: boolean): Promise<SlideContent> {
  const slide: { -readonly [K in keyof SlideContent]: SlideContent[K] } = { durationMs: draft.durationMs };
  const given = Object.keys(draft).filter(isPlace);
  for (const place of new Set<Place>(textFirst ? ['text', ...given] : given)) {
    const placed = draft[place];
    if (placed === undefined) continue;
    const { asset, ...shown } = placed;
    slide[place] = { src: (await shelf.add(asset)).name, ...shown };
  }
  return slide;
}

/** The media of each slide in the order of their parts: phones that ignore the layout stack the parts. */
function inPartOrder(document: Smil, parts: readonly PresentationPart[]): Smil {
  const position = new Map(parts.map(({ name }, index) => [name, index]));
  const positionOf = ({ src }: SmilMedium): number => position.get(src) ?? parts.length;
  const slides = document.slides.map(slide => ({
    ...slide,
    media: slide.media.toSorted((a, b) => positionOf(a) - positionOf(b)),
  }));
  return { ...document, slides };
}

function makeSmil(
  slides: readonly SlideContent[],
  parts: readonly PresentationPart[],
  { layout, slideDurationMs }: MessageDraft,
): NonNullable<PresentationContent['smil']> {
  const built = buildSmil(slides, { layout, slideDurationMs, mediaDurationMs: durations(parts) });
  const document = inPartOrder(built, parts);
  const text = formatSmil(document);
  return { document, text, part: smilPart(GENERATED_SMIL_NAME, encodeUtf8(text)) };
}

/** The part that a `src` names, perhaps behind `cid:`: no name has a colon. */
export function partOf(src: string, parts: readonly PresentationPart[]): PresentationPart | undefined {
  return parts.find(({ name }) => name === src.slice(src.indexOf(':') + 1));
}

/** Length of the sound or video that a `src` names. */
export function durations(parts: readonly PresentationPart[]): (src: string) => number | undefined {
  return src => {
    const part = partOf(src, parts);
    return part && mediaDurationMs(part.data, part.contentType);
  };
}
