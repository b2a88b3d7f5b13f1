import { parseVCalendar, parseVCard } from '../../cards/index.ts';
import { unlessRefused } from '../../errors.ts';
import type { GatewayMessage, MessageKind } from '../../submit/index.ts';
import type { ReceivedMessage } from '../received-message.ts';
import { pduSummary } from './pdu-summary.ts';
import type { InboxQuery } from './query.ts';

/** What a list calls the kinds. */
export const KIND_LABELS: Readonly<Record<MessageKind, string>> = {
  text: 'Text',
  'picture-message': 'Picture',
  'group-graphic': 'Group graphic',
  'operator-logo': 'Logo',
  ringtone: 'Ringtone',
  vcard: 'Card',
  vcalendar: 'Calendar',
  mms: 'MMS',
  'wap-push': 'File',
  'service-indication': 'Link',
  pdu: 'PDU',
};

/** What a list tells of a message. */
export interface Row {
  readonly summary: string;
  readonly from: string;
  readonly to: readonly string[];
  /** All of it in small letters, to be searched. */
  readonly searched: string;
}

const LONGEST_SUMMARY = 200;

const ROWS = new WeakMap<ReceivedMessage, Row>();

/** The row of a message, made once. */
export function rowOf(received: ReceivedMessage): Row {
  const known = ROWS.get(received);
  if (known !== undefined) return known;
  const { message, username, number, reports } = received;
  const to = reports.map(({ recipient }) => recipient);
  const from = message.replyTo ?? username;
  const summary = summaryOf(message).slice(0, LONGEST_SUMMARY);
  const searched = [`#${number}`, KIND_LABELS[message.kind], summary, from, ...to].join('\n').toLowerCase();
  const row = { summary, from, to, searched };
  ROWS.set(received, row);
  return row;
}

/** True for a message that a query asks for. */
export function isAskedFor(received: ReceivedMessage, { q, kind, to }: InboxQuery): boolean {
  if (kind !== undefined && received.message.kind !== kind) return false;
  const row = rowOf(received);
  if (to !== '' && !row.to.some(recipient => recipient.includes(to))) return false;
  const words = q.toLowerCase().split(/\s+/);
  return words.every(word => row.searched.includes(word));
}

function summaryOf(message: GatewayMessage): string {
  switch (message.kind) {
    case 'text':
      return message.text;
    case 'picture-message':
      return message.text ?? ofLibrary(message.library) ?? 'without text';
    case 'group-graphic':
      return ofLibrary(message.library) ?? 'a caller group';
    case 'operator-logo':
      return ofLibrary(message.library) ?? 'the idle screen';
    case 'ringtone':
      return ofLibrary(message.library) ?? String(message.tune).split(':', 1).join('');
    case 'vcard':
      return unlessRefused(() => nameOf(parseVCard(String(message.card)))) ?? String(message.card);
    case 'vcalendar':
      return (
        unlessRefused(() => parseVCalendar(String(message.calendar)).summary) ?? String(message.calendar)
      );
    case 'mms':
      return message.subject ?? message.file?.name ?? ofLibrary(message.library) ?? '';
    case 'wap-push':
      return message.text ?? message.file?.name ?? ofLibrary(message.library) ?? '';
    case 'service-indication':
      return message.text ?? message.href;
    case 'pdu':
      return pduSummary(message);
  }
}

function ofLibrary(library: number | undefined): string | undefined {
  return library === undefined ? undefined : `number ${library} of the library`;
}

function nameOf({ formattedName, given, family }: ReturnType<typeof parseVCard>): string | undefined {
  return formattedName ?? ([given, family].filter(Boolean).join(' ') || undefined);
}
