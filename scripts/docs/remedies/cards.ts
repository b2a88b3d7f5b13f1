import type { Remedies } from './remedy.ts';

/** What to do about contacts and appointments. */
export const CARD_REMEDIES = {
  'card/not-a-card': 'Begin the text with `BEGIN:VCARD` or `BEGIN:VCALENDAR`.',
  'card/value': 'Correct the value that `path` names; dates are written as `1970-01-31`.',
  'card/option': 'Choose a value that the message names.',
  'card/unknown-key': 'Choose one of the keys that the hint lists; another property goes into `other`.',
  'card/missing': 'Give a contact a name, and an appointment a beginning.',
  'card/property': 'Name the property with letters, digits and hyphens.',
  'card/version': 'Add `VERSION:2.1` (a calendar: `VERSION:1.0`) as the second line.',
  'card/missing-name': 'Add an `N` line, such as `N:Smith;John`; phones file a contact under it.',
  'card/commas-in-name': 'Write semicolons between family and given name: `N:Smith;John`.',
  'card/missing-end': 'End the text with `END:VCARD` (or `END:VCALENDAR`), or get the whole of it.',
  'card/final-line-end': 'End the last line with a line end, as the specification has it.',
  'card/bad-line': 'Write the line as `NAME:value`, or remove it; it was left out.',
  'card/missing-fold': 'Begin each line that goes on with the line before with a blank.',
  'card/frame': 'Write nothing behind the name in `BEGIN:` and `END:` lines.',
  'card/escape': 'Write commas as they are in vCard 2.1; only `;` needs a backslash.',
  'card/rule-without-end': 'Give the rule an end: `#10` for ten times, `#0` for ever, or a date.',
  'card/encoding': 'Encode the value as it says, or leave `ENCODING` out.',
  'card/unreadable-value': 'Write the value in the form of the property, such as `19700131` for a birthday.',
  'card/lost': 'Nothing, unless you need the property: phones of that time have no place for it.',
  'card/further-cards': 'Split the file, and send each card by itself.',
  'card/time-zone': 'Write the time in UTC (`20260101T090000Z`) where people in other zones get it.',
} satisfies Remedies;
