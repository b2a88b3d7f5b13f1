import {
  type GatewayMessage,
  type GatewayReport,
  isAccepted,
  type ResponseFormat,
  reportCode,
} from '../submit/index.ts';

/** Report of the sandbox for a form that it cannot take. No report code of the gateway for this is known. */
export const REFUSED_FORM = 999;

/** Report of the gateway for a wrong account. */
export const INVALID_LOGIN = 2;

/** The format that a form asks for, however broken the rest of it. */
export function requestedFormat(body: string): ResponseFormat {
  const format = new URLSearchParams(body).get('ResponseFormat');
  return format === '3' ? 3 : format === '1' ? 1 : 0;
}

/** A report with its known meaning. */
export function reportOf(code: number, text?: string): Pick<GatewayReport, 'report' | 'accepted' | 'text'> {
  const meaning = text ?? reportCode(code)?.meaning ?? 'sandbox';
  return { report: code, accepted: isAccepted(code), text: meaning };
}

/** Every number that gets the message; an address book, whose members nobody here knows, counts as one. */
export function recipientsOf(message: GatewayMessage): readonly string[] {
  const { to = [], addressBook } = message;
  const books = [addressBook];
  const { cc = [], bcc = [] } = message.kind === 'mms' ? message : {};
  if (message.kind === 'mms') books.push(message.ccAddressBook, message.bccAddressBook);
  return [...to, ...cc, ...bcc, ...books.filter(book => book !== undefined)];
}

const LONGEST_TEXT = 255;

/** The reports on a form that cannot be taken: one for each number that it seems to name. */
export function refusedReports(body: string, reason: string): readonly GatewayReport[] {
  const numbers = new URLSearchParams(body).get('SendTo')?.split(',', 1000) ?? [''];
  const refusal = { messageIdentifier: '-1', ...reportOf(REFUSED_FORM, reason.slice(0, LONGEST_TEXT)) };
  return numbers.map(() => refusal);
}
