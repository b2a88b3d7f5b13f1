import { MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import {
  acceptedName,
  acceptsCharset,
  acceptsType,
  type FitImageOptions,
  imageConstraints,
  type PreparedImage,
  type Profile,
  prepareImage,
  probeImage,
} from '../../media/index.ts';
import { type PresentationPart, textOf } from '../../message/index.ts';
import { encodeCharset, encodeUtf8, isAscii } from '../../text/index.ts';
import type { AdaptOptions } from './options.ts';
import type { SettledPicture } from './settle-pictures.ts';

/** A part on its way: settled, or a picture whose size depends on the others. */
export interface PreparedPart {
  readonly part: PresentationPart;
  /** The part after adapting; absent: left out. */
  readonly result?:
    | { readonly data: Uint8Array; readonly contentType: string; readonly charset?: string }
    | undefined;
  readonly picture?: PreparedImage | undefined;
  readonly action: 'kept' | 'changed' | 'replaced' | 'dropped';
  readonly steps: readonly string[];
  /** Of a picture that was encoded. */
  readonly ssim?: number | undefined;
  readonly issues: readonly Issue[];
}

/** How one part is prepared. */
export interface PreparePartOptions extends AdaptOptions, Omit<FitImageOptions, 'limits'> {}

/**
 * Decides what becomes of one part: DRM content and what fits stays, pictures are prepared for any number of octets,
 * texts get a charset that is taken, anything else is converted by the caller, or is unsupported.
 * @throws MmsError `media/not-accepted` with the part's place, unless told otherwise
 */
export async function preparePart(
  part: PresentationPart,
  path: string,
  profile: Profile,
  options: PreparePartOptions,
): Promise<PreparedPart> {
  if (part.kind === 'smil') return kept(part);
  if (part.kind === 'drm') {
    return {
      ...kept(part),
      issues: [issue('media/drm-untouched', `${part.name} is protected`, { path, file: part.name })],
    };
  }
  if (probeImage(part.data) !== undefined) return preparePicture(part, profile, options);
  if (!acceptsType(profile, part.contentType)) return unsupported(part, path, profile, options);
  return named(part.kind === 'text' ? withCharset(part, profile) : kept(part), profile);
}

/** A part whose type has the name that the receiver lists. */
function named(prepared: PreparedPart, profile: Profile): PreparedPart {
  const { result, steps } = prepared;
  const name = result === undefined ? undefined : acceptedName(profile, result.contentType);
  if (result === undefined || name === undefined || name === result.contentType) return prepared;
  return {
    ...prepared,
    result: { ...result, contentType: name },
    action: 'changed',
    steps: [...steps, `${result.contentType} called ${name}`],
  };
}

function kept(part: PresentationPart): PreparedPart {
  return { part, result: part, action: 'kept', steps: [], issues: [] };
}

async function preparePicture(
  part: PresentationPart,
  profile: Profile,
  options: PreparePartOptions,
): Promise<PreparedPart> {
  const constraints = imageConstraints(profile);
  const { background, metadata, limits, shareBytes, decodeInTurn } = options;
  const wanted = { ...constraints, background, metadata };
  const picture = await prepareImage(part.data, wanted, { limits, shareBytes, decodeInTurn });
  return { ...kept(part), picture };
}

/** A picture that was encoded, as a prepared part. */
export function settlePicture(
  prepared: PreparedPart,
  { image, ssim }: SettledPicture,
  path: string,
  profile: Profile,
): PreparedPart {
  const settled: PreparedPart = {
    part: prepared.part,
    result: { data: image.data, contentType: image.changed ? image.contentType : prepared.part.contentType },
    action: image.changed ? 'changed' : 'kept',
    steps: image.changes,
    ...(image.changed ? { ssim } : {}),
    issues: image.issues.map(found => ({ ...found, path, file: prepared.part.name })),
  };
  return named(settled, profile);
}

/** Charsets that texts are written in, the ones with the fewest surprises first. */
const WRITTEN = ['utf-8', 'iso-8859-1', 'utf-16'] as const;

function withCharset(part: PresentationPart, profile: Profile): PreparedPart {
  const { charset } = part.parameters;
  if (typeof charset !== 'string' || acceptsCharset(profile, charset)) return kept(part);
  const { text } = textOf(part);
  const wanted =
    isAscii(text) && acceptsCharset(profile, 'us-ascii')
      ? 'us-ascii'
      : WRITTEN.find(name => holds(name, text, profile));
  if (wanted === undefined) return kept(part);
  const result = { data: encodeCharset(text, wanted), contentType: part.contentType, charset: wanted };
  return { part, result, action: 'changed', steps: [`charset ${charset} to ${wanted}`], issues: [] };
}

function holds(charset: (typeof WRITTEN)[number], text: string, profile: Profile): boolean {
  const isNarrow = charset !== 'iso-8859-1' || [...text].every(character => character <= '\u00ff');
  return isNarrow && acceptsCharset(profile, charset);
}

async function unsupported(
  part: PresentationPart,
  path: string,
  profile: Profile,
  options: AdaptOptions,
): Promise<PreparedPart> {
  const converted = await options.convert?.(part, profile.accept);
  if (converted !== undefined && acceptsType(profile, converted.contentType)) {
    const steps = [`converted to ${converted.contentType}`];
    return named({ part, result: converted, action: 'changed', steps, issues: [] }, profile);
  }
  const message = `${profile.id} does not take ${part.contentType} (${part.name})`;
  if ((options.unsupported ?? 'error') === 'error') {
    throw new MmsError('media/not-accepted', message, {
      path,
      hint: 'replace or drop it, or choose another profile',
    });
  }
  const issues = [
    issue('media/not-accepted', message, { path, file: part.name, severity: 'warning', fixed: true }),
  ];
  if (options.unsupported === 'drop') return { part, action: 'dropped', steps: ['left out'], issues };
  const text = `[${part.contentType} removed: ${part.name}]`;
  const result = { data: encodeUtf8(text), contentType: 'text/plain', charset: 'us-ascii' };
  return { part, result, action: 'replaced', steps: ['replaced by a text'], issues };
}
