import type { ImageFormat } from '../read/image-info.ts';
import type { WrittenImageFormat } from './constraints.ts';

/** What decides about a format beside what the receiver reads. */
interface FormatChoice {
  /** What came in. */
  readonly source: ImageFormat;
  readonly accepted: readonly ImageFormat[];
  /** Large areas of one colour: see {@link isDrawing}. */
  readonly drawing: boolean;
  readonly transparent: boolean;
  /** More frames than one are to be kept. */
  readonly animated: boolean;
}

/** JPEG blurs the edges of drawings and has no transparency; GIF and PNG make photos large. */
const FOR_PHOTOS = ['jpeg', 'png', 'gif', 'wbmp'] as const satisfies readonly WrittenImageFormat[];
const FOR_DRAWINGS = ['png', 'gif', 'jpeg', 'wbmp'] as const satisfies readonly WrittenImageFormat[];

/** The formats to try, best first: the one that came in if the receiver reads it, then by what is shown. */
export function formatsToTry(choice: FormatChoice): WrittenImageFormat[] {
  const { source, accepted, drawing, transparent, animated } = choice;
  const order = drawing || transparent ? FOR_DRAWINGS : FOR_PHOTOS;
  const first = animated ? 'gif' : source;
  const wanted = order.filter(format => accepted.includes(format));
  return [...wanted.filter(format => format === first), ...wanted.filter(format => format !== first)];
}
