import { MmsError } from '../../errors.ts';
import { imageConstraints, imageContentType, type PreparedImage, type Profile } from '../../media/index.ts';
import type { PresentationPart } from '../../message/index.ts';
import type { PresentationContent } from '../content.ts';
import { DEFAULT_CONCURRENCY, sideBySide } from '../side-by-side.ts';
import { measureMms } from '../write/mms.ts';
import type { SizeReport } from '../write/size-report.ts';
import type { PartChange } from './change.ts';
import { ADAPT_DEFAULTS, type AdaptOptions, type AdaptTarget, LIMITS_ALONE, profileOf } from './options.ts';
import { planPictures } from './plan-pictures.ts';
import { type PreparedPart, preparePart, settlePicture } from './prepare-part.ts';
import { rebuild, replaceParts } from './rebuild.ts';
import { settlePictures } from './settle-pictures.ts';

/** A message that the receiver takes, and what was done for it. */
export interface AdaptedContent {
  readonly content: PresentationContent;
  readonly changes: readonly PartChange[];
}

/**
 * Makes a message fit a receiver: its types, charsets, pixels, and the octets of the whole encoded message, which the
 * pictures share by their need. What fits already does not change by an octet.
 * @throws MmsError `media/not-accepted`, `media/cannot-fit`, `size/over-profile` (`details.sizes` is the size report)
 */
export async function adaptContent(
  content: PresentationContent,
  target: AdaptTarget,
  options: AdaptOptions = {},
): Promise<AdaptedContent> {
  const profile = profileOf(target);
  const plan = planPictures(content.parts, imageConstraints(profile), options.limits);
  const prepared: PreparedPart[] = [];
  for (const [index, part] of content.parts.entries()) {
    prepared.push(await preparePart(part, `parts[${index}]`, profile, { ...options, ...plan.get(part) }));
  }
  const settled = await settle(content, prepared, profile, options);
  const replacements = replaceParts(settled);
  const issues = [...content.issues, ...settled.flatMap(part => part.issues)];
  const adapted = { ...rebuild(content, replacements), issues };
  refuseTooLarge(adapted, profile, options);
  const changes = settled.map(part =>
    part.part === content.smil?.part
      ? smilChange(part, adapted.smil?.part)
      : changeOf(part, replacements.get(part.part)),
  );
  return { content: adapted, changes };
}

/** The document follows the parts that it shows. */
function smilChange(prepared: PreparedPart, after: PresentationPart | undefined): PartChange {
  if (after === undefined)
    return changeOf({ ...prepared, action: 'dropped', steps: ['no slide is left'] }, undefined);
  if (after.data === prepared.part.data) return changeOf(prepared, after);
  const steps = ['follows the changed parts'];
  return changeOf({ ...prepared, action: 'changed', steps }, after);
}

function changeOf(
  { part, action, steps, ssim }: PreparedPart,
  after: PresentationPart | undefined,
): PartChange {
  return {
    name: part.name,
    ...(after === undefined || after.name === part.name ? {} : { newName: after.name }),
    action,
    inType: part.contentType,
    ...(after === undefined ? {} : { outType: after.contentType }),
    inBytes: part.data.length,
    outBytes: after?.data.length ?? 0,
    ...(ssim === undefined ? {} : { ssim }),
    steps,
  };
}

/** A picture that shares the free octets. */
interface Sharer {
  /** Position among the parts. */
  readonly index: number;
  readonly picture: PreparedImage;
}

/** Encodes the pictures, each within its share of what the other parts leave. */
async function settle(
  content: PresentationContent,
  prepared: readonly PreparedPart[],
  profile: Profile,
  options: AdaptOptions,
): Promise<PreparedPart[]> {
  const sharers = prepared.flatMap((part, index): Sharer[] =>
    part.picture === undefined ? [] : [{ index, picture: part.picture }],
  );
  const { concurrency = DEFAULT_CONCURRENCY } = options;
  const needs = await sideBySide(sharers, concurrency, ({ picture }) => picture.bestBytes());
  const needed = needs.reduce((sum, need) => sum + need, 0);
  // A length of three octets where the empty picture takes one.
  const lengths = 3 * sharers.length;
  const asTheyAre = sizesWithout(content, prepared, profile, options, true);
  const limit = profile.maxBytes ?? Number.POSITIVE_INFINITY;
  const isTight = asTheyAre.total + lengths + needed > limit;
  const sizes = isTight ? sizesWithout(content, prepared, profile, options, false) : asTheyAre;
  const fixed = sizes.total + lengths;
  const reserved = isTight ? reservedOf(limit - fixed, options) : 0;
  const free = isTight ? limit - fixed - reserved : needed;
  // No picture is smaller than an octet.
  if (free < sharers.length)
    throw overLimit(fixed + reserved + sharers.length, limit, profile, { sizes, reserved });
  const pictures = await settlePictures(
    sharers.map(({ picture }) => picture),
    { needs, free, concurrency },
    done => options.onProgress?.(done, sharers.length),
  );
  const settled = new Map(sharers.map(({ index }, position) => [index, pictures[position]]));
  return prepared.map((part, index) => {
    const picture = settled.get(index);
    return picture === undefined ? part : settlePicture(part, picture, `parts[${index}]`, profile);
  });
}

/** What is kept free of the octets that pictures may take: what is asked for, else little of little. */
function reservedOf(room: number, { reserveBytes }: AdaptOptions): number {
  return reserveBytes ?? Math.min(ADAPT_DEFAULTS.reserveBytes, Math.max(0, Math.floor(room / 10)));
}

/**
 * The sizes of the message with its pictures empty: the largest that they have by any type that those may get, which
 * gives them another name.
 * @param stay pictures that the receiver reads are taken to keep their type
 */
function sizesWithout(
  content: PresentationContent,
  prepared: readonly PreparedPart[],
  profile: Profile,
  { headers = {} }: AdaptOptions,
  stay: boolean,
): SizeReport {
  const { formats = [] } = imageConstraints(profile);
  const ofType = (type?: string): SizeReport => {
    const emptied = prepared.map(one => {
      if (one.picture === undefined) return one;
      const keeps = type === undefined || (stay && formats.includes(one.picture.info.format));
      const contentType = keeps ? one.part.contentType : type;
      return { ...one, result: { contentType, data: new Uint8Array() } };
    });
    return measureMms(rebuild(content, replaceParts(emptied)), headers);
  };
  return formats
    .map(format => ofType(imageContentType(format)))
    .reduce((largest, sizes) => (sizes.total > largest.total ? sizes : largest), ofType());
}

function refuseTooLarge(content: PresentationContent, profile: Profile, options: AdaptOptions): void {
  const { maxBytes } = profile;
  if (maxBytes === undefined) return;
  const sizes = measureMms(content, options.headers ?? {});
  if (sizes.total > maxBytes) throw overLimit(sizes.total, maxBytes, profile, { sizes });
}

function overLimit(
  total: number,
  limit: number,
  { id }: Profile,
  { sizes, reserved = 0 }: { readonly sizes: SizeReport; readonly reserved?: number },
): MmsError {
  const taken = id === LIMITS_ALONE ? `the limit is ${limit} octets` : `${id} takes ${limit} octets`;
  const kept = reserved === 0 ? '' : `, ${reserved} of them kept free`;
  return new MmsError('size/over-profile', `${taken}, the message needs at least ${total}${kept}`, {
    hint: 'leave parts out, or allow more octets',
    details: { sizes },
  });
}
