import { fromScript, oneOf, type Shape, text } from '../schema/index.ts';

/** A text without NUL, as header fields have them. */
export function headerText(description: string): Shape<string> {
  return text(description, { pattern: /^[^\0]*$/u, called: 'a text without NUL' });
}

const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/u;

/** A date as text; a script may pass a `Date`. */
export function headerDate(description: string): Shape<string | Date> {
  const called = 'a date such as "2004-05-23T14:14:58Z"';
  return oneOf(description, [
    text('ISO 8601; UTC when it has no zone.', { pattern: ISO_DATE, called }),
    fromScript('a Date', value => value instanceof Date),
  ]);
}
