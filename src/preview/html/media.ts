import { decodeWbmp, encodePng } from '../../bitmap/index.ts';
import { isMmsError } from '../../errors.ts';
import { Html, html } from '../../inspect/index.ts';
import { type PresentationPart, pictureOf } from '../../message/index.ts';
import { eventDurationMs, eventFrequencyHz, parseTune } from '../../ringtone/index.ts';
import { toBase64 } from '../../text/index.ts';
import type { Screen } from '../screen.ts';

/** Sounds and films that most browsers play. */
const PLAYED = /^(?:audio\/(?:mpeg|mp3|wav|x-wav|wave|aac|mp4|x-m4a|ogg)|video\/(?:mp4|3gpp|webm))$/i;

/** A medium as it stands in the page: once, however many phones show it. */
export interface PageMedium {
  readonly part: PresentationPart;
  /** Id of its one copy. */
  readonly id: string;
  /** Absent: no picture, or one that cannot be read. */
  readonly picture?: Screen;
  /** What a browser shows in place of a WBMP, the one kind of picture that it does not know. */
  readonly twin?: Uint8Array;
  /** The notes of a tune, as `hertz:milliseconds`; 0 hertz is a rest. Absent: no tune. */
  readonly notes?: string;
}

/** The media of a page, each under an id; parts of the same octets are one. */
export class PageMedia {
  readonly #byPart = new Map<PresentationPart, PageMedium>();
  readonly #bySize = new Map<string, PageMedium[]>();

  constructor(parts: readonly PresentationPart[]) {
    for (const part of parts) this.of(part);
  }

  /** The medium of a part; of one that the page does not have yet, a new one. */
  of(part: PresentationPart): PageMedium {
    const known = this.#byPart.get(part);
    if (known !== undefined) return known;
    const key = `${part.contentType} ${part.data.length}`;
    const alike = this.#bySize.get(key) ?? [];
    this.#bySize.set(key, alike);
    let medium = alike.find(one => areEqual(one.part.data, part.data));
    if (medium === undefined) {
      medium = pageMedium(part, `part${this.#byPart.size + 1}`);
      alike.push(medium);
    }
    this.#byPart.set(part, medium);
    return medium;
  }

  all(): Set<PageMedium> {
    return new Set(this.#byPart.values());
  }
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || a.every((octet, index) => octet === b[index]);
}

function pageMedium(part: PresentationPart, id: string): PageMedium {
  const notes = part.kind === 'audio' && !isPlayed(part) ? notesOf(part) : undefined;
  if (notes !== undefined) return { part, id, notes };
  const info = part.kind === 'image' ? pictureOf(part) : undefined;
  if (info === undefined) return { part, id };
  if (info.format === 'wbmp') return { part, id, ...twinOf(part) };
  const isTurned = info.orientation > 4;
  const { width, height } = info;
  return { part, id, picture: isTurned ? { width: height, height: width } : { width, height } };
}

function twinOf({ data }: PresentationPart): Pick<PageMedium, 'picture' | 'twin'> {
  try {
    const { width, height, rows } = decodeWbmp(data);
    return { picture: { width, height }, twin: encodePng({ width, height, rows }) };
  } catch (error) {
    if (isMmsError(error)) return {}; // a damaged picture is shown by its name
    throw error;
  }
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
export function dataUri({ contentType, data }: PresentationPart): Html {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream';
  return html`data:${type};base64,${base64(data)}`;
}

/** There is nothing to escape in it, and looking for it in megabytes takes time. */
export function base64(data: Uint8Array): Html {
  return new Html(toBase64(data));
}

/** The one copy of every picture, to which the phones refer. */
export function pictureStore(media: PageMedia): Html {
  const pictures = [...media.all()].flatMap(({ part, id, picture, twin }) => {
    if (picture === undefined) return [];
    const address = twin === undefined ? dataUri(part) : html`data:image/png;base64,${base64(twin)}`;
    return [
      html`<image id="${id}" width="${picture.width}" height="${picture.height}" href="${address}"/>
`,
    ];
  });
  return html`<svg class="store" width="0" height="0" aria-hidden="true"><defs>
${pictures}</defs></svg>`;
}
