import type { IssueCodeRow } from './row.ts';

/** Codes about contact and calendar cards. */
export const CARDS_ISSUES = {
  'card/not-a-card': {
    severity: 'error',
    title: 'the text is not a vCard or vCalendar',
    clause: 'vCard 2.1',
  },
  'card/value': { severity: 'error', title: 'a value that a card cannot hold' },
  'card/option': { severity: 'error', title: 'an option that a reader or writer of cards does not have' },
  'card/unknown-key': { severity: 'error', title: 'a card has no such key' },
  'card/missing': { severity: 'error', title: 'a card lacks a required property', clause: 'vCard 2.1' },
  'card/property': { severity: 'error', title: 'a property or parameter that may not be written' },
  'card/version': { severity: 'warning', title: 'no version, or an unknown one', clause: 'vCard 2.1' },
  'card/missing-name': { severity: 'warning', title: 'no N property', clause: 'vCard 2.1' },
  'card/commas-in-name': {
    severity: 'warning',
    title: 'a name with commas where semicolons belong',
    clause: 'vCard 2.1',
  },
  'card/missing-end': {
    severity: 'warning',
    title: 'an END that is missing or misplaced',
    clause: 'vCard 2.1',
  },
  'card/final-line-end': {
    severity: 'warning',
    title: 'no line end after the last line',
    clause: 'vCard 2.1',
  },
  'card/bad-line': {
    severity: 'warning',
    title: 'a line that is not a property, left out',
    clause: 'vCard 2.1',
  },
  'card/missing-fold': {
    severity: 'warning',
    title: 'a long line that goes on without the blank that says so',
    clause: 'vCard 2.1',
  },
  'card/frame': { severity: 'warning', title: 'something after the name of a BEGIN or END' },
  'card/escape': {
    severity: 'warning',
    title: 'an escape of vCard 3.0 in a card of 2.1',
    clause: 'vCard 2.1',
  },
  'card/rule-without-end': {
    severity: 'warning',
    title: 'a recurrence rule that ends after two occurrences, for want of an end',
    clause: 'vCalendar 1.0',
  },
  'card/encoding': { severity: 'warning', title: 'a value that is not in its stated encoding' },
  'card/unreadable-value': { severity: 'warning', title: 'a value that makes no sense, kept as it is' },
  'card/lost': {
    severity: 'warning',
    title: 'something that vCard 2.1 or vCalendar 1.0 cannot express, left out',
  },
  'card/further-cards': { severity: 'warning', title: 'more than one card or entry, the first was read' },
  'card/time-zone': { severity: 'warning', title: 'a time zone was dropped: the time is local' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
