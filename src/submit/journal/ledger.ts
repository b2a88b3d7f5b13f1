import type { JournalLine } from './line.ts';
import { JOURNAL_STATES, type JournalRecipient, type JournalState } from './states.ts';

/** One request in a journal. */
export interface JournalRequest {
  /** Such as `r12`. */
  readonly key: string;
  readonly state: JournalState;
  readonly recipients: readonly JournalRecipient[];
  /** ISO 8601 in UTC, if the journal keeps times. */
  readonly claimedAt?: string;
  readonly answeredAt?: string;
  /** The code of what went wrong. */
  readonly problem?: string;
}

/** All that a journal says, built up line by line. */
export class Ledger {
  campaign: string | undefined;
  readonly #requests = new Map<string, JournalRequest>();
  readonly #recipients = new Map<string, JournalState>();

  /** Takes a line in; false when it does not fit to those before. */
  add(line: JournalLine): boolean {
    if ((this.campaign === undefined) !== (line.line === 'head')) return false;
    switch (line.line) {
      case 'head':
        this.campaign = line.campaign;
        return true;
      case 'plan':
        for (const recipient of line.recipients)
          if (!this.#recipients.has(recipient)) this.#recipients.set(recipient, 'planned');
        return true;
      case 'claim':
        return this.#claim(line);
      case 'answer':
        return this.#answer(line);
      case 'unknown':
        return line.requests.every(key => this.#giveUp(key));
      case 'resolve':
        return this.#resolve(line.recipients, line.state);
    }
  }

  #claim({ request: key, recipients, at }: Extract<JournalLine, { line: 'claim' }>): boolean {
    if (this.#requests.has(key) || !recipients.every(recipient => this.mayBeSent(recipient))) return false;
    const claimed = recipients.map(recipient => ({ recipient, state: 'claimed' }) as const);
    this.#requests.set(key, {
      key,
      state: 'claimed',
      recipients: claimed,
      ...(at !== undefined && { claimedAt: at }),
    });
    for (const recipient of recipients) this.#recipients.set(recipient, 'claimed');
    return true;
  }

  #answer({
    request: key,
    state,
    recipients,
    problem,
    at,
  }: Extract<JournalLine, { line: 'answer' }>): boolean {
    const request = this.#requests.get(key);
    if (request === undefined || request.state !== 'claimed') return false;
    const isSame = request.recipients.every(
      ({ recipient }, index) => recipients[index]?.recipient === recipient,
    );
    if (!isSame || recipients.length !== request.recipients.length) return false;
    this.#requests.set(key, {
      ...request,
      state,
      recipients,
      ...(at !== undefined && { answeredAt: at }),
      ...(problem !== undefined && { problem }),
    });
    for (const one of recipients) this.#recipients.set(one.recipient, one.state);
    return true;
  }

  #giveUp(key: string): boolean {
    const request = this.#requests.get(key);
    if (request?.state !== 'claimed') return false;
    const recipients = request.recipients.map(({ recipient }) => ({ recipient, state: 'unknown' }) as const);
    this.#requests.set(key, { ...request, state: 'unknown', recipients });
    for (const { recipient, state } of recipients) this.#recipients.set(recipient, state);
    return true;
  }

  #resolve(recipients: readonly string[], state: JournalState): boolean {
    if (!recipients.every(recipient => isOpen(this.#recipients.get(recipient)))) return false;
    const resolved = new Set(recipients);
    for (const recipient of recipients) this.#recipients.set(recipient, state);
    for (const [key, request] of this.#requests) {
      if (!request.recipients.some(one => isOpen(one.state) && resolved.has(one.recipient))) continue;
      const told = request.recipients.map(one =>
        isOpen(one.state) && resolved.has(one.recipient) ? { ...one, state } : one,
      );
      this.#requests.set(key, { ...request, recipients: told, state: stateOfAll(told, state) });
    }
    return true;
  }

  /** True for a recipient to whom nothing can have gone. */
  mayBeSent(recipient: string): boolean {
    const state = this.#recipients.get(recipient);
    return state === undefined || JOURNAL_STATES[state].mayBeSent === true;
  }

  /** True for a recipient that stands in the journal. */
  has(recipient: string): boolean {
    return this.#recipients.has(recipient);
  }

  get requests(): readonly JournalRequest[] {
    return [...this.#requests.values()];
  }

  get nextKey(): string {
    return `r${this.#requests.size + 1}`;
  }

  /** Every recipient with its state, in the order of the first plan. */
  get recipients(): readonly (readonly [recipient: string, state: JournalState])[] {
    return [...this.#recipients];
  }
}

function isOpen(state: JournalState | undefined): boolean {
  return state !== undefined && JOURNAL_STATES[state].isOpenQuestion === true;
}

/** The state of a request of which some recipients have been given a state. */
function stateOfAll(recipients: readonly JournalRecipient[], given: JournalState): JournalState {
  if (recipients.every(({ state }) => state === given)) return given;
  return recipients.some(({ state }) => state === 'unknown' || state === 'claimed') ? 'unknown' : 'partial';
}
