import { isMmsError } from '../../../errors.ts';
import { printable } from '../../../text/index.ts';
import type { Answer } from '../../outgoing.ts';
import { judgeStatus, unknown, type Verdict } from '../../verdict/outcome.ts';
import { type Mm7Status, readEnvelope, statusOf } from './envelope.ts';
import { mm7Status } from './status-codes.ts';

const MOST_SHOWN = 120;

function unreadable(message: string): Verdict {
  return unknown({ code: 'submit/unreadable-response', message });
}

/** Where the request could not be read there is no transaction to answer to: Mbuni writes four noughts. */
const NO_TRANSACTION = '0000';

function verdictOf(status: Mm7Status, recipients: readonly string[]): Verdict {
  const { statusCode, statusText = '', messageId } = status;
  const row = mm7Status(statusCode);
  const said = `${statusCode} ${printable(statusText.slice(0, MOST_SHOWN)) || row?.meaning}`;
  if (row === undefined) return unreadable(`not a status: ${said}`);
  const accepted = row.outcome === 'accepted';
  const results = recipients.map(recipient => ({
    recipient,
    report: statusCode,
    accepted,
    ...(statusText !== '' && { text: statusText }),
    ...(messageId !== undefined && { messageIdentifier: messageId }),
  }));
  switch (row.outcome) {
    case 'accepted':
      return { outcome: 'accepted', requestSent: 'maybe', results };
    case 'partial':
      // Which recipients are meant stands in Details, in no form that is written down.
      return { outcome: 'partial', requestSent: 'maybe', results: [] };
    case 'unknown':
      return unknown({ code: 'submit/rejected', message: `the MMSC answers ${said}` });
    case 'rejected':
      return {
        outcome: 'rejected',
        requestSent: 'maybe',
        results,
        problem: { code: 'submit/rejected', message: `the MMSC refuses with ${said}` },
        ...(row.retryable && { retryable: true }),
      };
  }
}

function judgeEnvelope(
  answer: Answer,
  transactionId: string,
  recipients: readonly string[],
): Verdict | undefined {
  try {
    const { operation, transactionId: answered } = readEnvelope(answer.body);
    const status = statusOf(operation);
    if (status === undefined) return unreadable('no status in the answer');
    const isOurs = answered === undefined || answered === transactionId || answered === NO_TRANSACTION;
    if (!isOurs) return unreadable('the MMSC answered about another transaction');
    const isSuccess = status.statusCode < 2000;
    if (isSuccess && answered !== transactionId) return unreadable('a success without its transaction');
    return verdictOf(status, recipients);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return undefined;
  }
}

/** Reads the answer to a SubmitReq. A fault comes with HTTP 200 as well: the status code in it decides. */
export function judgeSubmitRsp(
  answer: Answer,
  transactionId: string,
  recipients: readonly string[],
): Verdict {
  const raw = new TextDecoder().decode(answer.body);
  return { ...judge(answer, transactionId, recipients), raw };
}

function judge(answer: Answer, transactionId: string, recipients: readonly string[]): Verdict {
  const { status } = answer;
  const said = status < 300 || status >= 500 ? judgeEnvelope(answer, transactionId, recipients) : undefined;
  if (said !== undefined) return said;
  if (status >= 200 && status < 300) return unreadable('the answer is not MM7');
  const verdict = judgeStatus(answer, one => one < 500);
  // 409 of Mbuni: too fast.
  return status === 409 ? { ...verdict, retryable: true } : verdict;
}
