import { formatBlocks, toBitmap } from '../../bitmap/index.ts';
import { type DecodedImage, paintPicture } from '../../media/index.ts';
import { textOf } from '../../message/index.ts';
import type { Presentation } from '../../presentation/index.ts';
import { printable } from '../../text/index.ts';
import { checkOptions } from '../shapes.ts';
import type { TimedSlide } from '../timeline.ts';
import { type PaintOptions, paintSlides } from './paint-slides.ts';

/** How {@link formatSlides} writes. */
export interface FormatSlidesOptions extends Pick<PaintOptions, 'phone'> {
  /** Colours by escape sequences, for a terminal; else black and white. Default false. */
  readonly colour?: boolean | undefined;
  /** Columns of a picture, 1 to 400. Default 40. */
  readonly columns?: number | undefined;
}

/** Columns of the text beside a picture. */
const TEXT_COLUMNS = 36;

/**
 * The slides of a message for a terminal: pictures in block characters, the texts and sounds beside them.
 * @param message a presentation, or the octets of m-send-req or m-retrieve-conf
 * @throws MmsError as {@link renderPreview}, `media/no-image-library`
 */
export async function formatSlides(
  message: Presentation | Uint8Array,
  options: FormatSlidesOptions = {},
): Promise<string> {
  checkOptions(options);
  const { phone, colour = false, columns = 40 } = options;
  const slides = await paintSlides(message, { phone, texts: false });
  const written: string[] = [];
  for (const [index, slide] of slides.entries()) {
    const { durationMs, picture } = slide;
    const lowest = lowestOf(slide, picture.height);
    const height = Math.max(2, Math.round((picture.height * columns) / picture.width));
    const box = { left: 0, top: 0, width: columns, height };
    const shown = Math.max(2, Math.round((lowest / picture.height) * height));
    const small = await paintPicture(columns, shown, [{ picture, fit: 'fill', box }]);
    const rows = colour ? colouredRows(small) : formatBlocks(toBitmap(small)).split('\n').slice(0, -1);
    const head = `Slide ${index + 1} of ${slides.length}, ${durationMs / 1000} s`;
    written.push(`${beside(lowest > 0 ? rows : [], [head, '', ...wordsOf(slide)], columns)}\n`);
  }
  return written.join('\n');
}

/** Where the pictures of a slide end on the screen; 0 where there are none. */
function lowestOf({ media }: TimedSlide, height: number): number {
  const ends = media.flatMap(({ placed: { box, part } }) =>
    box === undefined || part?.kind === 'text' ? [] : [Math.min(height, box.top + box.height)],
  );
  return Math.max(0, ...ends);
}

/** A row of characters for two of pixels: the upper one in the colour of the ink, the lower one behind it. */
function colouredRows({ width, height, rgba }: DecodedImage): string[] {
  const at = (x: number, y: number): string =>
    rgba
      .subarray((y * width + x) * 4)
      .slice(0, 3)
      .join(';');
  const rows: string[] = [];
  for (let y = 0; y < height; y += 2) {
    let row = '';
    for (let x = 0; x < width; x++) {
      row += `\u001b[38;2;${at(x, y)};48;2;${at(x, Math.min(y + 1, height - 1))}m\u2580`;
    }
    rows.push(`${row}\u001b[0m`);
  }
  return rows;
}

function wordsOf({ media }: TimedSlide): string[] {
  return media.flatMap(({ placed: { medium, part } }) => {
    if (part === undefined) return [`no part for ${printable(medium.src)}`];
    if (part.kind !== 'text') return [`${part.kind === 'audio' ? '♪ ' : ''}${printable(part.name)}`];
    return textOf(part)
      .text.split(/\r?\n/)
      .flatMap(line => wrapped(printable(line)));
  });
}

/** As many words as fit, or as much of one. */
const WORDS = new RegExp(`\\S.{0,${TEXT_COLUMNS - 1}}(?!\\S)|\\S{1,${TEXT_COLUMNS}}`, 'gu');

/** Lines of at most {@link TEXT_COLUMNS} characters, broken at spaces where there are any. */
function wrapped(line: string): string[] {
  return line.match(WORDS) ?? [''];
}

function beside(rows: readonly string[], words: readonly string[], columns: number): string {
  const lines = Array.from({ length: Math.max(rows.length, words.length) }, (_, index) => {
    const row = rows[index] ?? ' '.repeat(rows.length === 0 ? 0 : columns);
    const word = words[index] ?? '';
    return `${row}${rows.length === 0 ? '' : '  '}${word}`.trimEnd();
  });
  return lines.join('\n');
}
