import { bitmapOfRows } from '../bitmap/index.ts';
import { ANIMATIONS, type EmsItem, type EmsTextFormat, emsItems, SOUNDS } from '../ems/index.ts';
import { isMmsError } from '../errors.ts';
import { bitmapView, type Html, html } from '../inspect/index.ts';
import type { PduSubmission } from '../submit/index.ts';

/** The items of an SMS, if there is EMS in its header. */
function itemsOf({ userDataHeader, text = '' }: PduSubmission): EmsItem[] {
  if (userDataHeader === undefined) return [];
  try {
    return emsItems(userDataHeader, text);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return [];
  }
}

/** True for an SMS with text formats, sounds or pictures in its header. */
export function isEms(message: PduSubmission): boolean {
  return itemsOf(message).some(
    item => item.type !== 'element' && !(item.type === 'text' && item.format === undefined),
  );
}

/** What a telephone with EMS would show, roughly. */
export function emsView(message: PduSubmission): Html {
  return html`<div class="ems">${itemsOf(message).map(itemView)}</div>`;
}

function itemView(item: EmsItem): Html {
  switch (item.type) {
    case 'text':
      return html`<span class="text" style="${styleOf(item.format)}">${item.text}</span>`;
    case 'picture':
      return bitmapView(bitmapOfRows(item.rows));
    case 'userAnimation':
      return html`${item.frames.map(rows => bitmapView(bitmapOfRows(rows)))}`;
    case 'sound':
      return html`<small>sound ${item.number}: ${SOUNDS[item.number] ?? ''}</small>`;
    case 'animation':
      return html`<small>animation ${item.number}: ${ANIMATIONS[item.number] ?? ''}</small>`;
    case 'melody':
      return html`<small>melody</small><pre>${'imelody' in item ? item.imelody : ''}</pre>`;
    default:
      return html``;
  }
}

const SIZES = { normal: '', small: 'font-size: 80%;', large: 'font-size: 130%;' } as const;

function styleOf(format: EmsTextFormat = {}): string {
  const { size = 'normal', bold, italic, underline, strikethrough } = format;
  const lines = [underline === true ? 'underline' : '', strikethrough === true ? 'line-through' : '']
    .join(' ')
    .trim();
  const rules = [
    SIZES[size],
    bold === true ? 'font-weight: bold;' : '',
    italic === true ? 'font-style: italic;' : '',
    lines === '' ? '' : `text-decoration: ${lines};`,
  ];
  return rules.filter(rule => rule !== '').join(' ');
}
