import type { CalendarEntry } from './calendar-entry.ts';
import { formatDateTime, parseDateTime } from './date-time.ts';
import { type Escaping, splitComponents } from './escapes.ts';
import { type Field, listOf, textOf } from './field.ts';
import type { CardProperty, ReadProperty } from './property.ts';

type CalendarField = Field<CalendarEntry>;

/** Alarms with a sound, with a text and with a program (vCalendar 1.0, AALARM, DALARM, PALARM). */
export const ALARM_NAMES: readonly string[] = ['AALARM', 'DALARM', 'PALARM'];

/**
 * The alarm with a sound, in the form with the time alone, which phones read. Of run time; snooze; repeat; content the
 * time is read, and the whole is kept where it says more or could be taken for another alarm; it then stands for the
 * time when it is written.
 */
const withSound: CalendarField = {
  name: 'AALARM',
  keys: ['alarm'],
  write: entry => {
    const value = textOf(entry, 'alarm');
    if (value === '' || isSpelledOut(entry, value)) return [];
    return [{ name: 'AALARM', value: formatDateTime(value, 'alarm') }];
  },
  read: (property, entry, { escaping }) => {
    const value = runTimeOf(property.value, escaping);
    if (value !== undefined) entry.alarm = value;
    return value !== undefined;
  },
  saysMore: (property, siblings) => {
    const [runTime = '', ...more] = splitComponents(property.value, 'old');
    return more.some(part => !/^0*$/.test(part.trim())) || hasOther(property, runTime, siblings);
  },
};

/** An alarm of another kind: its time is that of the entry unless one with a sound has it, and it is kept as it is. */
function silent(name: string): CalendarField {
  return {
    name,
    keys: [],
    write: () => [],
    read: (property, entry, { escaping }) => {
      const value = runTimeOf(property.value, escaping);
      if (value !== undefined) entry.alarm ??= value;
      return value !== undefined;
    },
    saysMore: () => true,
  };
}

/** The time at the beginning of an alarm. */
function runTimeOf(value: string, escaping: Escaping): string | undefined {
  return parseDateTime(splitComponents(value, escaping)[0] ?? '');
}

/** Whether there is an alarm besides one at its time. */
function hasOther(alarm: ReadProperty, runTime: string, siblings: readonly ReadProperty[]): boolean {
  const others = siblings.filter(other => other !== alarm && ALARM_NAMES.includes(other.name));
  const time = others.length === 0 ? undefined : parseDateTime(runTime);
  return time !== undefined && others.some(({ value }) => runTimeOf(value, 'old') === time);
}

function isSpelledOut(entry: CalendarEntry, time: string): boolean {
  return listOf(entry, 'other').some(value => {
    const { name, value: text }: Partial<CardProperty> = Object(value);
    if (name === undefined || !ALARM_NAMES.includes(name) || typeof text !== 'string') return false;
    return runTimeOf(text, 'old') === parseDateTime(time);
  });
}

/** The alarms that have a time, one row each. */
export const ALARM_FIELDS: readonly CalendarField[] = [withSound, silent('DALARM'), silent('PALARM')];
