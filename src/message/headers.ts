import { MmsError } from '../errors.ts';
import { type Issue, issueOf, MMS_ISSUES } from '../issues/index.ts';
import { isFieldKey, type PduExtras, type PduInputOf, pduFieldsByType } from '../mms/index.ts';

/** The PDUs that carry a message. */
export type MessagePdu = 'm-send-req' | 'm-retrieve-conf';

type NotHeaders = 'messageType' | 'contentType' | 'parts' | 'body' | keyof PduExtras;
type HeadersOf<P extends MessagePdu> = Partial<Omit<PduInputOf<P>, NotHeaders>>;

/** The header fields of a message: those of both PDUs that carry one. */
export type MessageHeaders = HeadersOf<'m-send-req'> & HeadersOf<'m-retrieve-conf'> & PduExtras;

const NOT_HEADERS: ReadonlySet<string> = new Set(['messageType', 'contentType', 'parts', 'body', 'warnings']);
const EXTRAS: ReadonlySet<string> = new Set(['unknown', 'applicationHeaders']);

/** Headers that fit one PDU, and what had to be left out. */
export interface FittedHeaders {
  readonly headers: MessageHeaders;
  readonly issues: readonly Issue[];
}

/**
 * The headers that a PDU may carry. A relay adds neither Bcc nor the submission's wishes to what it delivers, so these
 * are dropped from m-retrieve-conf with the warning `mms/field-dropped`; `insert-address` becomes no From.
 * @throws MmsError `mms/unknown-field`
 */
export function fitHeaders(headers: MessageHeaders, pdu: MessagePdu): FittedHeaders {
  const fields = pduFieldsByType(pdu)?.byKey;
  const issues: Issue[] = [];
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(headers)) {
    if (value === undefined || NOT_HEADERS.has(key)) continue;
    if (fields?.has(key) === true || EXTRAS.has(key)) kept[key] = value;
    else if (isFieldKey(key))
      issues.push(issueOf(MMS_ISSUES, 'mms/field-dropped', `${pdu} carries no ${key}`, { path: key }));
    else throw new MmsError('mms/unknown-field', `there is no header field ${key}`, { path: key });
  }
  if (pdu === 'm-retrieve-conf' && hidesSender(headers)) delete kept['from'];
  return { headers: kept as MessageHeaders, issues };
}

function hidesSender({ from, senderVisibility }: MessageHeaders): boolean {
  return from === 'insert-address' || senderVisibility === 'hide';
}
