import { fits, list, object, type Shape, type TypeOf, text, word } from '../../schema/index.ts';
import { isJournalState, JOURNAL_STATES } from './states.ts';

/** The first line of every journal names this. */
const JOURNAL_FORMAT = 'mms-composer journal 1';

const at = text('when it was written, ISO 8601 in UTC');
const request = text('the key of a request');
const state = word('what is known', Object.keys(JOURNAL_STATES).filter(isJournalState));
const recipient = text('a number, or what else names a recipient');

/** What each kind of line holds beside its `line`. */
const LINES = {
  /** The first one. */
  head: object('whose journal it is', {
    keys: {
      line: word('', ['head']),
      format: word('', [JOURNAL_FORMAT]),
      campaign: text('hash of a message'),
      at,
    },
    required: ['line', 'format', 'campaign'],
  }),
  plan: object('who is to be sent to', {
    keys: { line: word('', ['plan']), recipients: list('those who are new', recipient), at },
    required: ['line', 'recipients'],
  }),
  claim: object('a request that is about to leave', {
    keys: { line: word('', ['claim']), request, recipients: list('whom it goes to', recipient), at },
    required: ['line', 'request', 'recipients'],
  }),
  answer: object('what became of a request', {
    keys: {
      line: word('', ['answer']),
      request,
      state,
      problem: text('the code of what went wrong'),
      recipients: list(
        'whom it went to',
        object('one of them', {
          keys: { recipient, state, messageIdentifier: text('as the gateway gave it') },
          required: ['recipient', 'state'],
        }),
      ),
      at,
    },
    required: ['line', 'request', 'state', 'recipients'],
  }),
  unknown: object('requests whose run ended without an answer', {
    keys: { line: word('', ['unknown']), requests: list('their keys', request), at },
    required: ['line', 'requests'],
  }),
  resolve: object('what a person found out', {
    keys: { line: word('', ['resolve']), recipients: list('about whom', recipient), state, at },
    required: ['line', 'recipients', 'state'],
  }),
} as const satisfies Readonly<Record<string, Shape>>;

/** A line of a journal. */
export type JournalLine = { [K in keyof typeof LINES]: TypeOf<(typeof LINES)[K]> }[keyof typeof LINES];

/** The first line of a journal. */
export function headLine(campaign: string): JournalLine {
  return { line: 'head', format: JOURNAL_FORMAT, campaign };
}

/** How the first line begins, whatever it goes on with. */
const HEAD_START = JSON.stringify({ line: 'head', format: JOURNAL_FORMAT }).slice(0, -1);

/** True for the beginning of a journal, however early it breaks off; not for any other file. */
export function isJournalStart(text: string): boolean {
  return text.startsWith(HEAD_START) || HEAD_START.startsWith(text);
}

/** A line with the time at its end. */
export function stamped(line: JournalLine, now: Date | undefined): JournalLine {
  return now === undefined ? line : { ...line, at: now.toISOString() };
}

/** One line with its line feed. */
export function formatLine(line: JournalLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** A line without its line feed; `undefined` when it is none. */
export function parseLine(text: string): JournalLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isLine(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLine(value: unknown): value is JournalLine {
  return Object.values(LINES).some(shape => fits<unknown>(shape, value));
}
