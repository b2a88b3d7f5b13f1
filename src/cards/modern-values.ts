import { formatDateTime, parseDateTime } from './date-time.ts';
import { oldEscapes } from './escapes.ts';
import { BASE64, type CardProperty, type ReadProperty } from './property.ts';
import { recurrenceOf } from './recurrence/from-icalendar.ts';

/** A property as the old version writes it. */
export interface ConvertedProperty extends CardProperty {
  /** Parameters that it says in other words. */
  readonly said?: readonly string[];
}

/** What the old version says for a property of a newer one; `undefined` where it says nothing of the kind. */
export type Convert = (property: ReadProperty, start: string | undefined) => ConvertedProperty | undefined;

/** STATUS of iCalendar, and in vCalendar 1.0 (RFC 5545 3.8.1.11; vCalendar 1.0, STATUS). */
export const OLD_STATUS: ReadonlyMap<string, string> = new Map([
  ['TENTATIVE', 'TENTATIVE'],
  ['CONFIRMED', 'CONFIRMED'],
  ['NEEDS-ACTION', 'NEEDS ACTION'],
  ['NEEDS ACTION', 'NEEDS ACTION'],
  ['COMPLETED', 'COMPLETED'],
]);

/** Time transparency as a number: 0 takes the time, 1 does not (vCalendar 1.0, TRANSP). */
const OLD_TRANSPARENCY: ReadonlyMap<string, string> = new Map([
  ['OPAQUE', '0'],
  ['TRANSPARENT', '1'],
]);

/** PARTSTAT of iCalendar that STATUS of an attendee can say (vCalendar 1.0, ATTENDEE). */
const OLD_PARTICIPATION: readonly string[] = ['ACCEPTED', 'TENTATIVE', 'DECLINED', 'DELEGATED', 'COMPLETED'];

/** The list separator of the old version, outside of escapes. */
export function commasAsSemicolons(text: string): string {
  return text.replace(/\\.|,/gs, found => (found === ',' ? ';' : found));
}

const time: Convert = ({ name, value }) => {
  const moment = parseDateTime(value);
  return moment === undefined ? undefined : { name, value: formatDateTime(moment, name) };
};

/** Times of exceptions and additions; a day alone means the occurrence of that day. */
const times: Convert = ({ name, value }, start) => {
  const list = value.split(',').map(text => {
    const moment = parseDateTime(text);
    const isDay = moment !== undefined && !/T/i.test(text) && start !== undefined;
    return isDay ? `${moment.slice(0, 10)}${start.slice(10)}` : moment;
  });
  if (list.includes(undefined)) return undefined;
  return { name, value: list.map(moment => formatDateTime(moment ?? '', name)).join(';') };
};

const rule: Convert = ({ name, value }, start) => {
  const converted = recurrenceOf(value, start);
  return converted === undefined ? undefined : { name, value: converted.rule };
};

/** A word of a table. */
function word(words: ReadonlyMap<string, string>): Convert {
  return ({ name, value }) => {
    const text = value.trim().toUpperCase();
    const known = words.get(text) ?? (/^\d{1,9}$/.test(text) ? text : undefined);
    return known === undefined ? undefined : { name, value: known };
  };
}

const attendee: Convert = ({ name, value, parameters }) => {
  const old = parameters.map(parameter => [parameter, oldParticipation(parameter)] as const);
  return {
    name,
    value: oldEscapes(value).replace(/^mailto:/i, ''),
    parameters: old.flatMap(([, said]) => said ?? []),
    said: old.flatMap(([parameter, said]) => (said === undefined ? [] : [parameter])),
  };
};

function oldParticipation(parameter: string): string | undefined {
  const [key, setting = ''] = parameter.toUpperCase().split('=');
  if (key === 'PARTSTAT') return OLD_PARTICIPATION.includes(setting) ? `STATUS=${setting}` : undefined;
  if (key === 'RSVP') return setting === 'TRUE' ? 'RSVP=YES' : 'RSVP=NO';
  return key === 'LANGUAGE' ? parameter : undefined;
}

/** Octets inside a URI, which the old version has as base64 (RFC 2397). */
const octets: Convert = ({ name, value, parameters }) => {
  if (!/^data:/i.test(value)) return { name, parameters, value: oldEscapes(value) };
  const comma = value.indexOf(',');
  const digits = value.slice(comma + 1).replace(/\s+/g, '');
  if (!/;base64$/i.test(value.slice(0, Math.max(comma, 0))) || !/^[A-Za-z0-9+/=]*$/.test(digits))
    return undefined;
  const [, type] = /^data:[a-z]+\/(?:x-)?([a-z0-9]+)/i.exec(value) ?? [];
  const bare = type === undefined ? [] : [type.toUpperCase()];
  return { name, parameters: [BASE64, ...bare], value: digits };
};

const geo: Convert = ({ name, value }) => {
  const [, latitude, longitude] =
    /^(?:geo:)?\s*([+-]?\d+(?:\.\d+)?)\s*[;,]\s*([+-]?\d+(?:\.\d+)?)/i.exec(value) ?? [];
  return latitude === undefined ? undefined : { name, value: `${latitude},${longitude}` };
};

const timeZone: Convert = ({ name, value }) => {
  const offset = /^[+-]\d\d:?(?:\d\d)?$|^Z$/i.exec(value.trim())?.[0];
  return offset === undefined ? undefined : { name, value: offset };
};

/** Properties of iCalendar that vCalendar 1.0 writes in another way. */
export const MODERN_CALENDAR: ReadonlyMap<string, Convert> = new Map([
  ['ATTACH', octets],
  ['ATTENDEE', attendee],
  ['COMPLETED', time],
  ['CREATED', (property, start) => time({ ...property, name: 'DCREATED' }, start)],
  ['EXDATE', times],
  ['EXRULE', rule],
  ['LAST-MODIFIED', time],
  ['RDATE', times],
  ['RESOURCES', ({ name, value }) => ({ name, value: oldEscapes(commasAsSemicolons(value)) })],
  ['SEQUENCE', word(new Map())],
  ['TRANSP', word(OLD_TRANSPARENCY)],
]);

/** Properties of vCard 3.0 and 4.0 that 2.1 writes in another way. */
export const MODERN_CARD: ReadonlyMap<string, Convert> = new Map([
  ['GEO', geo],
  ['KEY', octets],
  ['LOGO', octets],
  ['PHOTO', octets],
  ['SOUND', octets],
  ['TZ', timeZone],
]);
