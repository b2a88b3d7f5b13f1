import {
  type AnimationFormat,
  encodeAnimation,
  encodePicture,
  type Layer,
  paintPicture,
} from '../../media/index.ts';
import type { Presentation } from '../../presentation/index.ts';
import { checkOptions } from '../shapes.ts';
import { type PaintOptions, paintSlides } from './paint-slides.ts';

/** Longest side of a filmstrip, so that every program shows it. */
const LONGEST_SIDE = 4096;
const GAP = 8;
const GROUND = [43, 44, 47] as const;

/**
 * All slides of a message in a row, as PNG of at most 4096 pixels a side; many slides are drawn smaller.
 * @param message a presentation, or the octets of m-send-req or m-retrieve-conf
 * @throws MmsError as {@link renderPreview}, `media/no-image-library`
 */
export async function renderFilmstrip(
  message: Presentation | Uint8Array,
  options: Pick<PaintOptions, 'phone'> = {},
): Promise<Uint8Array> {
  checkOptions(options);
  const slides = await paintSlides(message, options);
  const { width = 1, height = 1 } = slides[0]?.picture ?? {};
  const room = LONGEST_SIDE - GAP;
  const gap = Math.min(GAP, Math.floor(room / slides.length / 2));
  const scale = Math.min(1, (room / slides.length - gap) / width, (room - GAP) / height);
  const frame = {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  };
  const whole = {
    width: GAP * 2 - gap + slides.length * (frame.width + gap),
    height: frame.height + GAP * 2,
  };
  const layers = slides.map(({ picture }, index): Layer => {
    const left = GAP + index * (frame.width + gap);
    return { picture, fit: 'fill', box: { left, top: GAP, ...frame } };
  });
  const ground: Layer = { colour: GROUND, box: { left: 0, top: 0, ...whole } };
  return encodePicture(await paintPicture(whole.width, whole.height, [ground, ...layers]));
}

/** How {@link renderAnimation} writes. */
export interface AnimationOptions extends Pick<PaintOptions, 'phone'> {
  /** Default `gif`. */
  readonly format?: AnimationFormat | undefined;
}

/**
 * The slides of a message one after the other, as an animated picture with the times of the slides; media come and go
 * within them as they do on a phone.
 * @param message a presentation, or the octets of m-send-req or m-retrieve-conf
 * @throws MmsError as {@link renderFilmstrip}, `media/too-many-pixels`
 */
export async function renderAnimation(
  message: Presentation | Uint8Array,
  options: AnimationOptions = {},
): Promise<Uint8Array> {
  checkOptions(options);
  const { format = 'gif', ...others } = options;
  const slides = await paintSlides(message, others);
  return encodeAnimation(
    slides.flatMap(({ frames }) => frames),
    format,
  );
}
