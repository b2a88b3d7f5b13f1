import type { PlacedSlide } from './screen.ts';

/** What a phone takes for a slide that says nothing: five seconds. */
const USUAL_DURATION_MS = 5000;

/** When a slide is on the screen. */
export interface TimedSlide {
  /** From the start of the message. */
  readonly beginMs: number;
  readonly endMs: number;
  /** Of each medium of the slide, from the start of the message. */
  readonly media: readonly { readonly beginMs: number; readonly endMs: number }[];
}

/** The slides one after the other, each medium from its `begin` to its `end`, never beyond its slide. */
export function timeSlides(slides: readonly PlacedSlide[]): TimedSlide[] {
  let at = 0;
  return slides.map(({ durationMs, media }) => {
    const beginMs = at;
    const endMs = beginMs + (durationMs ?? USUAL_DURATION_MS);
    at = endMs;
    const within = (ms: number): number => Math.min(endMs, beginMs + ms);
    return {
      beginMs,
      endMs,
      media: media.map(({ medium }) => ({
        beginMs: within(medium.beginMs ?? 0),
        endMs: medium.endMs === undefined ? endMs : within(medium.endMs),
      })),
    };
  });
}

/** A span of a slide in which nothing changes, with the indices of the media that are on the screen. */
export interface SlideFrame {
  readonly durationMs: number;
  readonly shown: ReadonlySet<number>;
}

/** A slide cut where one of its media comes or goes. */
export function framesOf({ beginMs, endMs, media }: TimedSlide): SlideFrame[] {
  const cuts = [...new Set([beginMs, endMs, ...media.flatMap(time => [time.beginMs, time.endMs])])];
  const times = cuts.filter(ms => ms >= beginMs && ms <= endMs).toSorted((a, b) => a - b);
  const frames = times.slice(0, -1).map((from, index) => ({
    durationMs: (times[index + 1] ?? from) - from,
    shown: new Set(media.flatMap((time, at) => (time.beginMs <= from && from < time.endMs ? [at] : []))),
  }));
  return frames.length > 0 ? frames : [{ durationMs: 0, shown: new Set(media.keys()) }];
}
