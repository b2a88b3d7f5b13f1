import { MmsError } from '../../../errors.ts';
import { childElements, type XmlElement, xmlElement } from '../../../xml/index.ts';
import { checkMm7Answer } from '../shapes.ts';
import { childOf, localName, readEnvelope, textIn } from './envelope.ts';
import { formatEnvelope } from './submit-req.ts';
import { DEFAULT_SCHEMA, type Mm7Schema, mm7Version } from './versions.ts';

/** What every request of MM7 has. */
export interface Mm7Request {
  /** For {@link formatMm7Response}. */
  readonly transactionId?: string | undefined;
}

/** A message of a phone to the service (MM7_deliver.REQ). Its parts stand in the MIME part that `content` names. */
export interface Mm7Deliver extends Mm7Request {
  readonly operation: 'DeliverReq';
  readonly sender?: string | undefined;
  readonly recipients: readonly string[];
  /** The same in a message that the MMSC delivers again: count it once. */
  readonly linkedId?: string | undefined;
  readonly timeStamp?: string | undefined;
  readonly subject?: string | undefined;
  readonly priority?: string | undefined;
  /** Content-ID of the message part, without its brackets. */
  readonly content?: string | undefined;
}

/** What became of a message at a phone (MM7_delivery_report.REQ, MM7_read_reply.REQ). */
export interface Mm7Report extends Mm7Request {
  readonly operation: 'DeliveryReportReq' | 'ReadReplyReq';
  /** Of the SubmitRsp: match by it. Mbuni swaps sender and recipient. */
  readonly messageId?: string | undefined;
  readonly sender?: string | undefined;
  readonly recipient?: string | undefined;
  readonly date?: string | undefined;
  /** `Retrieved`, `Expired`, `Rejected`, `Deferred`, `Indeterminate`, `Forwarded`, `Unrecognised`, `Read`, `Deleted` … */
  readonly status?: string | undefined;
  readonly statusText?: string | undefined;
}

/** A submission, as an MMSC gets it (MM7_submit.REQ). */
export interface Mm7Submission extends Mm7Request {
  readonly operation: 'SubmitReq';
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject?: string | undefined;
  /** Content-ID of the message part, without its brackets. */
  readonly content?: string | undefined;
}

/** The first address below an element, whatever kind it is. */
function addressIn(element: XmlElement | undefined): string | undefined {
  return element === undefined ? undefined : addressesIn(element).at(0);
}

const ADDRESSES: ReadonlySet<string> = new Set(['Number', 'RFC2822Address', 'ShortCode']);

function addressesIn(element: XmlElement): readonly string[] {
  const [first] = element.children;
  if (element.children.length === 1 && typeof first === 'string') return [first.trim()];
  return childElements(element).flatMap(child =>
    ADDRESSES.has(localName(child))
      ? [
          child.children
            .filter(one => typeof one === 'string')
            .join('')
            .trim(),
        ]
      : childElements(child).length > 0
        ? addressesIn(child)
        : [],
  );
}

/**
 * Reads what an MMSC and a service provider send each other: the SOAP part of a request, elements in any order.
 * @throws MmsError `submit/unreadable-response` for any other operation, and as `parseXml`
 */
export function parseMm7Request(xml: string | Uint8Array): Mm7Deliver | Mm7Report | Mm7Submission {
  const { operation: found, transactionId } = readEnvelope(xml);
  const operation = localName(found);
  const text = (name: string): string | undefined => textIn(found, name);
  const sender = addressIn(childOf(found, 'Sender'));
  const recipients = childOf(found, 'Recipients');
  const content = childOf(found, 'Content')?.attributes.get('href')?.value.replace(/^cid:/i, '');
  if (operation === 'SubmitReq') {
    const list = (name: string): readonly string[] => {
      const group = recipients && childOf(recipients, name);
      return group === undefined ? [] : addressesIn(group);
    };
    const [to, cc, bcc] = [list('To'), list('Cc'), list('Bcc')];
    return { operation, transactionId, to, cc, bcc, subject: text('Subject'), content };
  }
  if (operation === 'DeliverReq') {
    return {
      operation,
      recipients: recipients === undefined ? [] : addressesIn(recipients),

      transactionId,
      sender,
      linkedId: text('LinkedID'),
      timeStamp: text('TimeStamp'),
      subject: text('Subject'),
      priority: text('Priority'),
      content,
    };
  }
  if (operation === 'DeliveryReportReq' || operation === 'ReadReplyReq') {
    return {
      operation,

      transactionId,
      sender,
      recipient: addressIn(childOf(found, 'Recipient')),
      messageId: text('MessageID'),
      date: text('Date') ?? text('TimeStamp'),
      status: text('MMStatus'),
      statusText: text('StatusText'),
    };
  }
  throw new MmsError('submit/unreadable-response', `not a known MM7 request: ${operation.slice(0, 60)}`);
}

const RESPONSES = {
  SubmitReq: 'SubmitRsp',
  DeliverReq: 'DeliverRsp',
  DeliveryReportReq: 'DeliveryReportRsp',
  ReadReplyReq: 'ReadReplyRsp',
} as const;

/**
 * The answer to a request: `text/xml`, to be sent once the request is kept.
 * @throws MmsError `submit/value`, `xml/illegal-character`
 */
export function formatMm7Response(
  request: Pick<Mm7Deliver | Mm7Report | Mm7Submission, 'operation' | 'transactionId'>,
  status: { readonly code?: number; readonly text?: string; readonly messageId?: string | undefined } = {},
  schema: Mm7Schema = DEFAULT_SCHEMA,
): string {
  checkMm7Answer(request, status, schema);
  const { operation, transactionId = '' } = request;
  const { code = 1000, text = 'Success', messageId } = status;
  return formatEnvelope(RESPONSES[operation], transactionId, schema, [
    xmlElement('MM7Version', {}, [mm7Version(schema)]),
    xmlElement('Status', {}, [
      xmlElement('StatusCode', {}, [String(code)]),
      xmlElement('StatusText', {}, [text]),
    ]),
    messageId === undefined ? undefined : xmlElement('MessageID', {}, [messageId]),
  ]);
}
