import { isMmsError } from '../../errors.ts';
import { type DecodedImage, decodeFor, type Layer, paintPicture } from '../../media/index.ts';
import { type PresentationPart, textOf } from '../../message/index.ts';
import { Presentation } from '../../presentation/index.ts';
import { encodedMessage } from '../encoded-message.ts';
import { isTaken, type PreviewPhone, USUAL_SCREEN } from '../phones.ts';
import {
  type Box,
  type PlacedMedium,
  type PlacedSlide,
  placeSlides,
  type Screen,
  textSizePx,
} from '../screen.ts';
import { framesOf, type SlideFrame, type TimedSlide, timeSlides } from '../timeline.ts';

/** What a phone shows for a while. */
export interface PaintedFrame extends SlideFrame {
  readonly picture: DecodedImage;
}

/** A slide as a phone shows it. */
export interface PaintedSlide extends TimedSlide {
  readonly durationMs: number;
  /** One after the other: media can come and go within a slide. */
  readonly frames: readonly PaintedFrame[];
  /** The first of the frames that show most. */
  readonly picture: DecodedImage;
}

/** How {@link paintSlides} paints. */
export interface PaintOptions {
  /** Whose screen it is, and what it takes. Default: all, on 176x208. */
  readonly phone?: Pick<PreviewPhone, 'screen' | 'accept'> | undefined;
  /** Texts stand in the picture. Default true. */
  readonly texts?: boolean | undefined;
}

const MISSING_COLOUR = [239, 233, 226] as const;

/**
 * The slides of the encoded message as pictures; of a message without presentation, each part is a slide.
 * @param message a presentation, or the octets of m-send-req or m-retrieve-conf
 * @throws MmsError what `toMms` and `fromMms` throw, `media/no-image-library`
 */
export async function paintSlides(
  message: Presentation | Uint8Array,
  { phone = {}, texts = true }: PaintOptions = {},
): Promise<PaintedSlide[]> {
  const presentation = Presentation.fromMms(encodedMessage(message));
  const screen = phone.screen ?? USUAL_SCREEN;
  const placed = placeSlides(presentation, screen);
  const slides = placed.length > 0 ? placed : presentation.parts.map(part => loosePart(part, screen));
  const painted: PaintedSlide[] = [];
  for (const slide of timeSlides(slides)) {
    const layers: Layer[][] = [];
    for (const { placed } of slide.media) layers.push(await layersOf(placed, { screen, texts, phone }));
    const frames: PaintedFrame[] = [];
    for (const frame of framesOf(slide)) {
      const visible = layers.filter((_, at) => frame.shown.has(at)).flat();
      frames.push({ ...frame, picture: await paintPicture(screen.width, screen.height, visible) });
    }
    const { picture } = frames.reduce((best, frame) => (frame.shown.size > best.shown.size ? frame : best));
    painted.push({ ...slide, durationMs: slide.endMs - slide.beginMs, frames, picture });
  }
  return painted;
}

function loosePart(part: PresentationPart, screen: Screen): PlacedSlide {
  const medium = { element: 'ref', src: part.name } as const;
  const box = part.kind === 'audio' ? {} : { box: { left: 0, top: 0, ...screen } };
  return { durationMs: undefined, media: [{ medium, part, fit: 'meet', ...box }] };
}

/** What the layers of all media depend on. */
interface OnScreen extends Required<Pick<PaintOptions, 'texts'>> {
  readonly screen: Screen;
  readonly phone: Pick<PreviewPhone, 'accept'>;
}

async function layersOf({ medium, part, box, fit }: PlacedMedium, on: OnScreen): Promise<Layer[]> {
  if (box === undefined) return [];
  if (part !== undefined && !isTaken(part, on.phone))
    return hatched(`${part.contentType} is not taken`, box, on);
  if (part?.kind === 'text') return written(textOf(part).text, box, on);
  const picture = part?.kind === 'image' ? await decoded(part, box, fit) : undefined;
  if (picture !== undefined) return [{ box, picture, fit }];
  return hatched(part?.name ?? `no part for ${medium.src}`, box, on);
}

function written(text: string, box: Box, { texts, screen }: OnScreen): Layer[] {
  return texts ? [{ box: inset(box), text, sizePx: textSizePx(screen) }] : [];
}

/** Why there is nothing to see in a place. */
function hatched(why: string, box: Box, on: OnScreen): Layer[] {
  return [{ box, colour: MISSING_COLOUR }, ...written(why, box, on)];
}

/** A damaged picture is shown by its name, as lint says what is wrong with it. */
async function decoded(
  part: PresentationPart,
  box: Box,
  fit: PlacedMedium['fit'],
): Promise<DecodedImage | undefined> {
  try {
    return await decodeFor(part.data, box, fit);
  } catch (error) {
    if (!isMmsError(error) || error.code === 'media/no-image-library') throw error;
    return undefined;
  }
}

function inset({ left, top, width, height }: Box): Box {
  return { left: left + 2, top: top + 1, width: width - 4, height: height - 2 };
}
