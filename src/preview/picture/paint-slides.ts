import { isMmsError } from '../../errors.ts';
import { type DecodedImage, decodeImage, type Layer, paintPicture } from '../../media/index.ts';
import { type PresentationPart, textOf } from '../../message/index.ts';
import { Presentation } from '../../presentation/index.ts';
import { type PreviewPhone, USUAL_SCREEN } from '../phones.ts';
import {
  type Box,
  type PlacedMedium,
  type PlacedSlide,
  placeSlides,
  type Screen,
  textSizePx,
} from '../screen.ts';
import { timeSlides } from '../timeline.ts';

/** A slide as a phone shows it. */
export interface PaintedSlide {
  readonly durationMs: number;
  readonly picture: DecodedImage;
  readonly placed: PlacedSlide;
}

/** How {@link paintSlides} paints. */
export interface PaintOptions {
  /** Whose screen it is. Default: 176x208. */
  readonly phone?: Pick<PreviewPhone, 'screen'> | undefined;
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
  { phone, texts = true }: PaintOptions = {},
): Promise<PaintedSlide[]> {
  const presentation = Presentation.fromMms(message instanceof Uint8Array ? message : message.toMms());
  const screen = phone?.screen ?? USUAL_SCREEN;
  const placed = placeSlides(presentation, screen);
  const slides = placed.length > 0 ? placed : presentation.parts.map(part => loosePart(part, screen));
  const times = timeSlides(slides);
  const pictures = await decodePictures(presentation.parts);
  return Promise.all(
    slides.map(async (slide, index) => {
      const { beginMs = 0, endMs = 0 } = times[index] ?? {};
      const layers = slide.media.flatMap(medium => layersOf(medium, pictures, screen, texts));
      const picture = await paintPicture(screen.width, screen.height, layers);
      return { durationMs: endMs - beginMs, picture, placed: slide };
    }),
  );
}

function loosePart(part: PresentationPart, screen: Screen): PlacedSlide {
  const medium = { element: 'ref', src: part.name } as const;
  const box = part.kind === 'audio' ? {} : { box: { left: 0, top: 0, ...screen } };
  return { durationMs: undefined, media: [{ medium, part, fit: 'meet', ...box }] };
}

/** The pictures that can be decoded. */
async function decodePictures(
  parts: readonly PresentationPart[],
): Promise<Map<PresentationPart, DecodedImage>> {
  const pictures = new Map<PresentationPart, DecodedImage>();
  for (const part of parts) {
    if (part.kind !== 'image') continue;
    try {
      pictures.set(part, await decodeImage(part.data));
    } catch (error) {
      // A damaged picture is shown by its name, as lint says what is wrong with it.
      if (!isMmsError(error) || error.code === 'media/no-image-library') throw error;
    }
  }
  return pictures;
}

function layersOf(
  { medium, part, box, fit }: PlacedMedium,
  pictures: ReadonlyMap<PresentationPart, DecodedImage>,
  screen: Screen,
  texts: boolean,
): Layer[] {
  if (box === undefined) return [];
  const sizePx = textSizePx(screen);
  if (part?.kind === 'text') return texts ? [{ box: inset(box), text: textOf(part).text, sizePx }] : [];
  const picture = part && pictures.get(part);
  if (picture !== undefined) return [{ box, picture, fit }];
  const name = part?.name ?? `no part for ${medium.src}`;
  const words: Layer[] = texts ? [{ box: inset(box), text: name, sizePx }] : [];
  return [{ box, colour: MISSING_COLOUR }, ...words];
}

function inset({ left, top, width, height }: Box): Box {
  return { left: left + 2, top: top + 1, width: width - 4, height: height - 2 };
}
