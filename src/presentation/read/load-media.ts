import { isMmsError, refuseErrors } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import type { SoundMedia } from '../../manifest/index.ts';
import { detectMedia } from '../../media/index.ts';
import type { Asset } from '../asset.ts';
import { SLIDE_MEDIA, type SlideDraft } from '../draft.ts';
import { problemsOf } from './in-place.ts';
import { attachmentAsset, draftSlide, type MediaContext } from './manifest-media.ts';

/** The files that a manifest names. */
export interface LoadedMedia {
  readonly slides: readonly SlideDraft[];
  readonly attachments: readonly Asset[];
  readonly document?: Asset | undefined;
}

/** What a manifest says of its media, and the SMIL file that it names. */
export type StatedMedia = Omit<SoundMedia, 'profiles'>;

/**
 * Loads all media of a manifest.
 * @throws MmsError of the first problem, every one of them in `details.issues`
 */
export async function loadMedia(stated: StatedMedia, context: MediaContext): Promise<LoadedMedia> {
  const { media, problems } = await tryMedia(stated, context);
  if (problems.length > 0) refuseErrors([...problems, ...(await wrongMedia(media))]);
  const { slides, attachments, document } = media;
  return { slides: slides.filter(isDefined), attachments: attachments.filter(isDefined), document };
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** What could be loaded, by position. */
interface TriedMedia {
  readonly slides: readonly (SlideDraft | undefined)[];
  readonly attachments: readonly (Asset | undefined)[];
  readonly document?: Asset | undefined;
}

/** What is wrong with the media of a manifest that has other problems too. */
export async function mediaProblems(stated: StatedMedia, context: MediaContext): Promise<Issue[]> {
  const { media, problems } = await tryMedia(stated, context);
  return [...problems, ...(await wrongMedia(media))];
}

async function tryMedia(
  { slides, attachments, document }: StatedMedia,
  context: MediaContext,
): Promise<{ readonly media: TriedMedia; readonly problems: readonly Issue[] }> {
  const problems: Issue[] = [];
  const settle = async <T>(jobs: readonly (Promise<T> | undefined)[]): Promise<(T | undefined)[]> => {
    const results = await Promise.allSettled(jobs);
    return results.map(one => {
      if (one.status === 'fulfilled') return one.value;
      if (!isMmsError(one.reason)) throw one.reason;
      problems.push(...problemsOf(one.reason));
      return undefined;
    });
  };
  const media = {
    slides: await settle(
      slides.map((slide, index) => (slide === undefined ? undefined : draftSlide(slide, index, context))),
    ),
    attachments: await settle(
      attachments.map((one, index) => (one === undefined ? undefined : attachmentAsset(one, index, context))),
    ),
    document: (await settle([document === undefined ? undefined : context.loader.load(document, 'smil')]))[0],
  };
  return { media, problems };
}

/** Files that are there, but are not what they are to be. */
async function wrongMedia({ slides, attachments }: TriedMedia): Promise<Issue[]> {
  const shown = slides.flatMap((slide, index) =>
    SLIDE_MEDIA.map(key => ({ path: `slides[${index}].${key}`, asset: slide?.[key]?.asset })),
  );
  const others = attachments.map((asset, index) => ({ path: `attachments[${index}]`, asset }));
  const problems: Issue[] = [];
  for (const { path, asset } of [...shown, ...others]) {
    if (asset === undefined) continue;
    const { issues } = await detectMedia(asset);
    const errors = issues.filter(({ severity }) => severity === 'error');
    problems.push(...errors.map(found => ({ ...found, path })));
  }
  return problems;
}
