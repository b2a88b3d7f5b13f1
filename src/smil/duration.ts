import { type KindLookup, kindOfMedium } from './medium-kind.ts';
import type { SmilMedium, SmilSlide } from './model.ts';

/** How long slides last that do not say it. */
export interface DurationOptions {
  /** Of a slide with pictures and text; 5000. */
  readonly slideDurationMs?: number | undefined;
  /** Length of the sound or video that a `src` names, `undefined` when it is not known. */
  readonly mediaDurationMs?: ((src: string) => number | undefined) | undefined;
  /** Kind of the part that a `<ref>` names; without an answer it is taken for a picture. */
  readonly kindOf?: KindLookup | undefined;
}

/** AOSP, Gaia and Obigo give a new slide this. */
const SLIDE_MS = 5000;
/** AOSP takes this for a sound or video of unknown length. */
const UNKNOWN_MEDIUM_MS = 7000;

/** The slide with a duration in whole milliseconds, no shorter than its sound or video, and all times inside it. */
export function completeSlide(slide: SmilSlide, options: DurationOptions): SmilSlide {
  const media = slide.media.map(dropEmptySpan);
  const durationMs = Math.max(
    wantedMs(slide, media, options),
    ...media.map(medium => playedMs(medium, options)),
  );
  return { durationMs, media: media.map(medium => insideSlide(medium, durationMs)) };
}

function wantedMs(slide: SmilSlide, media: readonly SmilMedium[], options: DurationOptions): number {
  const given = Math.round(slide.durationMs ?? 0);
  if (given > 0) return given;
  const unknown = media.some(
    medium =>
      medium.endMs === undefined && isPlayed(medium, options) && lengthOf(medium, options) === undefined,
  );
  const spans = media.map(({ beginMs = 0, endMs }) => Math.round(endMs ?? beginMs + 1));
  return Math.max(options.slideDurationMs ?? SLIDE_MS, unknown ? UNKNOWN_MEDIUM_MS : 0, ...spans);
}

function isPlayed(medium: SmilMedium, { kindOf }: DurationOptions): boolean {
  const kind = kindOfMedium(medium, kindOf);
  return kind === 'audio' || kind === 'video';
}

function lengthOf(medium: SmilMedium, options: DurationOptions): number | undefined {
  return isPlayed(medium, options) ? options.mediaDurationMs?.(medium.src) : undefined;
}

/** When a sound or video has been heard to its end, or to the end that the author set. */
function playedMs(medium: SmilMedium, options: DurationOptions): number {
  const { beginMs = 0, endMs = Number.POSITIVE_INFINITY } = medium;
  const length = lengthOf(medium, options);
  return length === undefined ? 0 : Math.ceil(Math.min(beginMs + length, endMs));
}

function dropEmptySpan(medium: SmilMedium): SmilMedium {
  const { endMs, ...rest } = medium;
  return endMs !== undefined && endMs <= (medium.beginMs ?? 0) ? rest : medium;
}

/** A time outside the slide says nothing that a phone could show. */
function insideSlide({ beginMs, endMs, ...medium }: SmilMedium, durationMs: number): SmilMedium {
  const begin = beginMs === undefined ? undefined : Math.round(beginMs);
  const end = endMs === undefined ? undefined : Math.round(endMs);
  return {
    ...medium,
    ...(begin === undefined || begin >= durationMs ? {} : { beginMs: begin }),
    ...(end === undefined || end > durationMs || (begin ?? 0) >= durationMs ? {} : { endMs: end }),
  };
}
