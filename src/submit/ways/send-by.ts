import { requireObject, wrongType } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import type { GatewayMessage } from '../form/message.ts';
import type { Journal } from '../journal/journal.ts';
import { earlierResult, type OpenRecipients, openRecipients, underJournal } from '../journal/journalled.ts';
import { failureOf, type Submission } from '../submission.ts';
import type { SubmissionOutcome, SubmissionResult } from '../verdict/result.ts';
import { checkWayOptions } from './shapes.ts';
import type { CarryOptions, Delivery, Way, WayRequest } from './way.ts';

/** How a message is sent by a way out. */
export interface SendByOptions extends CarryOptions {
  /** Sends nothing: the result has the outcome `not-sent` and the requests without secrets. */
  readonly dryRun?: boolean;
  /** Default true. False: a result with a `problem` is returned in place of the error. */
  readonly throwOnFailure?: boolean;
  /** True: goes on with the next recipient whatever became of one, unless the caller broke off. */
  readonly continueAfterFailure?: boolean;
  /** Remembers across runs what was sent. A dry run leaves it alone. */
  readonly journal?: Journal;
}

/** One after the other, up to the first that is not accepted: the parts of a message are nothing without each other. */
async function carryAll(requests: readonly WayRequest[], options: CarryOptions): Promise<Submission> {
  const submissions: Submission[] = [];
  for (const request of requests) {
    const submission = await request.carry(options);
    submissions.push(submission);
    if (submission.result.outcome !== 'accepted') break;
  }
  return joined(submissions, requests.length);
}

/** What several requests came to that belong together. */
function joined(submissions: readonly Submission[], count: number): Submission {
  const last = submissions.at(-1);
  if (last === undefined) throw new TypeError('a delivery has at least one request');
  if (submissions.length === 1) return last;
  const results = submissions.map(({ result }) => result);
  const isCut = last.result.outcome === 'rejected' || last.result.outcome === 'not-sent';
  const outcome = isCut ? 'partial' : last.result.outcome;
  const cut = isCut
    ? [
        issue(
          'submit/not-tried',
          `only ${submissions.length - 1} of ${count} SMS of the message were accepted`,
        ),
      ]
    : [];
  return {
    ...last,
    result: {
      ...last.result,
      outcome,
      requestSent: 'maybe',
      attempts: results.flatMap(({ attempts }) => attempts),
      results: lastOfEach(results),
      warnings: [...results.flatMap(({ warnings }) => warnings), ...cut],
    },
  };
}

/** The parts of a message have one recipient, of whom the last answer counts. */
function lastOfEach(results: readonly SubmissionResult[]): SubmissionResult['results'] {
  return [...new Map(results.flatMap(one => one.results).map(one => [one.recipient, one])).values()];
}

function overallOutcome(outcomes: readonly SubmissionOutcome[]): SubmissionOutcome {
  if (outcomes.includes('unknown')) return 'unknown';
  return outcomes.reduce((all, one) => (one === all ? all : 'partial'));
}

/** What the deliveries of a message came to; some may never have been tried. */
function overall(
  submissions: readonly Submission[],
  untried: readonly string[],
  begun: readonly Issue[],
): Submission {
  const [first] = submissions;
  if (first === undefined) throw new TypeError('a message has at least one recipient');
  const failed = submissions.find(({ result }) => result.outcome !== 'accepted') ?? first;
  const results = submissions.map(({ result }) => result);
  const outcomes = results.map(({ outcome }) => outcome);
  const notTried =
    untried.length === 0 ? [] : [issue('submit/not-tried', `no longer tried: ${untried.join(', ')}`)];
  return {
    ...failed,
    result: {
      ...failed.result,
      outcome: overallOutcome(untried.length === 0 ? outcomes : [...outcomes, 'not-sent']),
      requestSent: results.some(({ requestSent }) => requestSent === 'maybe') ? 'maybe' : 'no',
      attempts: results.flatMap(({ attempts }) => attempts),
      results: results.flatMap(one => one.results),
      warnings: [...begun, ...results.flatMap(one => one.warnings), ...notTried],
    },
  };
}

function dryRun(deliveries: readonly Delivery[]): SubmissionResult {
  const requests = deliveries.flatMap(one => one.requests.map(request => request.describe()));
  const [request] = requests;
  const warnings = requests.flatMap(one => one.warnings);
  const common = { outcome: 'not-sent', requestSent: 'no', attempts: [], results: [], warnings } as const;
  return { ...common, ...(request && { request }), ...(requests.length > 1 && { requests }) };
}

/** Those who may have the message; a request that goes to several goes to all of them or to nobody. */
function openDeliveries(deliveries: readonly Delivery[], open: readonly string[]): readonly Delivery[] {
  const isOpen = new Set(open);
  return deliveries.filter(({ recipients }) => {
    const left = recipients.filter(recipient => isOpen.has(recipient));
    if (left.length === 0 || left.length === recipients.length) return left.length > 0;
    throw new MmsError('submit/conflict', 'some recipients of this request had the message before', {
      hint: 'send to the new ones alone',
    });
  });
}

async function deliverAll(
  deliveries: readonly Delivery[],
  options: SendByOptions,
  begun: OpenRecipients | undefined,
): Promise<Submission> {
  const { journal, signal } = options;
  const submissions: Submission[] = [];
  for (const { requests, recipients } of deliveries) {
    const carry = (): Promise<Submission> => carryAll(requests, options);
    const submission = await (journal ? underJournal(journal, recipients, carry) : carry());
    submissions.push(submission);
    const isFine = submission.result.outcome === 'accepted';
    if ((!isFine && options.continueAfterFailure !== true) || signal?.aborted) break;
  }
  const untried = deliveries.slice(submissions.length).flatMap(({ recipients }) => recipients);
  return overall(submissions, untried, begun?.warnings ?? []);
}

/**
 * Sends a message by a way out. Nothing is ever sent twice: the next server is tried only where it is proven that no
 * octet was sent, and of several recipients the first failure ends the run.
 * @throws MmsError for a message that the way cannot carry, before anything is sent; then as `GatewayClient.send` does
 * @example await sendBy(kannel({ servers, username, password }), { kind: 'text', to: ['447700900123'], text: 'Hi' })
 */
export async function sendBy(
  way: Way,
  message: GatewayMessage,
  options: SendByOptions = {},
): Promise<SubmissionResult> {
  if (typeof requireObject(way, 'a way out such as mm1', 'way').plan !== 'function')
    throw wrongType('a way out such as mm1', way, 'way');
  checkWayOptions('sendBy', options);
  const { campaign, deliveries } = await way.plan(message);
  if (options.dryRun === true) return dryRun(deliveries);
  const submission = await sendPlan(campaign, deliveries, options);
  const failure = failureOf(submission);
  const { result } = submission;
  if (failure === undefined || options.throwOnFailure === false || result.outcome === 'partial')
    return result;
  throw failure;
}

async function sendPlan(
  campaign: string,
  deliveries: readonly Delivery[],
  options: SendByOptions,
): Promise<Submission> {
  const { journal } = options;
  if (journal === undefined) return deliverAll(deliveries, options, undefined);
  const recipients = deliveries.flatMap(one => one.recipients);
  const begun = await openRecipients(journal, campaign, recipients);
  const left = openDeliveries(deliveries, begun.open);
  if (left.length === 0) return { result: earlierResult(begun) };
  return deliverAll(left, options, begun);
}
