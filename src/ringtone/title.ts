import { indexOfControl } from '../text/index.ts';
import type { Warnings } from '../warnings.ts';
import { MAX_TITLE } from './check-tune.ts';

/** The first `length` UTF-16 units, one less where that would halve a surrogate pair. */
export function cutTitle(title: string, length: number): string {
  const last = title.charCodeAt(length - 1);
  return title.slice(0, title.length > length && last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** A title that was read, made fit for the tune model. */
export function readTitle(title: string, warnings: Warnings): string {
  let text = title;
  if (indexOfControl(text) >= 0) {
    warnings.warn('ringtone/title-changed', 'control characters in the title were dropped', {
      path: 'title',
    });
    text = [...text].filter(character => indexOfControl(character) < 0).join('');
  }
  if (text.length > MAX_TITLE) {
    warnings.warn('ringtone/title-cut', `a title of ${text.length} characters was cut to ${MAX_TITLE}`, {
      path: 'title',
    });
    text = cutTitle(text, MAX_TITLE);
  }
  return text;
}
