import { MmsError } from '../errors.ts';
import type { Issue } from '../issues/index.ts';
import { type GatewayMessage, messageToJson, SUGGESTED_RECIPIENTS } from '../submit/index.ts';
import type { CampaignDefinition, Campaigns, FitTo } from './campaigns.ts';
import { checkHours, type Hours } from './hours.ts';
import type { Ledger } from './ledger/ledger.ts';
import { LedgerJournal } from './ledger/ledger-journal.ts';
import { type Batch, Batches } from './list/batches.ts';
import type { Recipient } from './list/recipient.ts';
import { variablesAsked } from './messages.ts';
import type { ChunkQueue } from './queue.ts';

/** A message to many. */
export interface Campaign {
  /** Letters, digits, `-`, `_` and `.`: with the recipient the key of the ledger. Nobody gets it twice under one name. */
  readonly name: string;
  /** Without recipients. Its texts may hold variables, such as `{{name}}`. */
  readonly message: GatewayMessage;
  /** Numbers, or numbers with variables, as they come: the list is never held as a whole. */
  readonly recipients: Iterable<Recipient | string> | AsyncIterable<Recipient | string>;
  /** Recipients of one job, and of one request where all get the same message; default 350. */
  readonly chunk?: number;
  /** Fits an MMS with a file to phone and network of its recipients. */
  readonly fit?: FitTo;
  /** Default: at any hour. */
  readonly hours?: Hours;
  /** Nothing is sent before. */
  readonly notBefore?: Date;
}

/** What was put into the queue. */
export interface PutReport {
  /** Recipients that stand in the list. */
  readonly listed: number;
  /** Those who never were sent to, and are in the queue now. */
  readonly queued: number;
  readonly jobs: number;
  /** Entries that are no numbers, the first thousand of them, by their place in the list. */
  readonly issues: readonly Issue[];
}

/** What a campaign is put with. */
export interface PutPlace {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly queue: ChunkQueue;
}

const NAME = /^[A-Za-z0-9._-]{1,64}$/;

/** Tries of a job whose database or gateway was away: what it had claimed is not claimed again. */
const TRIES = { attempts: 5, backoff: { type: 'exponential', delay: 1000 } } as const;

/** Jobs that failed, for a person to look at. */
const KEPT_FAILURES = 1000;

function refuse(message: string, path: string): MmsError {
  return new MmsError('bulk/campaign', message, { path });
}

/** A number that stands in for those of the list while a message is written down. */
const ANYBODY = '447700900000';

function definitionOf({ message, fit }: Campaign): CampaignDefinition {
  if (message.to !== undefined) throw refuse('the recipients are a list of their own', 'message.to');
  for (const key of ['addressBook', 'cc', 'bcc', 'ccAddressBook', 'bccAddressBook']) {
    if (key in message) throw refuse('they would get the message with every job', `message.${key}`);
  }
  const { to: _to, ...written } = messageToJson({ ...message, to: [ANYBODY] });
  return { message: written, ...(fit !== undefined && { fit }) };
}

function checkCampaign({ name, chunk = SUGGESTED_RECIPIENTS, fit, message, hours }: Campaign): void {
  if (!NAME.test(name)) throw refuse('expected up to 64 letters, digits and -_.', 'name');
  if (!Number.isSafeInteger(chunk) || chunk < 1) throw refuse('expected a number of recipients', 'chunk');
  if (fit !== undefined && message.kind !== 'mms') throw refuse('only an MMS can be fitted', 'fit');
  if (hours !== undefined) checkHours(hours);
}

/** Those of a batch who never were sent to. */
async function openOf(batch: Batch, ledger: Ledger, campaign: number): Promise<Batch> {
  const { open } = await new LedgerJournal(ledger, campaign).begin('', batch.to);
  if (open.length === batch.to.length) return batch;
  const still = new Set(open);
  const isOpen = batch.to.map(recipient => still.has(recipient));
  const { variables } = batch;
  return { to: open, ...(variables && { variables: variables.filter((_, at) => isOpen[at]) }) };
}

/**
 * Puts a campaign into the queue, a job a batch. Again with the same list it puts those who never were sent to.
 * @throws MmsError `bulk/campaign`, `bulk/hours`, `bulk/other-message`, `bulk/variable`, `bulk/database`; what the list
 * throws
 */
export async function putCampaign(campaign: Campaign, place: PutPlace): Promise<PutReport> {
  checkCampaign(campaign);
  const { ledger, campaigns, queue } = place;
  const definition = definitionOf(campaign);
  const { id, puts } = await campaigns.enter(campaign.name, definition);
  const batches = new Batches(campaign.chunk ?? SUGGESTED_RECIPIENTS, variablesAsked(definition));
  const { hours, notBefore } = campaign;
  const delay = notBefore === undefined ? 0 : Math.max(0, notBefore.getTime() - Date.now());
  let queued = 0;
  let jobs = 0;
  for await (const batch of batches.of(campaign.recipients)) {
    const open = puts === 1 ? batch : await openOf(batch, ledger, id);
    if (open.to.length === 0) continue;
    queued += open.to.length;
    const jobId = `${campaign.name}.${puts}.${++jobs}`;
    const data = { campaign: id, ...open, ...(hours && { hours }) };
    const kept = { removeOnComplete: true, removeOnFail: { count: KEPT_FAILURES } };
    await queue.add(campaign.name, data, { jobId, delay, ...TRIES, ...kept });
  }
  const { listed, issues } = batches.report;
  await campaigns.tellListed(id, listed);
  return { listed, queued, jobs, issues };
}
