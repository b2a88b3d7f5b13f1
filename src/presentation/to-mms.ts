import { createHash } from 'node:crypto';
import { type Issue, issue } from '../issues.ts';
import { type ContentTypeInput, encodeMultipart, encodePdu, type PartInput } from '../mms/index.ts';
import { fitHeaders, type MessageHeaders, type MessagePdu } from './message-headers.ts';
import { type PresentationPart, SMIL_TYPE } from './part.ts';

/** How a message is written, and its header fields. */
export interface MmsOptions extends MessageHeaders {
  /** `m-send-req`, to be submitted, is the default; `m-retrieve-conf` is what a phone fetches. */
  readonly messageType?: MessagePdu;
}

/** What {@link writeMms} writes. */
export interface MmsContent {
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
  const { messageType = 'm-send-req', ...own } = options;
  const fitted = fitHeaders({ ...content.headers, ...defined(own) }, messageType);
  const issues = [...fitted.issues];
  const contentType = content.contentType ?? contentTypeOf(content.smil?.part);
  const body = encodeMultipart(content.parts.map(toPartInput));
  const headers = completeHeaders(fitted.headers, messageType, body, issues);
  const pdu = { ...headers, messageType, contentType, body };
  const bytes = encodePdu(pdu as Parameters<typeof encodePdu>[0], {
    requireRecipient: false,
    onWarning: found => issues.push(found),
  });
  return { bytes, issues };
}

function defined(headers: MessageHeaders): MessageHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}

/** `type`, then `start` (AOSP wants `start` equal to the Content-ID octet by octet). */
function contentTypeOf(smil: PresentationPart | undefined): ContentTypeInput {
  if (smil === undefined) return { type: MIXED };
  const start = smil.contentId;
  return { type: RELATED, parameters: { type: SMIL_TYPE, ...(start === undefined ? {} : { start }) } };
}

function toPartInput({ name: _name, kind: _kind, ...part }: PresentationPart): PartInput {
  return part;
}

function completeHeaders(
  headers: MessageHeaders,
  pdu: MessagePdu,
  body: Uint8Array,
  issues: Issue[],
): MessageHeaders {
  if (pdu === 'm-retrieve-conf') {
    if (headers.date !== undefined) return headers;
    issues.push(
      issue('mms/default-date', 'no date is given, 1970-01-01T00:00:00Z is written', { path: 'date' }),
    );
    return { ...headers, date: EPOCH };
  }
  if (!hasRecipient(headers)) {
    const hint = 'a gateway adds them, else give to, cc or bcc';
    issues.push(issue('mms/no-recipient-composed', 'the message names no recipient', { path: 'to', hint }));
  }
  return { ...headers, transactionId: headers.transactionId ?? transactionIdOf(body) };
}

function hasRecipient({ to = [], cc = [], bcc = [] }: MessageHeaders): boolean {
  return to.length + cc.length + bcc.length > 0;
}

/** `T` and 16 hexadecimal digits of the SHA-256 of the encoded body: the same message has the same one. */
function transactionIdOf(body: Uint8Array): string {
  return `T${createHash('sha256').update(body).digest('hex').slice(0, 16)}`;
}
