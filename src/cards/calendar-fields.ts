import type { Warnings } from '../warnings.ts';
import { ALARM_FIELDS, ALARM_NAMES } from './alarm-fields.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { formatDateTime, parseDateTime } from './date-time.ts';
import { escapeText, joinComponents, unescapeText } from './escapes.ts';
import { badValue, componentsOf, type Field, own, textOf, textsOf } from './field.ts';
import { commasAsSemicolons, OLD_STATUS } from './modern-values.ts';
import type { CardProperty, ReadProperty } from './property.ts';
import { recurrenceOf } from './recurrence/from-icalendar.ts';
import { oldRule, ruleOf } from './recurrence/rule.ts';

type CalendarField = Field<CalendarEntry>;

const VISIBILITIES = ['PUBLIC', 'PRIVATE', 'CONFIDENTIAL'] as const;

/** A property that holds one text. */
function text(name: string, key: 'summary' | 'description' | 'location'): CalendarField {
  return {
    name,
    keys: [key],
    write: entry => simple(name, textOf(entry, key)),
    read: (property, entry, { escaping }) => {
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
  read: (property, entry, context) => {
    const value = context.isModern ? commasAsSemicolons(property.value) : property.value;
    const names = componentsOf({ ...property, value }, context);
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
    if (ruleOf(value) === undefined) throw badValue('a rule such as W1 MO FR #10', value, 'recurrence');
    return [{ name: 'RRULE', value }];
  },
  read: (property, entry, { isModern, start, warnings }) => {
    const rule = isModern ? modernRule(property, start, warnings) : oldRule(property.value);
    if (rule === undefined || ruleOf(rule) === undefined) return false;
    entry.recurrence = rule;
    return true;
  },
};

function modernRule(
  property: ReadProperty,
  start: string | undefined,
  warnings: Warnings,
): string | undefined {
  const converted = recurrenceOf(property.value, start);
  for (const part of converted?.lost ?? []) {
    warnings.warn('card/lost', `${part} of RRULE`, { line: property.line });
  }
  return converted?.rule;
}

const status: CalendarField = {
  name: 'STATUS',
  keys: ['status'],
  write: entry => simple('STATUS', textOf(entry, 'status')),
  read: (property, entry, { escaping, isModern }) => {
    const value = unescapeText(property.value, escaping);
    const known = isModern ? OLD_STATUS.get(value.trim().toUpperCase()) : value;
    if (known !== undefined) entry.status = known;
    return known !== undefined;
  },
};

function simple(name: string, value: string): CardProperty[] {
  return value === '' ? [] : [{ name, value: escapeText(value) }];
}

/** The properties that have keys, in the order in which they are written (vCalendar 1.0). */
export const CALENDAR_FIELDS: readonly CalendarField[] = [
  categories,
  status,
  time('DTSTART', 'start'),
  time('DTEND', 'end'),
  text('SUMMARY', 'summary'),
  text('DESCRIPTION', 'description'),
  text('LOCATION', 'location'),
  time('DUE', 'due'),
  priority,
  visibility,
  recurrence,
  ...ALARM_FIELDS,
];

/** The other properties of events and tasks in vCalendar 1.0; with them `X-` names are kept. */
export const OTHER_CALENDAR_PROPERTIES: readonly string[] = [
  ...ALARM_NAMES,
  'ATTACH',
  'ATTENDEE',
  'COMPLETED',
  'DCREATED',
  'EXDATE',
  'EXRULE',
  'LAST-MODIFIED',
  'MALARM',
  'RDATE',
  'RELATED-TO',
  'RESOURCES',
  'RNUM',
  'SEQUENCE',
  'TRANSP',
  'UID',
  'URL',
];
