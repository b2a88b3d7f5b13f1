import type { PlacedMedium, PlacedSlide } from './screen.ts';

/** What a phone takes for a slide that says nothing: five seconds. */
const USUAL_DURATION_MS = 5000;

/** When a slide is on the screen. */
export interface TimedSlide {
  /** From the start of the message. */
  readonly beginMs: number;
  readonly endMs: number;
  readonly media: readonly TimedMedium[];
}

/** When a medium is on the screen, from the start of the message. */
export interface TimedMedium {
  readonly placed: PlacedMedium;
  readonly beginMs: number;
  readonly endMs: number;
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
      media: media.map(placed => ({
        placed,
        beginMs: within(placed.medium.beginMs ?? 0),
        endMs: within(placed.medium.endMs ?? endMs),
      })),
    };
  });
}

/** A span of a slide in which nothing changes, with the indices of the media that are on the screen. */
export interface SlideFrame {
  readonly durationMs: number;
  readonly shown: ReadonlySet<number>;
}

/** A slide cut where one of its media comes or goes; one without length shows all of them. */
export function framesOf({ beginMs, endMs, media }: TimedSlide): SlideFrame[] {
  if (beginMs === endMs) return [{ durationMs: 0, shown: new Set(media.keys()) }];
  const cuts = new Set([endMs, ...media.flatMap(time => [time.beginMs, time.endMs])]);
  let from = beginMs;
  return [...cuts]
    .filter(ms => ms > beginMs)
    .sort((a, b) => a - b)
    .map(until => {
      const shown = media.flatMap((time, at) => (time.beginMs <= from && from < time.endMs ? [at] : []));
      const durationMs = until - from;
      from = until;
      return { durationMs, shown: new Set(shown) };
    });
}
