import { isMmsError, MmsError, reasonOf } from '../errors.ts';
import type { GatewayMessage, Journal, SubmissionResult } from '../submit/index.ts';
import type { Campaigns } from './campaigns.ts';
import { closedForMs } from './hours.ts';
import type { Ledger } from './ledger/ledger.ts';
import { LedgerJournal } from './ledger/ledger-journal.ts';
import type { Messages } from './messages.ts';
import { loadBullmq } from './packages.ts';
import type { ChunkJob } from './queue.ts';
import type { RequestSlots } from './slots.ts';

/** What is passed on to `sendBy`, or with its journal to a `GatewayClient`. */
export interface SendByLedger {
  /** Claims each request in the ledger: without it nothing keeps the message from going out twice. */
  readonly journal: Journal;
  readonly throwOnFailure: false;
  readonly continueAfterFailure: true;
}

/**
 * Hands one message over, by any way out.
 * @example (message, options) => sendBy(kannel({ servers, username, password }), message, options)
 * @example (message, { journal, ...options }) => new GatewayClient({ username, pin, journal }).send(message, options)
 */
export type Send = (message: GatewayMessage, options: SendByLedger) => Promise<SubmissionResult>;

/** What a worker works with. */
export interface WorkPlace {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly messages: Messages;
  readonly send: Send;
  /** Requests under way at a time. */
  readonly slots: RequestSlots;
  /** Told after every request. */
  readonly onResult: (result: SubmissionResult) => Promise<void>;
}

/**
 * The first claim takes it that nobody was sent to, which most often is so. When it fails the ledger is asked who is
 * left, and again when another job claims some of them at that moment.
 */
const MOST_CLAIMS = 5;

async function sendOpen(message: GatewayMessage, campaign: number, place: WorkPlace): Promise<void> {
  for (let tries = 1; ; tries++) {
    const journal = new LedgerJournal(place.ledger, campaign, {
      isHopeful: tries === 1,
      slots: place.slots,
    });
    try {
      const result = await place.send(message, {
        journal,
        throwOnFailure: false,
        continueAfterFailure: true,
      });
      await place.onResult(result);
      return;
    } catch (error) {
      const isTaken = isMmsError(error) && error.code === 'submit/journal-claimed';
      if (!isTaken || tries === MOST_CLAIMS) throw error;
    } finally {
      await journal.close();
    }
  }
}

/** True for what may go well at another time. */
function mayPass(error: unknown): boolean {
  return !isMmsError(error) || error.code === 'bulk/database' || error.code === 'submit/journal-claimed';
}

/** Does one job: whoever of it is claimed by anybody, also by itself when it was begun before, is left alone. */
export async function workOn(job: ChunkJob, token: string | undefined, place: WorkPlace): Promise<void> {
  const { campaign: id, hours, ...batch } = job.data;
  const now = new Date();
  const closedMs = hours === undefined ? 0 : closedForMs(hours, now);
  const { DelayedError, UnrecoverableError } = await loadBullmq();
  if (closedMs > 0) {
    await job.moveToDelayed(now.getTime() + closedMs, token);
    throw new DelayedError();
  }
  try {
    const campaign = await place.campaigns.get(id);
    for await (const { message } of place.messages.of(campaign, batch)) await sendOpen(message, id, place);
  } catch (error) {
    if (mayPass(error)) throw error;
    throw new UnrecoverableError(reasonOf(error));
  }
}

/** What the failure of a job is called. */
export function chunkFailed(error: Error): MmsError {
  return new MmsError('bulk/chunk-failed', `a chunk was not sent to its end: ${error.message}`, {
    hint: 'put the campaign again: those who never were sent to get a new job',
    cause: error,
  });
}
