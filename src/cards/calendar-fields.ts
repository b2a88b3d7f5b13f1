import type { CalendarEntry } from './calendar-entry.ts';
import { formatDateTime, parseDateTime } from './date-time.ts';
import { escapeText, joinComponents, splitComponents, unescapeText } from './escapes.ts';
import { badValue, type Field, own, textOf, textsOf } from './field.ts';
import { recurrenceOf } from './recurrence.ts';

type CalendarField = Field<CalendarEntry>;

const VISIBILITIES = ['PUBLIC', 'PRIVATE', 'CONFIDENTIAL'] as const;

/** A recurrence rule by its beginning and its characters (vCalendar 1.0): `MP1 2+ TU #0`, `W2 MO 19990101T000000Z`. */
const RECURRENCE = /^(?:D|W|MP|MD|YM|YD)\d[A-Z0-9#+$ -]*$/;

/** A property that holds one text. */
function text(name: string, key: 'status' | 'summary' | 'description' | 'location'): CalendarField {
  return {
    name,
    keys: [key],
    write: entry => {
      const value = textOf(entry, key);
      return value === '' ? [] : [{ name, value: escapeText(value) }];
    },
    read: (property, entry, escaping) => {
      entry[key] = unescapeText(property.value, escaping);
      return true;
    },
  };
}

/** A property that holds a time. */
function time(name: string, key: 'start' | 'end' | 'due'): CalendarField {
  return {
    name,
    keys: [key],
    write: entry => {
      const value = textOf(entry, key);
      return value === '' ? [] : [{ name, value: formatDateTime(value, key) }];
    },
    read: (property, entry) => {
      const value = parseDateTime(property.value);
      if (value !== undefined) entry[key] = value;
      return value !== undefined;
    },
  };
}

const categories: CalendarField = {
  name: 'CATEGORIES',
  keys: ['category'],
  write: entry => {
    const { category = '' } = entry;
    const names = typeof category === 'string' ? [category] : textsOf(entry, 'category');
    const value = joinComponents(names, 'category');
    return value === '' ? [] : [{ name: 'CATEGORIES', value }];
  },
  read: (property, entry, escaping) => {
    const separated = escaping === 'old' ? property.value : property.value.replace(/(?<!\\),/g, ';');
    const names = splitComponents(separated, escaping);
    entry.category = names.length === 1 ? (names[0] ?? '') : names;
    return true;
  },
};

const priority: CalendarField = {
  name: 'PRIORITY',
  keys: ['priority'],
  write: entry => {
    const value = own(entry, 'priority');
    if (value === undefined) return [];
    if (!Number.isInteger(value) || value < 0 || value > 9)
      throw badValue('an integer from 0 to 9', value, 'priority');
    return [{ name: 'PRIORITY', value: String(value) }];
  },
  read: (property, entry) => {
    if (!/^\d$/.test(property.value.trim())) return false;
    entry.priority = Number(property.value);
    return true;
  },
};

const visibility: CalendarField = {
  name: 'CLASS',
  keys: ['visibility'],
  write: entry => {
    const value = own(entry, 'visibility');
    if (value === undefined) return [];
    if (!VISIBILITIES.includes(value))
      throw badValue(`one of ${VISIBILITIES.join(', ')}`, value, 'visibility');
    return [{ name: 'CLASS', value }];
  },
  read: (property, entry) => {
    const value = VISIBILITIES.find(known => known === property.value.trim().toUpperCase());
    if (value !== undefined) entry.visibility = value;
    return value !== undefined;
  },
};

const recurrence: CalendarField = {
  name: 'RRULE',
  keys: ['recurrence'],
  write: entry => {
    const value = textOf(entry, 'recurrence');
    if (value === '') return [];
    if (!RECURRENCE.test(value)) throw badValue('a rule such as W1 MO FR #10', value, 'recurrence');
    return [{ name: 'RRULE', value }];
  },
  read: (property, entry, escaping) => {
    const rule = escaping === 'old' ? property.value.trim().toUpperCase() : recurrenceOf(property.value);
    const isRule = rule !== undefined && RECURRENCE.test(rule);
    if (isRule) entry.recurrence = rule;
    return isRule;
  },
};

/** The form with the time alone, which phones read; the run time; snooze; repeat; content form is read. */
const alarm: CalendarField = {
  name: 'AALARM',
  keys: ['alarm'],
  write: entry => {
    const value = textOf(entry, 'alarm');
    return value === '' ? [] : [{ name: 'AALARM', value: formatDateTime(value, 'alarm') }];
  },
  read: (property, entry, escaping) => {
    const [runTime = '', ...rest] = splitComponents(property.value, escaping);
    const value = parseDateTime(runTime);
    if (value === undefined || rest.some(part => part !== '')) return false;
    entry.alarm = value;
    return true;
  },
};

/** The properties that have keys, in the order in which they are written (vCalendar 1.0). */
export const CALENDAR_FIELDS: readonly CalendarField[] = [
  categories,
  text('STATUS', 'status'),
  time('DTSTART', 'start'),
  time('DTEND', 'end'),
  text('SUMMARY', 'summary'),
  text('DESCRIPTION', 'description'),
  text('LOCATION', 'location'),
  time('DUE', 'due'),
  priority,
  visibility,
  recurrence,
  alarm,
];

/** The other properties of events and tasks in vCalendar 1.0; with them `X-` names are kept. */
export const OTHER_CALENDAR_PROPERTIES: readonly string[] = [
  'ATTACH',
  'ATTENDEE',
  'COMPLETED',
  'DALARM',
  'DCREATED',
  'LAST-MODIFIED',
  'MALARM',
  'PALARM',
  'RELATED-TO',
  'RESOURCES',
  'RNUM',
  'SEQUENCE',
  'TRANSP',
  'UID',
  'URL',
];
