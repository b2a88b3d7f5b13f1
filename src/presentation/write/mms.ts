import { createHash } from 'node:crypto';
import { type Issue, issue } from '../../issues/index.ts';
import {
  fitHeaders,
  type MessageHeaders,
  type MessagePdu,
  type PresentationPart,
  SMIL_TYPE,
} from '../../message/index.ts';
import { encodePdu } from '../../mms/index.ts';
import { type ContentTypeInput, encodeMultipart, type PartInput } from '../../wsp/index.ts';

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

const RELATED = 'application/vnd.wap.multipart.related';
const MIXED = 'application/vnd.wap.multipart.mixed';

/** Encodes a message; what was left out or filled in is reported. */
export function writeMms(content: MmsContent, options: MmsOptions): { bytes: Uint8Array; issues: Issue[] } {
  const { messageType = content.messageType ?? 'm-send-req', defaultDate, ...own } = options;
  const fitted = fitHeaders({ ...content.headers, ...defined(own) }, messageType);
  const subject = fitSubject(fitted.headers.subject);
  const issues = [...fitted.issues, ...subject.issues];
  const contentType = content.contentType ?? contentTypeOf(content.smil?.part);
  const parts = content.parts.map(toPartInput);
  const headers = completeHeaders(
    { ...fitted.headers, ...subject.header },
    { messageType, parts, defaultDate },
    issues,
  );
  const pdu = { ...headers, messageType, contentType, parts };
  const bytes = encodePdu(pdu as Parameters<typeof encodePdu>[0], {
    requireRecipient: false,
    onWarning: found => issues.push(found),
  });
  return { bytes, issues };
}

function defined(headers: MessageHeaders): MessageHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}

const MAX_SUBJECT_CHARACTERS = 40;

/** A header holds no line breaks; receivers show about 40 characters (OMA-MMS-CONF). */
function fitSubject(subject: string | undefined): { header: { subject?: string }; issues: Issue[] } {
  if (subject === undefined) return { header: {}, issues: [] };
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

/** Content-Type of a message: `type`, then `start` (AOSP wants it equal to the Content-ID octet by octet). */
export function contentTypeOf(smil: PresentationPart | undefined): ContentTypeInput {
  if (smil === undefined) return { type: MIXED };
  const start = smil.contentId;
  return { type: RELATED, parameters: { type: SMIL_TYPE, ...(start === undefined ? {} : { start }) } };
}

function toPartInput({ name: _name, kind: _kind, ...part }: PresentationPart): PartInput {
  return part;
}

interface Completion {
  readonly messageType: MessagePdu;
  readonly parts: readonly PartInput[];
  readonly defaultDate: Date | undefined;
}

function completeHeaders(
  headers: MessageHeaders,
  { messageType, parts, defaultDate }: Completion,
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
  return { ...headers, transactionId: headers.transactionId ?? transactionIdOf(parts) };
}

function hasRecipient({ to = [], cc = [], bcc = [] }: MessageHeaders): boolean {
  return to.length + cc.length + bcc.length > 0;
}

/** `T` and 16 hexadecimal digits of the SHA-256 of the encoded body: the same message has the same one. */
function transactionIdOf(parts: readonly PartInput[]): string {
  return `T${createHash('sha256').update(encodeMultipart(parts)).digest('hex').slice(0, 16)}`;
}
