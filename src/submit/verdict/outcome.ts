import { errorCode, isMmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import type { Exchange } from '../transport/transport.ts';
import { reportCode } from './report-codes.ts';
import { type GatewayReport, parseResponse } from './response.ts';
import type { SubmissionOutcome, SubmissionProblem, SubmissionResult } from './result.ts';

type Failure = Extract<Exchange, { kind: 'failure' }>;
type Answer = Extract<Exchange, { kind: 'answer' }>;

/** The part of a result that an exchange decides. */
export type Verdict = Pick<
  SubmissionResult,
  'outcome' | 'requestSent' | 'results' | 'libraryNumber' | 'problem' | 'retryAfter' | 'retryable' | 'raw'
> & { readonly warnings?: readonly Issue[] };

/** Who the message went to, as far as it is known. */
export interface Audience {
  readonly recipients: readonly string[];
  /** False when others got it too (address books, copies). */
  readonly recipientsAreAll: boolean;
}

const MAY_BE_OUT = 'ask the gateway before sending again: the message may be out';

/** The verdict on an answer that does not tell, or that never came. */
export function unknown(problem: SubmissionProblem): Verdict {
  return { outcome: 'unknown', requestSent: 'maybe', results: [], problem: { hint: MAY_BE_OUT, ...problem } };
}

/** The verdict on a try that got no answer. */
export function judgeFailure(
  { requestSent, error }: Pick<Failure, 'requestSent' | 'error'>,
  aborted: boolean,
): Verdict {
  const code = errorCode(error);
  if (requestSent === 'maybe') {
    return aborted
      ? unknown({ code: 'submit/aborted', message: 'broken off after sending had begun' })
      : unknown({
          code: 'submit/connection-lost',
          message: `the connection failed after sending had begun: ${code}`,
        });
  }
  const problem: SubmissionProblem = aborted
    ? { code: 'submit/aborted', message: 'broken off before anything was sent' }
    : { code: 'submit/not-connected', message: `no connection, nothing was sent: ${code}` };
  return { outcome: 'not-sent', requestSent, results: [], problem };
}

/** HTTP statuses that say that the request was not processed. */
const REJECTING_STATUSES: ReadonlySet<number> = new Set([401, 403, 404, 405, 413, 414, 415]);

/**
 * The verdict on an HTTP status other than success.
 * @param isRefusal by which statuses a peer says that it took nothing
 */
export function judgeStatus(
  { status, retryAfter }: Answer,
  isRefusal = (one: number): boolean => REJECTING_STATUSES.has(one),
): Verdict {
  const redirected = status >= 300 && status < 400;
  const message = redirected
    ? `HTTP status ${status}: redirects are never followed`
    : `HTTP status ${status}`;
  const verdict = unknown({ code: 'submit/http-status', message });
  const rejected: Verdict = {
    ...verdict,
    outcome: 'rejected',
    problem: { code: 'submit/http-status', message },
  };
  return {
    ...(isRefusal(status) ? rejected : verdict),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

function outcomeOf(reports: readonly GatewayReport[]): SubmissionOutcome {
  const accepted = reports.filter(report => report.accepted).length;
  if (accepted === reports.length) return 'accepted';
  return accepted === 0 ? 'rejected' : 'partial';
}

/**
 * True when reports and numbers do not match so that the fate of some number is open: one failure for several numbers
 * may be the last of them only, unless it is about the whole request.
 */
function leavesOpen(reports: readonly GatewayReport[], { recipients, recipientsAreAll }: Audience): boolean {
  if (recipientsAreAll && reports.length === recipients.length) return false;
  if (reports.length > 1) return recipientsAreAll;
  return reports.some(({ accepted, report }) => !accepted && reportCode(report)?.wholeRequest !== true);
}

function describeReports(reports: readonly GatewayReport[]): string {
  const failed = reports.filter(report => !report.accepted);
  const codes = [...new Set(failed.map(({ report }) => report))].slice(0, 5);
  const words = codes.map(code => `${code} (${reportCode(code)?.meaning ?? 'unknown report code'})`);
  return `refused with report ${words.join(', ')}`;
}

function judgeReports(reports: readonly GatewayReport[], audience: Audience): Verdict {
  const matched = audience.recipientsAreAll && reports.length === audience.recipients.length;
  const results = reports.map((report, index) => {
    const recipient = matched ? audience.recipients[index] : undefined;
    return recipient === undefined ? report : { recipient, ...report };
  });
  const numbers = [...new Set(reports.flatMap(report => report.libraryNumber ?? []))];
  const common = {
    requestSent: 'maybe',
    results,
    ...(numbers.length === 1 && { libraryNumber: numbers[0] }),
  } as const;
  const counts = `${reports.length} reports for ${audience.recipients.length} numbers`;
  if (leavesOpen(reports, audience)) {
    return {
      ...unknown({ code: 'submit/unreadable-response', message: `${counts}: ${describeReports(reports)}` }),
      ...common,
    };
  }
  const outcome = outcomeOf(reports);
  const problem = outcome === 'rejected' && {
    problem: { code: 'submit/rejected', message: describeReports(reports) } as const,
  };
  const warnings = audience.recipientsAreAll && !matched ? [issue('submit/response-count', counts)] : [];
  return { outcome, ...common, ...problem, warnings };
}

function judgeBody(body: string, audience: Audience): Verdict {
  try {
    return judgeReports(parseResponse(body).reports, audience);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return unknown({ code: error.code, message: error.message });
  }
}

/** The verdict on an HTTP answer. Whatever it is, nothing is sent again. */
export function judgeAnswer(answer: Answer, audience: Audience): Verdict {
  const raw = new TextDecoder().decode(answer.body);
  const verdict =
    answer.status >= 200 && answer.status < 300 ? judgeBody(raw, audience) : judgeStatus(answer);
  return { ...verdict, raw };
}
