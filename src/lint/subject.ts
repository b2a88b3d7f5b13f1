import type { Issue } from '../issues/index.ts';
import { type ImageInfo, type MediaKind, mediaKind, type PixelSize, videoSize } from '../media/index.ts';
import { partFinder, partNames, pictureOf, statedCharset } from '../message/index.ts';
import type { ParsedSmil, SmilMedium, SmilReference, SmilSlide } from '../smil/index.ts';
import type { LintHeaders, LintPart } from './message.ts';

/** A part with what the rules ask of it. */
export interface ContextPart extends LintPart {
  /** Such as `parts[2]`. */
  readonly path: string;
  /** By which receivers find it. */
  readonly names: readonly string[];
  readonly kind: MediaKind;
  /** In lower case. */
  readonly charset: string | undefined;
  /** Of a picture that is one. */
  readonly image: ImageInfo | undefined;
  /** Pixels of a picture or film as shown. */
  readonly size: PixelSize | undefined;
}

/** A medium of the presentation, with the part that it names. */
export interface ShownMedium {
  readonly reference: SmilReference;
  readonly medium: SmilMedium;
  readonly slide: SmilSlide;
  readonly part?: ContextPart;
  /** The name is the same to the letter. */
  readonly exact?: boolean;
}

/** What is judged. */
export interface LintSubject {
  /** What readers found: in the SMIL document, in the octets, while adapting. */
  readonly raised: readonly Issue[];
  readonly document?: ParsedSmil | undefined;
  /** The parts beside the presentation; `undefined` when a document is judged alone. */
  readonly parts?: readonly ContextPart[];
  readonly shown: readonly ShownMedium[];
  readonly headers: LintHeaders;
  readonly totalBytes?: number | undefined;
  /** Name of the input for findings. */
  readonly file?: string | undefined;
  /** The same for findings in the SMIL document. */
  readonly documentFile?: string | undefined;
}

/** The part at an index of the message. */
export function contextPart(part: LintPart, index: number): ContextPart {
  const kind = mediaKind(part.contentType);
  const image = kind === 'image' ? pictureOf(part) : undefined;
  return {
    ...part,
    path: `parts[${index}]`,
    names: partNames(part),
    kind,
    charset: statedCharset(part),
    image,
    size: image === undefined ? videoSizeOf(kind, part.data) : shownSize(image),
  };
}

function videoSizeOf(kind: MediaKind, data: Uint8Array): PixelSize | undefined {
  return kind === 'video' ? videoSize(data) : undefined;
}

/** Orientations 5 to 8 turn a picture on its side (EXIF 2.3, tag 112). */
function shownSize({ width, height, orientation }: ImageInfo): PixelSize {
  return orientation > 4 ? { width: height, height: width } : { width, height };
}

/** What a part is called in messages. */
export function nameOf({ names, path }: ContextPart): string {
  return names[0] ?? path;
}

/** Every medium of a presentation with its part. */
export function shownMedia(document: ParsedSmil, parts: readonly ContextPart[]): ShownMedium[] {
  const find = partFinder(parts);
  return document.references.flatMap(reference => {
    const slide = document.smil.slides[reference.slide];
    const medium = slide?.media[reference.medium];
    if (slide === undefined || medium === undefined) return [];
    return [{ reference, medium, slide, ...find(reference.src) }];
  });
}
