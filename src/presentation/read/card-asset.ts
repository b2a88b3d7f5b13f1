import { type CalendarEntry, type Card, formatVCalendar, formatVCard } from '../../cards/index.ts';
import { type Asset, textAsset } from '../asset.ts';

/** A contact as vCard; an event or to-do, which has a `type`, as vCalendar. The writers check what they are given. */
export function cardAsset(model: Readonly<Record<string, unknown>>, stem: string, path: string): Asset {
  if (Object.hasOwn(model, 'type')) {
    const entry: Partial<CalendarEntry> = model;
    const text = formatVCalendar(entry as CalendarEntry);
    return { ...textAsset(text, `${stem}.vcs`, path), contentType: 'text/x-vCalendar' };
  }
  const card: Card = model;
  return { ...textAsset(formatVCard(card), `${stem}.vcf`, path), contentType: 'text/x-vCard' };
}
