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
