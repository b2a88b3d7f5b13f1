import { isMmsError } from '../../errors.ts';
import { type Html, html } from '../../inspect/index.ts';
import { probeImage } from '../../media/index.ts';
import type { PresentationPart } from '../../message/index.ts';
import { eventDurationMs, eventFrequencyHz, parseTune } from '../../ringtone/index.ts';
import { decodeLatin1 } from '../../text/index.ts';
import type { Screen } from '../screen.ts';

/** Pictures that every browser shows. */
const SHOWN_PICTURES: ReadonlySet<string> = new Set(['jpeg', 'gif', 'png', 'webp', 'avif', 'bmp']);

/** Sounds and films that most browsers play. */
const PLAYED = /^(?:audio\/(?:mpeg|mp3|wav|x-wav|wave|aac|mp4|x-m4a|ogg)|video\/(?:mp4|3gpp|webm))$/i;

/** A medium as it stands in the page: once, however many phones show it. */
export interface PageMedium {
  readonly part: PresentationPart;
  /** Id of its one copy. */
  readonly id: string;
  /** Absent: no picture, or none that a browser shows. */
  readonly picture?: Screen;
  /** The notes of a tune, as `hertz:milliseconds`; 0 hertz is a rest. Absent: no tune. */
  readonly notes?: string;
}

/** The parts of a message with the ids under which the page holds them. */
export function pageMedia(parts: readonly PresentationPart[]): Map<PresentationPart, PageMedium> {
  return new Map(
    parts.map((part, index) => {
      const id = `part${index + 1}`;
      const notes = part.kind === 'audio' && !isPlayed(part) ? notesOf(part) : undefined;
      if (notes !== undefined) return [part, { part, id, notes }];
      const info = part.kind === 'image' ? probeImage(part.data) : undefined;
      if (info === undefined || !SHOWN_PICTURES.has(info.format)) return [part, { part, id }];
      const isTurned = info.orientation > 4;
      const picture = isTurned
        ? { width: info.height, height: info.width }
        : { width: info.width, height: info.height };
      return [part, { part, id, picture }];
    }),
  );
}

/** The tune of a part in any format that is read, for the page to play. */
function notesOf({ data }: PresentationPart): string | undefined {
  try {
    const { events } = parseTune(data);
    return events
      .map(event => `${Math.round(eventFrequencyHz(event))}:${Math.round(eventDurationMs(event))}`)
      .join(' ');
  } catch (error) {
    if (isMmsError(error)) return undefined; // a sound of another kind is shown by its name
    throw error;
  }
}

/** True when the page can play the part itself. */
export function isPlayed({ contentType }: PresentationPart): boolean {
  return PLAYED.test(contentType);
}

/** The octets of a part as an address. */
export function dataUri({ contentType, data }: PresentationPart): string {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream';
  return `data:${type};base64,${btoa(decodeLatin1(data))}`;
}

/** The one copy of every picture, to which the phones refer. */
export function pictureStore(media: Iterable<PageMedium>): Html {
  const pictures = [...media].flatMap(({ part, id, picture }) =>
    picture === undefined
      ? []
      : [
          html`<image id="${id}" width="${picture.width}" height="${picture.height}" href="${dataUri(part)}"/>
`,
        ],
  );
  return html`<svg class="store" width="0" height="0" aria-hidden="true"><defs>
${pictures}</defs></svg>`;
}
