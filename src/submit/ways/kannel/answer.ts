import type { Answer } from '../../outgoing.ts';
import { judgeStatus, unknown, type Verdict } from '../../verdict/outcome.ts';

/** What smsbox says of a message that bearerbox has taken or keeps for later. */
const TAKEN = /^(?:0: Accepted for delivery|3: Queued for later delivery)/;

const MOST_SHOWN = 120;

/** Reads the answer of sendsms: a status and a sentence. 202 alone is not success. */
export function judgeSendsms(answer: Answer, recipients: readonly string[]): Verdict {
  const raw = new TextDecoder().decode(answer.body);
  return { ...judge(answer, raw.trim(), recipients), raw };
}

function judge(answer: Answer, text: string, recipients: readonly string[]): Verdict {
  const { status, retryAfter } = answer;
  const results = (accepted: boolean): Verdict['results'] =>
    recipients.map(recipient => ({ recipient, report: status, accepted, text: text.slice(0, MOST_SHOWN) }));
  if (status === 202 && TAKEN.test(text)) {
    return { outcome: 'accepted', requestSent: 'maybe', results: results(true) };
  }
  if (status >= 200 && status < 300) {
    return unknown({
      code: 'submit/unreadable-response',
      message: `Kannel says ${text.slice(0, MOST_SHOWN)}`,
    });
  }
  const isTemporary = status === 503 && /^Temporal failure/i.test(text);
  if (status >= 500 && !isTemporary) return judgeStatus(answer);
  return {
    outcome: 'rejected',
    requestSent: 'maybe',
    results: results(false),
    problem: {
      code: 'submit/rejected',
      message: `Kannel refuses with status ${status}: ${text.slice(0, MOST_SHOWN)}`,
    },
    ...(isTemporary && { retryable: true }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
