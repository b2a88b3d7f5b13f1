import { usualCharset } from '../../text/index.ts';
import { formatOfType } from '../formats.ts';
import { checkClassified, checkContentClass } from '../shapes.ts';
import { type ContentClass, type ContentClassName, contentClasses } from './content-classes.ts';

/** What decides about the class of a part. */
export interface ClassifiedPart {
  /** Media type; parameters are ignored. */
  readonly contentType: string;
  /** Pixels of a picture or film as shown; one without counts as too large to tell. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Of a text: only US-ASCII, UTF-8 and UTF-16 are in the classes. */
  readonly charset?: string | undefined;
}

/** What decides about the class of a message. */
export interface ClassifiedMessage {
  /** Octets of the encoded message. */
  readonly bytes: number;
  readonly parts: readonly ClassifiedPart[];
}

/** Why a class does not hold a message. */
export type ClassMisfit =
  | { readonly reason: 'bytes' }
  | { readonly reason: 'type' | 'image-size' | 'video-size' | 'charset'; readonly part: number };

const CHARSETS: ReadonlySet<string> = new Set(['us-ascii', 'utf-8', 'utf-16']);

/** All that keeps a message out of a class; `part` is the position of the part. */
export function classMisfits(message: ClassifiedMessage, row: ContentClass): ClassMisfit[] {
  checkClassified(message);
  checkContentClass(row);
  const tooLarge: ClassMisfit[] = message.bytes > row.maxBytes ? [{ reason: 'bytes' }] : [];
  const parts = message.parts.flatMap((part, index): ClassMisfit[] => {
    const reason = partMisfit(part, row);
    return reason === undefined ? [] : [{ reason, part: index }];
  });
  return [...tooLarge, ...parts];
}

type PartReason = Exclude<ClassMisfit['reason'], 'bytes'>;

function partMisfit(part: ClassifiedPart, row: ContentClass): PartReason | undefined {
  const format = formatOfType(part.contentType);
  if (format === undefined || !row.accept.includes(format.contentType.toLowerCase())) return 'type';
  if (format.kind === 'text' && part.charset !== undefined && !CHARSETS.has(usualCharset(part.charset))) {
    return 'charset';
  }
  const { width = Number.POSITIVE_INFINITY, height = Number.POSITIVE_INFINITY } = part;
  if (format.kind === 'image') {
    const { maxImage } = row;
    return maxImage !== undefined && width <= maxImage.width && height <= maxImage.height
      ? undefined
      : 'image-size';
  }
  // A film whose size cannot be read gets the benefit of the doubt.
  if (format.kind !== 'video' || part.width === undefined) return undefined;
  const known = row.videoSizes?.some(size => size.width === width && size.height === height) === true;
  return known ? undefined : 'video-size';
}

/**
 * The smallest content class that holds a message: all its parts and its octets. `undefined` when none does, so that it
 * can only be sent in free mode.
 * @example smallestContentClass({ bytes: 20_000, parts: [{ contentType: 'audio/amr' }] }) // 'image-basic'
 */
export function smallestContentClass(message: ClassifiedMessage): ContentClassName | undefined {
  return contentClasses.find(row => classMisfits(message, row).length === 0)?.name;
}
