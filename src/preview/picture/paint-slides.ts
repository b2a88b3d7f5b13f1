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
import { framesOf, type SlideFrame, timeSlides } from '../timeline.ts';

/** What a phone shows for a while. */
export interface PaintedFrame {
  readonly durationMs: number;
  readonly picture: DecodedImage;
}

/** A slide as a phone shows it. */
export interface PaintedSlide {
  readonly durationMs: number;
  /** One after the other: media can come and go within a slide. */
  readonly frames: readonly PaintedFrame[];
  /** The first of the frames that show most. */
  readonly picture: DecodedImage;
  readonly placed: PlacedSlide;
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
  const times = timeSlides(slides);
  const painted: PaintedSlide[] = [];
  for (const [index, slide] of slides.entries()) {
    const time = times[index] ?? { beginMs: 0, endMs: 0, media: [] };
    const layers: Layer[][] = [];
    for (const medium of slide.media) layers.push(await layersOf(medium, { screen, texts, phone }));
    const spans = framesOf(time);
    const frames: PaintedFrame[] = [];
    for (const { durationMs, shown } of spans) {
      const visible = layers.filter((_, at) => shown.has(at)).flat();
      frames.push({ durationMs, picture: await paintPicture(screen.width, screen.height, visible) });
    }
    const picture = frames[fullest(spans)]?.picture ?? (await paintPicture(screen.width, screen.height, []));
    painted.push({ durationMs: time.endMs - time.beginMs, frames, picture, placed: slide });
  }
  return painted;
}

/** Index of the first frame that shows most. */
function fullest(frames: readonly SlideFrame[]): number {
  const sizes = frames.map(({ shown }) => shown.size);
  return sizes.indexOf(Math.max(...sizes));
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
