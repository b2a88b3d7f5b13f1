import { isMmsError } from '../../errors.ts';
import type { Issue, IssueCode } from '../../issues/index.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import type { GatewayReport } from './response.ts';

/** What became of a submission. `unknown`: it may be out; never send it again without asking the gateway. */
export type SubmissionOutcome = 'accepted' | 'partial' | 'rejected' | 'not-sent' | 'unknown';

/** Whether an octet of the request may have reached a server. */
export type RequestSent = 'no' | 'maybe';

/** What the gateway says about one number. By other ways out `report` is the status that the peer gave. */
export interface RecipientResult extends GatewayReport {
  /** Absent when the answer does not tell which number it is about. */
  readonly recipient?: string;
}

/** One try at one server. */
export interface Attempt {
  readonly endpoint: string;
  readonly requestSent: RequestSent;
  readonly durationMs: number;
  /** HTTP status, if there was an answer. */
  readonly status?: number;
  /** What failed, such as `ECONNREFUSED`. */
  readonly code?: string;
}

/** Everything that is known about a submission. Plain data; the PIN is nowhere in it. */
export interface SubmissionResult {
  readonly outcome: SubmissionOutcome;
  readonly requestSent: RequestSent;
  /** The server that was sent to, or the last one tried. */
  readonly endpoint?: string;
  readonly attempts: readonly Attempt[];
  /** In the order of the gateway's answer. */
  readonly results: readonly RecipientResult[];
  /** The number under which the gateway keeps the uploaded file. */
  readonly libraryNumber?: number;
  readonly warnings: readonly Issue[];
  /** What the thrown error says; absent when all or some were accepted. */
  readonly problem?: SubmissionProblem;
  /** The Retry-After header of an HTTP error, as sent. */
  readonly retryAfter?: string;
  /** The body of the answer. From a stranger: escape it before printing. */
  readonly raw?: string;
  /** True for a refusal that may pass: a person may send the same message again later. */
  readonly retryable?: boolean;
  /** The request, for a dry run; the first of several. */
  readonly request?: PreparedRequest;
  /** All requests of a dry run, where there are several. */
  readonly requests?: readonly PreparedRequest[];
}

/** Why a submission is not accepted. */
export interface SubmissionProblem {
  readonly code: IssueCode;
  readonly message: string;
  readonly hint?: string;
}

function isSubmissionResult(value: unknown): value is SubmissionResult {
  return typeof value === 'object' && value !== null && 'outcome' in value && 'requestSent' in value;
}

/**
 * The result that an error of `send` carries, `undefined` for every other error.
 * @example catch (error) { if (submissionResultOf(error)?.requestSent === 'no') … }
 */
export function submissionResultOf(error: unknown): SubmissionResult | undefined {
  const result = isMmsError(error) ? error.details?.result : undefined;
  return isSubmissionResult(result) ? result : undefined;
}
