import type { Bitmap } from '../../bitmap/index.ts';
import { type Html, html } from './html.ts';

/** Draws a one-bit picture: a path with a piece for each run of black pixels. */
export function bitmapView({ width, height, rows }: Bitmap): Html {
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/#+/g)].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`),
  );
  return html`<svg class="bitmap" viewBox="0 0 ${width} ${height}" width="${width * 2}"><path d="${runs.join('')}"/></svg>`;
}
