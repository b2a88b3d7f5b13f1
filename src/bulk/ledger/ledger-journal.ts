import {
  countStates,
  JOURNAL_STATES,
  type Journal,
  type JournalAnswer,
  type JournalReport,
  type JournalStart,
  type JournalState,
} from '../../submit/index.ts';
import type { Ledger } from './ledger.ts';

/**
 * The ledger of a campaign as the journal of a run: whatever way out sends, it claims each request in the database
 * before the first octet leaves.
 */
export class LedgerJournal implements Journal {
  readonly #ledger: Ledger;
  readonly #campaign: number;
  readonly #isHopeful: boolean;
  #known: ReadonlyMap<string, JournalState> = new Map();

  /** @param isHopeful takes it that nobody was sent to: a claim finds out, and fails as a whole if somebody was */
  constructor(ledger: Ledger, campaign: number, isHopeful = false) {
    this.#ledger = ledger;
    this.#campaign = campaign;
    this.#isHopeful = isHopeful;
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
    return this.#ledger.claim(this.#campaign, recipients);
  }

  async answer(request: string, answer: JournalAnswer): Promise<void> {
    await this.#ledger.answer(this.#campaign, request, answer);
  }

  /** About those whom it began with. */
  async report(): Promise<JournalReport> {
    const recipients = [...this.#known].map(([recipient, state]) => ({ recipient, state }));
    const counts = countStates([...this.#known.values()].map(state => [state, 1]));
    return { isRunning: true, counts, requests: [], recipients, unresolved: [], warnings: [] };
  }

  async close(): Promise<void> {}
}
