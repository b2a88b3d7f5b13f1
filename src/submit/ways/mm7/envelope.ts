import { MmsError } from '../../../errors.ts';
import { childElements, parseXml, type XmlElement } from '../../../xml/index.ts';

/** An element by its name without a prefix: MMSCs answer in a namespace of their own. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && childElements(element).find(child => localName(child) === name);
}

/** The text of the first child of a name, without white space around it. */
export function textIn(element: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(element, name);
  return child?.children
    .filter(one => typeof one === 'string')
    .join('')
    .trim();
}

/** An MM7 message: its operation, and the transaction that it belongs to. */
export interface Envelope {
  readonly operation: XmlElement;
  /** Absent where the sender could not read the request. */
  readonly transactionId?: string;
}

function notMm7(what: string): MmsError {
  return new MmsError('submit/unreadable-response', `no MM7: ${what}`);
}

/**
 * The operation of a SOAP envelope. A fault counts as what stands in its detail.
 * @throws MmsError `submit/unreadable-response`, and as `parseXml`
 */
export function readEnvelope(xml: string | Uint8Array): Envelope {
  const { root } = parseXml(xml);
  if (localName(root) !== 'Envelope') throw notMm7(`the document is ${localName(root).slice(0, 60)}`);
  const body = childOf(root, 'Body');
  // A fault may stand beside the body, and an error without a fault in it.
  const fault = childOf(body, 'Fault') ?? childOf(root, 'Fault');
  const holder = fault === undefined ? body : childOf(fault, 'detail');
  const [operation] = holder === undefined ? [] : childElements(holder);
  if (operation === undefined) throw notMm7('nothing in the envelope');
  const transactionId = textIn(childOf(root, 'Header'), 'TransactionID');
  return { operation, ...(transactionId !== undefined && { transactionId }) };
}

/** What the MMSC says of a request. */
export interface Mm7Status {
  readonly statusCode: number;
  readonly statusText?: string;
  readonly messageId?: string;
}

/** The status of a response or an error. */
export function statusOf(operation: XmlElement): Mm7Status | undefined {
  const status = childOf(operation, 'Status');
  const code = textIn(status, 'StatusCode') ?? '';
  if (!/^[0-9]{4}$/.test(code)) return undefined;
  const statusText = textIn(status, 'StatusText');
  const messageId = textIn(operation, 'MessageID');
  return {
    statusCode: Number(code),
    ...(statusText !== undefined && { statusText }),
    ...(messageId !== undefined && { messageId }),
  };
}
