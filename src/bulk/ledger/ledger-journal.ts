import {
  countStates,
  JOURNAL_STATES,
  type Journal,
  type JournalAnswer,
  type JournalReport,
  type JournalStart,
  type JournalState,
} from '../../submit/index.ts';
import type { Leave, RequestSlots } from '../slots.ts';
import type { Ledger } from './ledger.ts';

/** What the journal of a run works with. */
export interface LedgerJournalOptions {
  /** Takes it that nobody was sent to: a claim finds out, and fails as a whole if somebody was. */
  readonly isHopeful?: boolean;
  /** Each request has a place from its claim to its answer. */
  readonly slots?: RequestSlots | undefined;
}

/**
 * The ledger of a campaign as the journal of a run: whatever way out sends, it claims each request in the database
 * before the first octet leaves.
 */
export class LedgerJournal implements Journal {
  readonly #ledger: Ledger;
  readonly #campaign: number;
  readonly #isHopeful: boolean;
  readonly #slots: RequestSlots | undefined;
  readonly #leaves = new Map<string, Leave>();
  #known: ReadonlyMap<string, JournalState> = new Map();

  constructor(ledger: Ledger, campaign: number, { isHopeful = false, slots }: LedgerJournalOptions = {}) {
    this.#ledger = ledger;
    this.#campaign = campaign;
    this.#isHopeful = isHopeful;
    this.#slots = slots;
  }

  /** The hash of the message does not count: filled with other variables it is another one. */
  async begin(_hash: string, recipients: readonly string[]): Promise<JournalStart> {
    if (this.#isHopeful) return { open: recipients, warnings: [] };
    this.#known = await this.#ledger.statesOf(this.#campaign, recipients);
    const open = recipients.filter(recipient => {
      const state = this.#known.get(recipient);
      return state === undefined || JOURNAL_STATES[state].mayBeSent === true;
    });
    return { open, warnings: [] };
  }

  async claim(recipients: readonly string[]): Promise<string> {
    const claim = (): Promise<string> => this.#ledger.claim(this.#campaign, recipients);
    if (this.#slots === undefined) return claim();
    const { request, leave } = await this.#slots.enter(claim);
    this.#leaves.set(request, leave);
    return request;
  }

  /** The place is free before the answer is written down: the next request need not wait for the disk. */
  async answer(request: string, answer: JournalAnswer): Promise<void> {
    this.#leaves.get(request)?.();
    await this.#ledger.answer(this.#campaign, request, answer);
  }

  /** About those whom it began with. */
  async report(): Promise<JournalReport> {
    const recipients = [...this.#known].map(([recipient, state]) => ({ recipient, state }));
    const counts = countStates([...this.#known.values()].map(state => [state, 1]));
    return { isRunning: true, counts, requests: [], recipients, unresolved: [], warnings: [] };
  }

  /** Gives back what a request held that never was answered. */
  async close(): Promise<void> {
    for (const leave of this.#leaves.values()) leave();
  }
}
