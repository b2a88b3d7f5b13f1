import { describe, expect, it } from 'vitest';
import type { CalendarEntry, Card } from '../../../src/cards/index.ts';
import { cardView, entryView } from '../../../src/sandbox/look/card-views.ts';

describe('a contact on the phone', () => {
  const shown = (card: Card): string => String(cardView(card));

  it.each<[Card, name: string, initials: string]>([
    [{ formattedName: 'Ann Other', given: 'Anna' }, 'Ann Other', 'AO'],
    [{ prefix: 'Dr', given: 'Ann', family: 'Other', suffix: '' }, 'Dr Ann Other', 'DO'],
    [{ org: ['Harbour Café', 'Kitchen'] }, 'Harbour Café', 'HC'],
    [{ org: ['Harbour'] }, 'Harbour', 'H'],
    [{ formattedName: '112' }, '112', ''],
    [{}, 'No name', 'NN'],
  ])('that says %j is called %s', (card, name, initials) => {
    expect(shown(card)).toContain(`<h2>${name}</h2>`);
    expect(shown(card)).toContain(`aria-hidden="true">${initials}</p>`);
  });

  it('has its work below its name, where it has any', () => {
    expect(shown({ title: 'Cook', org: ['Harbour Café', ''] })).toContain(
      '<p class="soft">Cook, Harbour Café</p>',
    );
    expect(shown({ given: 'Ann' })).not.toContain('class="soft"');
  });

  it('lists what can be dialled and written to, and what else the card says', () => {
    const text = shown({
      tel: [{ number: '+447700900123', types: ['WORK', 'CELL'] }, { number: '112' }],
      email: ['ann@example.com'],
      birthday: '1970-01-31',
      address: { street: '1 Quay', postalCode: 'AB1', city: 'Town', country: 'UK' },
      other: [{ name: 'X-ICQ', value: '42' }],
    });
    for (const [term, value] of [
      ['work, cell', '+447700900123'],
      ['phone', '112'],
      ['e-mail', 'ann@example.com'],
      ['birthday', '1970-01-31'],
      ['address', '1 Quay\nAB1 Town\nUK'],
      ['x-icq', '42'],
    ])
      expect(text).toContain(`<dt>${term}</dt><dd class="lines">${value}</dd>`);
    expect(text).not.toContain('<dt>note</dt>');
  });
});

describe('an entry of a calendar on the phone', () => {
  const shown = (entry: CalendarEntry): string => String(entryView(entry));
  const leafOf = (entry: CalendarEntry) => /<p class="leaf"[^>]*>(.*?)<\/p>/.exec(shown(entry))?.[1];

  it('is called by its summary, else by what it is', () => {
    expect(shown({ type: 'event', summary: 'Supper' })).toContain('<h2>Supper</h2><p class="soft">event</p>');
    expect(shown({ type: 'event' })).toContain('<h2>Event</h2>');
    expect(shown({ type: 'todo' })).toContain('<h2>Task</h2><p class="soft">task</p>');
  });

  it('names its categories, one or several', () => {
    expect(shown({ type: 'event', category: 'MEETING' })).toContain('>event, meeting<');
    expect(shown({ type: 'todo', category: ['PHONE CALL', 'TRAVEL'] })).toContain(
      '>task, phone call, travel<',
    );
  });

  it('stands on the leaf of the day when it begins, or when it is due', () => {
    expect(leafOf({ type: 'event', start: '2030-05-04T19:00:00Z' })).toBe('<span>May 2030</span><b>4</b>');
    expect(leafOf({ type: 'todo', due: '20301224' })).toBe('<span>Dec 2030</span><b>24</b>');
    expect(leafOf({ type: 'todo' })).toBeUndefined();
    expect(leafOf({ type: 'event', start: '2030-13-01' })).toBe('<span> 2030</span><b>1</b>');
  });

  it('has times for people, in UTC where they say so', () => {
    const text = shown({
      type: 'event',
      start: '2030-05-04T19:00:00Z',
      end: '2030-05-04T20:30:15',
      status: 'TENTATIVE',
    });
    expect(text).toContain('<dt>from</dt><dd class="lines">2030-05-04 19:00 UTC</dd>');
    expect(text).toContain('<dt>to</dt><dd class="lines">2030-05-04 20:30:15</dd>');
    expect(text).toContain('<dt>status</dt><dd class="lines">tentative</dd>');
  });
});
