import { type Html, html } from '../../inspect/index.ts';
import { countOf } from '../../text/index.ts';
import type { TimedSlide } from '../timeline.ts';

const LANES = [
  { name: 'image', label: 'Pictures' },
  { name: 'video', label: 'Films' },
  { name: 'text', label: 'Texts' },
  { name: 'audio', label: 'Sounds' },
] as const;

/** Height of a lane and width of the drawing, in its units. */
const LANE = 18;
const WIDTH = 1000;

/** The times of a message as a drawing: a lane for every kind of medium, a line between slides. */
export function timelineView(slides: readonly TimedSlide[]): Html {
  const total = slides.at(-1)?.endMs ?? 0;
  if (total === 0) return html``;
  const at = (ms: number): number => Math.round((ms / total) * WIDTH);
  const used = LANES.filter(({ name }) =>
    slides.some(({ media }) => media.some(({ placed }) => placed.part?.kind === name)),
  );
  const height = Math.max(1, used.length) * LANE;
  const blocks = slides.flatMap(({ media }, slide) =>
    media.flatMap(({ placed: { part, medium }, beginMs, endMs }) => {
      const width = Math.max(2, at(endMs) - at(beginMs) - 2);
      return used.flatMap(({ name }, lane) => {
        if (name !== part?.kind) return [];
        return html`<rect class="lane-${name}" x="${at(beginMs)}" y="${lane * LANE + 3}" width="${width}" height="${LANE - 6}" rx="3" data-slide="${slide + 1}"><title>${medium.src}</title></rect>`;
      });
    }),
  );
  const lines = slides.slice(1).map(({ beginMs }) => html`<path d="M${at(beginMs)} 0V${height}"/>`);
  return html`<div class="timeline">
<div class="controls"><button type="button" data-do="previous" aria-label="Previous slide">&#171;</button><button type="button" data-do="play" aria-label="Play">&#9654;</button><button type="button" data-do="next" aria-label="Next slide">&#187;</button><input type="range" min="0" max="${total}" value="0" step="50" aria-label="Time in milliseconds"><output>0.0 s</output><span class="soft"> of ${(total / 1000).toFixed(1)} s, ${countOf(slides.length, 'slide')}</span></div>
<div class="lanes"><ul>${used.map(({ label }) => html`<li>${label}</li>`)}</ul><svg viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${countOf(slides.length, 'slide')} in ${(total / 1000).toFixed(1)} seconds">${blocks}${lines}<path class="head" d="M0 0V${height}"/></svg></div>
</div>`;
}
