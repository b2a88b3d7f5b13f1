import type { Issue } from '../issues/index.ts';
import type { CardProperty } from './property.ts';

/**
 * An event or a task, as vCalendar 1.0 knows them. Times are ISO 8601: `2006-05-04T09:00:00Z`, without `Z` a time of
 * the reader's own zone; an offset is converted to UTC.
 */
export interface CalendarEntry {
  readonly type: 'event' | 'todo';
  /** Such as MEETING, PHONE CALL, ANNIVERSARY, MISCELLANEOUS, DATE, TRAVEL, VACATION; several as a list. */
  readonly category?: string | readonly string[] | undefined;
  /** Such as TENTATIVE, CONFIRMED, NEEDS ACTION, COMPLETED. */
  readonly status?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  /** When a task is due. */
  readonly due?: string | undefined;
  /** 1 is the highest, 0 none. */
  readonly priority?: number | undefined;
  readonly visibility?: 'PUBLIC' | 'PRIVATE' | 'CONFIDENTIAL' | undefined;
  /** A rule of the vCalendar 1.0 grammar, such as `W1 MO FR #10`. */
  readonly recurrence?: string | undefined;
  /** When an alarm sounds, or else shows a text. */
  readonly alarm?: string | undefined;
  /** Properties without a key of their own, and the second of those that an entry has once. */
  readonly other?: readonly CardProperty[] | undefined;
}

/** An entry that was read, with what was odd about its text and what of it is lost. */
export interface ParsedCalendarEntry extends CalendarEntry {
  readonly version: '1.0' | '2.0';
  readonly warnings: readonly Issue[];
}
