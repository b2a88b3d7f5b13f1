import type { Bitmap } from '../../bitmap/index.ts';
import { bitmapView, type Html, html } from '../../inspect/index.ts';

/** Pixels of a screen that a picture of 72x14 or 72x28 was made for. */
const SCREEN = { width: 84, height: 48 } as const;

/** A one-bit picture as wide as it is on the screen. */
export function pixels(bitmap: Bitmap, label: string): Html {
  const isWide = bitmap.width > SCREEN.width;
  return html`<div class="${isWide ? 'pixels wide' : 'pixels'}" role="img" aria-label="${label}">${bitmapView(bitmap)}</div>`;
}

/** What the two keys below a screen do. */
export function keys(left: string, right: string): Html {
  return html`<p class="keys"><span>${left}</span><span>${right}</span></p>`;
}

const BARS = [0, 1, 2, 3] as const;

/** The idle screen with a logo in place of the operator's name. */
export function idleScreen(bitmap: Bitmap): Html {
  const width = Math.max(SCREEN.width, bitmap.width + 12);
  const height = Math.max(SCREEN.height, bitmap.height + 34);
  const left = Math.floor((width - bitmap.width) / 2);
  const top = Math.floor((height - bitmap.height) / 2) - 3;
  return html`<svg class="idle" viewBox="0 0 ${width} ${height}" role="img" aria-label="Idle screen with the logo">
<g>${BARS.map(bar => html`<path d="M1 ${height - 12 - bar * 6}h${2 + bar}v4h-${2 + bar}z"/>`)}<path d="M1 3h5l-2 3v4h-1v-4z"/></g>
<g transform="translate(${width} 0)">${BARS.map(bar => html`<path d="M-1 ${height - 12 - bar * 6}h-${2 + bar}v4h${2 + bar}z"/>`)}<path d="M-5 10v-6h1v-1h2v1h1v6z"/></g>
<g transform="translate(${left} ${top})">${pathOf(bitmap)}</g>
<g transform="translate(${Math.floor(width / 2) - 10} ${height - 8})">${pathOf(MENU)}</g>
</svg>`;
}

function pathOf({ rows }: Pick<Bitmap, 'rows'>): Html {
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/#+/g)].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`),
  );
  return html`<path d="${runs.join('')}"/>`;
}

/** The word over the middle key. */
const MENU = {
  rows: [
    '#...#...............',
    '##.##...............',
    '#.#.#..##..###..#..#',
    '#...#.#..#.#..#.#..#',
    '#...#.####.#..#.#..#',
    '#...#.#....#..#.#..#',
    '#...#..###.#..#..###',
  ],
} as const;
