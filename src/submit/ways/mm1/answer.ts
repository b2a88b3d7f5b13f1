import { isMmsError } from '../../../errors.ts';
import { issue } from '../../../issues/index.ts';
import { type DecodedPduOf, decodePdu, RESPONSE_STATUS } from '../../../mms/index.ts';
import { printable } from '../../../text/index.ts';
import type { Answer } from '../../outgoing.ts';
import { judgeStatus, unknown, type Verdict } from '../../verdict/outcome.ts';

type SendConf = DecodedPduOf<'m-send-conf'>;

function unreadable(message: string): Verdict {
  return unknown({ code: 'submit/unreadable-response', message });
}

const CODES: ReadonlyMap<unknown, number> = new Map(
  RESPONSE_STATUS.map(({ name, code }) => [name.toLowerCase(), code]),
);

/** The octet of a status, which is a word where there is one for it; 0 of none. */
function codeOf(status: SendConf['responseStatus']): number {
  return typeof status === 'number' ? status : (CODES.get(status) ?? 0);
}

/** C0 to DF (MMS_ENC 7.3), and the network problem of 1.0: the same message may be taken later. */
function mayPass(code: number): boolean {
  return (code >= 0xc0 && code <= 0xdf) || code === 0x86;
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** HTTP statuses that a wrong address, access point or proxy gives: the MMSC took nothing. */
function isRefusal(status: number): boolean {
  return status >= 300 && status < 500;
}

function judgeSendConf(conf: SendConf, recipients: readonly string[]): Verdict {
  const code = codeOf(conf.responseStatus);
  const { messageId, responseText } = conf;
  const isPartial = code === 0xc4;
  const accepted = code === 0x80;
  const results = recipients.map(recipient => ({
    recipient,
    report: code,
    accepted,
    ...(responseText !== undefined && { text: responseText }),
    ...(messageId !== undefined && { messageIdentifier: messageId }),
  }));
  if (isPartial) return { outcome: 'partial', requestSent: 'maybe', results: [] };
  if (accepted) {
    const warnings =
      messageId === undefined ? [issue('submit/response-count', 'the MMSC gave no Message-ID')] : [];
    return { outcome: 'accepted', requestSent: 'maybe', results, warnings };
  }
  const said = responseText === undefined ? '' : `: ${printable(responseText.slice(0, 120))}`;
  return {
    outcome: 'rejected',
    requestSent: 'maybe',
    results,
    problem: {
      code: 'submit/rejected',
      message: `the MMSC refuses with status ${code.toString(16).toUpperCase()} (${conf.responseStatus})${said}`,
    },
    ...(mayPass(code) && { retryable: true }),
  };
}

function readSendConf(body: Uint8Array, transactionId: string, recipients: readonly string[]): Verdict {
  try {
    const pdu = decodePdu(body);
    if (pdu.messageType !== 'm-send-conf') return unreadable(`the MMSC answered with ${pdu.messageType}`);
    if (pdu.transactionId !== transactionId) return unreadable('the MMSC answered about another transaction');
    return judgeSendConf(pdu, recipients);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return unreadable(`the answer is not a PDU: ${error.message}`);
  }
}

/** Reads the answer to an m-send-req. A status of 200 says nothing: the m-send-conf does. */
export function judgeSubmission(
  answer: Answer,
  transactionId: string,
  recipients: readonly string[],
): Verdict {
  return isSuccess(answer)
    ? readSendConf(answer.body, transactionId, recipients)
    : judgeStatus(answer, isRefusal);
}

/** Any success of HTTP will do: what stands in the body is of no account (Mbuni writes `Received`). */
export function judgeTold(answer: Answer): Verdict {
  return isSuccess(answer)
    ? { outcome: 'accepted', requestSent: 'maybe', results: [] }
    : judgeStatus(answer, isRefusal);
}
