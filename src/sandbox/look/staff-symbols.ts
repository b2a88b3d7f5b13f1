import { type Html, html } from '../../inspect/index.ts';
import type { NoteDuration } from '../../ringtone/index.ts';

/** The treble clef; its curl turns round the line of G. */
export const CLEF: Html = html`<path class="clef" d="M6.5 43C6.5 46 12.5 47 12.5 41.500L9 3C8.5 -4 11 -10 13.5 -12C16.5 -6 15 -1 11 4.500C6 10.5 1.5 14 1.5 21.500C1.5 28.5 6.5 32 11.5 32C16.5 32 19.5 29 19.5 25C19.5 20.5 16 18.2 12.8 18.500C9.5 18.8 7.5 21.5 7.8 24.500C8 26.5 9.5 28 11 28"/><circle cx="7.6" cy="42.5" r="2.4"/>`;

export const SHARP: Html = html`<path class="stem" d="M-2 -7V9M2 -9V7"/><path class="sharp" d="M-4.5 -1.500L4.5 -4.500M-4.5 4.500L4.5 1.5"/>`;

/** The head of a note: hollow when it is long. */
export function head(duration: NoteDuration, x: number, y: number): Html {
  if (duration === 1) return html`<ellipse class="hollow" cx="${x}" cy="${y}" rx="5.2" ry="3.4"/>`;
  const place = `rotate(-22 ${x} ${y})`;
  return duration === 2
    ? html`<ellipse class="hollow" cx="${x}" cy="${y}" rx="4.3" ry="3" transform="${place}"/>`
    : html`<ellipse cx="${x}" cy="${y}" rx="4.9" ry="3.5" transform="${place}"/>`;
}

const FLAGS: Readonly<Record<NoteDuration, number>> = { 1: 0, 2: 0, 4: 0, 8: 1, 16: 2, 32: 3 };

/** The flags at the end of a stem, one for an eighth. */
export function flags(duration: NoteDuration, x: number, end: number, isUp: boolean): Html {
  const down = isUp ? 1 : -1;
  const drawn = Array.from({ length: FLAGS[duration] }, (_, flag) => {
    const y = end + flag * 5.5 * down;
    return html`<path d="M${x} ${y}c0 ${5 * down} 8 ${6 * down} 5 ${14 * down}c1 ${-6 * down} -3 ${-8 * down} -5 ${-9 * down}z"/>`;
  });
  return html`${drawn}`;
}

function slanted(dots: number): Html {
  const curls = Array.from({ length: dots }, (_, dot) => {
    const y = 10 + dot * 5;
    const x = -2 - dot * 1.2;
    return html`<circle cx="${x}" cy="${y}" r="1.9"/><path class="stem" d="M${x} ${y + 1.5}q3 1.5 ${5.5} -2.5"/>`;
  });
  return html`${curls}<path class="stem" d="M4 9L${-1 - dots} ${17 + dots * 4}"/>`;
}

/** Silence of each length, at the place of the middle line. */
export const REST_SYMBOLS: Readonly<Record<NoteDuration, Html>> = {
  1: html`<path d="M-5 8h10v4h-10z"/>`,
  2: html`<path d="M-5 12h10v4h-10z"/>`,
  4: html`<path class="rest" d="M-2 5L3 11C0 14 0 15 3 20C-2 18 -4 21 0 26"/>`,
  8: slanted(1),
  16: slanted(2),
  32: slanted(3),
};
