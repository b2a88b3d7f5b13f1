import { bitmapOfRows } from '../../bitmap/index.ts';
import { ANIMATIONS, type EmsItem, type EmsTextFormat, SOUNDS } from '../../ems/index.ts';
import { bitmapView, type Html, html } from '../../inspect/index.ts';
import type { Tune } from '../../ringtone/index.ts';
import { melodyOf } from './tunes.ts';

/** What a telephone with EMS shows, one thing after the other. */
export function emsView(items: readonly EmsItem[], tuneView: (tune: Tune) => Html): Html {
  return html`<div class="ems">${items.map(item => itemView(item, tuneView))}</div>`;
}

function itemView(item: EmsItem, tuneView: (tune: Tune) => Html): Html {
  switch (item.type) {
    case 'text':
      return html`<span class="${classesOf(item.format)}">${item.text}</span>`;
    case 'picture':
      return html`<div class="pixels" role="img" aria-label="Picture">${bitmapView(bitmapOfRows(item.rows))}</div>`;
    case 'userAnimation':
      return html`<div class="frames" role="img" aria-label="Animation of ${item.frames.length} pictures">${item.frames.map(rows => bitmapView(bitmapOfRows(rows)))}</div>`;
    case 'sound':
      return html`<p class="built-in">♪ sound ${item.number}: ${SOUNDS[item.number] ?? 'not assigned'}</p>`;
    case 'animation':
      return html`<p class="built-in">animation ${item.number}: ${ANIMATIONS[item.number] ?? 'not assigned'}</p>`;
    case 'melody': {
      const tune = melodyOf(item);
      return tune === undefined ? html`<pre>${'imelody' in item ? item.imelody : ''}</pre>` : tuneView(tune);
    }
    default:
      return html``;
  }
}

/** Names of the formats as classes of the page. */
function classesOf(format: EmsTextFormat = {}): string {
  const { size = 'normal', alignment = 'language', foreground, background } = format;
  const styles = (['bold', 'italic', 'underline', 'strikethrough'] as const).filter(
    style => format[style] === true,
  );
  const colours = [foreground && `ink-${foreground}`, background && `on-${background}`];
  return ['run', size, `to-${alignment}`, ...styles, ...colours].filter(Boolean).join(' ');
}
