import { octetsIn } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import {
  fitHeaders,
  type MessageHeaders,
  type MessagePdu,
  oddRecipients,
  type PresentationPart,
  slashesInRecipients,
} from '../../message/index.ts';
import { type EncodeOptions, encodePdu, encodePduChunks } from '../../mms/index.ts';
import type { ContentTypeInput, PartInput } from '../../wsp/index.ts';
import { contentTypeOf } from '../content-type.ts';
import { entryOctets, reportSizes, type SizeReport, uintvarOctets } from './size-report.ts';
import { BLANK_TRANSACTION_ID, stampTransactionId } from './transaction-id.ts';

/** How a message is written, and its header fields. */
export interface MmsOptions extends MessageHeaders {
  /** `m-send-req`, to be submitted, is the default; `m-retrieve-conf` is what a phone fetches. */
  readonly messageType?: MessagePdu;
  /** Stands in where a date is needed and none is given, before 1970-01-01T00:00:00Z does. */
  readonly defaultDate?: Date;
}

/** What {@link writeMms} writes. */
export interface MmsContent {
  readonly messageType?: MessagePdu | undefined;
  readonly headers: MessageHeaders;
  readonly contentType?: ContentTypeInput | undefined;
  readonly parts: readonly PresentationPart[];
  readonly smil?: { readonly part: PresentationPart } | undefined;
}

/** The date of a PDU that must carry one, when none is given: output depends on its input alone. */
const EPOCH = new Date(0);

/** A binary message, what was left out or filled in, and where its octets are. */
export interface WrittenMms {
  readonly bytes: Uint8Array;
  readonly issues: readonly Issue[];
  readonly sizes: SizeReport;
}

/** As {@link WrittenMms}, the octets in pieces. */
export interface WrittenMmsChunks extends Omit<WrittenMms, 'bytes'> {
  /** In their order. Large ones are the data of parts themselves. */
  readonly chunks: readonly Uint8Array[];
}

/** Encodes a message, once. */
export function writeMms(content: MmsContent, options: MmsOptions): WrittenMms {
  const { chunks, ...written } = write(content, options, (pdu, how) => [encodePdu(pdu, how)]);
  return { bytes: chunks[0], ...written };
}

/** Encodes a message without copying its large parts. */
export function writeMmsChunks(content: MmsContent, options: MmsOptions): WrittenMmsChunks {
  return write(content, options, encodePduChunks);
}

/** All that comes before the first part stands in the first piece. */
function write(
  content: MmsContent,
  options: MmsOptions,
  encode: (pdu: PduInput, how: EncodeOptions) => Uint8Array[],
): WrittenMmsChunks & { readonly chunks: readonly [Uint8Array, ...Uint8Array[]] } {
  const { headers, isStamped, issues } = headersOf(content, options);
  const [head = new Uint8Array(), ...others] = encode(
    { ...headers, parts: content.parts.map(toPartInput) } as PduInput,
    { requireRecipient: false, onWarning: found => issues.push(found) },
  );
  const sizes = reportSizes(head.length + octetsIn(others), content.parts);
  if (isStamped) stampTransactionId(head, sizes.headerBytes, content.parts);
  return { chunks: [head, ...others], issues, sizes };
}

/** The sizes of the message that {@link writeMms} writes, without writing it: of its parts the headers alone are encoded. */
export function measureMms(content: MmsContent, options: MmsOptions): SizeReport {
  const { headers } = headersOf(content, options);
  const empty = encodePdu({ ...headers, parts: [] } as PduInput, { requireRecipient: false });
  const count = uintvarOctets(content.parts.length) - uintvarOctets(0);
  const inParts = content.parts.reduce((sum, part) => sum + entryOctets(part), 0);
  return reportSizes(empty.length + count + inParts, content.parts);
}

type PduInput = Parameters<typeof encodePdu>[0];

interface CompletedHeaders {
  /** All but the parts. */
  readonly headers: MessageHeaders & {
    readonly messageType: MessagePdu;
    readonly contentType: ContentTypeInput;
  };
  /** The transaction id is blank and follows from the message. */
  readonly isStamped: boolean;
  readonly issues: Issue[];
}

function headersOf(content: MmsContent, options: MmsOptions): CompletedHeaders {
  const { messageType = content.messageType ?? 'm-send-req', defaultDate, ...own } = options;
  const fitted = fitHeaders({ ...content.headers, ...defined(own) }, messageType);
  const subject = fitSubject(fitted.headers.subject);
  const given = { ...fitted.headers, ...subject.header };
  const issues = [...fitted.issues, ...subject.issues, ...recipientIssues(given)];
  const contentType = content.contentType ?? contentTypeOf(content.smil?.part);
  const headers = {
    ...completeHeaders(given, { messageType, defaultDate }, issues),
    messageType,
    contentType,
  };
  return { headers, isStamped: messageType === 'm-send-req' && given.transactionId === undefined, issues };
}

function defined(headers: MessageHeaders): MessageHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}

const MAX_SUBJECT_CHARACTERS = 40;

/** A header holds no line breaks; receivers show about 40 characters (OMA-MMS-CONF). */
function fitSubject(subject: string | undefined): { header: { subject?: string }; issues: Issue[] } {
  if (subject === undefined) return { header: {}, issues: [] };
  if (typeof subject !== 'string') {
    throw new MmsError('bytes/value-type', `expected a text, found a ${typeof subject}`, { path: 'subject' });
  }
  const line = subject.replace(/\r\n|[\r\n\t]/g, ' ');
  const issues: Issue[] = [];
  const path = 'subject';
  if (line !== subject) {
    issues.push(issue('header/subject-line-break', 'line breaks became blanks', { path, fixed: true }));
  }
  const length = [...line].length;
  if (length > MAX_SUBJECT_CHARACTERS) {
    const message = `${length} characters; receivers may cut after ${MAX_SUBJECT_CHARACTERS}`;
    issues.push(issue('header/subject-too-long', message, { path }));
  }
  return { header: { subject: line }, issues };
}

/** Recipients that are legal and still not what is usually meant. */
function recipientIssues(headers: MessageHeaders): Issue[] {
  return [
    ...oddRecipients(headers).map(({ message, ...place }) => issue('header/recipient-form', message, place)),
    ...slashesInRecipients(headers).map(({ message, ...place }) =>
      issue('header/mail-slash', message, place),
    ),
  ];
}

function toPartInput({ name: _name, kind: _kind, ...part }: PresentationPart): PartInput {
  return part;
}

interface Completion {
  readonly messageType: MessagePdu;
  readonly defaultDate: Date | undefined;
}

function completeHeaders(
  headers: MessageHeaders,
  { messageType, defaultDate }: Completion,
  issues: Issue[],
): MessageHeaders {
  if (messageType === 'm-retrieve-conf') {
    const date = headers.date ?? defaultDate;
    if (date !== undefined) return { ...headers, date };
    issues.push(
      issue('mms/default-date', 'no date is given, 1970-01-01T00:00:00Z is written', { path: 'date' }),
    );
    return { ...headers, date: EPOCH };
  }
  if (!hasRecipient(headers)) {
    const hint = 'a gateway adds them, else give to, cc or bcc';
    issues.push(issue('mms/no-recipient-composed', 'the message names no recipient', { path: 'to', hint }));
  }
  return { ...headers, transactionId: headers.transactionId ?? BLANK_TRANSACTION_ID };
}

function hasRecipient({ to, cc, bcc }: MessageHeaders): boolean {
  return [to, cc, bcc].some(list => (list?.length ?? 0) > 0);
}
