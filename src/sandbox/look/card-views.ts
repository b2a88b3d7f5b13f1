import type { CalendarEntry, Card } from '../../cards/index.ts';
import { type Html, html } from '../../inspect/index.ts';

/** A contact as a telephone shows it before it is kept. */
export function cardView(card: Card): Html {
  const name = nameOf(card);
  const work = [card.title, ...(card.org ?? [])].filter(text => text !== undefined && text !== '');
  return html`<div class="card">
<p class="initials" aria-hidden="true">${initialsOf(name)}</p>
<h2>${name}</h2>${work.length === 0 ? '' : html`<p class="soft">${work.join(', ')}</p>`}
<dl>${(card.tel ?? []).map(({ number, types = [] }) => fact(types.join(', ').toLowerCase() || 'phone', number))}${(card.email ?? []).map(email => fact('e-mail', email))}${fact('web', card.url)}${fact('address', addressOf(card))}${fact('birthday', card.birthday)}${fact('note', card.note)}${(card.other ?? []).map(({ name: key, value }) => fact(key.toLowerCase(), String(value)))}</dl></div>`;
}

function nameOf({ formattedName, prefix, given, additional, family, suffix, org = [] }: Card): string {
  const whole = [prefix, given, additional, family, suffix].filter(part => part !== undefined && part !== '');
  return formattedName ?? (whole.length > 0 ? whole.join(' ') : (org[0] ?? 'No name'));
}

function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map(word => word?.charAt(0).toUpperCase()).join('');
}

function addressOf({ address = {} }: Card): string | undefined {
  const { poBox, extended, street, city, region, postalCode, country } = address;
  const lines = [poBox, extended, street, `${postalCode ?? ''} ${city ?? ''}`.trim(), region, country];
  const text = lines.filter(line => line !== undefined && line !== '').join('\n');
  return text === '' ? undefined : text;
}

function fact(term: string, value: string | undefined): Html {
  return value === undefined || value === '' ? html`` : html`<dt>${term}</dt><dd class="lines">${value}</dd>`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** An event or a task as a telephone shows it before it is kept. */
export function entryView(entry: CalendarEntry): Html {
  const { type, summary, start, end, due, location, description, recurrence, alarm, status, category } =
    entry;
  const categories = category === undefined ? [] : [category].flat();
  return html`<div class="entry">${leaf(start ?? due)}
<div><h2>${summary ?? (type === 'todo' ? 'Task' : 'Event')}</h2><p class="soft">${[type === 'todo' ? 'task' : 'event', ...categories.map(word => word.toLowerCase())].join(', ')}</p></div>
<dl>${fact('from', moment(start))}${fact('to', moment(end))}${fact('due', moment(due))}${fact('where', location)}${fact('repeats', recurrence)}${fact('alarm', moment(alarm))}${fact('status', status?.toLowerCase())}${fact('notes', description)}</dl></div>`;
}

/** The page of a calendar for a day. */
function leaf(time: string | undefined): Html {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(time ?? '') ?? [];
  if (year === undefined || day === undefined) return html``;
  return html`<p class="leaf" aria-hidden="true"><span>${MONTHS[Number(month) - 1] ?? ''} ${year}</span><b>${Number(day)}</b></p>`;
}

/** ISO text for people; a time without zone is that of the phone. */
function moment(time: string | undefined): string | undefined {
  return time?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::00)?(.*)$/, '$1 $2$3').replace(/Z$/, ' UTC');
}
