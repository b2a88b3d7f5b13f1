import { randomUUID } from 'node:crypto';
import { MmsError } from '../../errors.ts';
import {
  isJournalState,
  type JournalAnswer,
  type JournalState,
  type UnresolvedRequest,
} from '../../submit/index.ts';
import type { Database } from '../database.ts';

/** What the ledger knows about one recipient of a campaign. */
export interface LedgerEntry {
  readonly recipient: string;
  readonly state: JournalState;
  /** The key of the request. */
  readonly request: string;
  /** ISO 8601 in UTC, by the clock of the database. */
  readonly claimedAt: string;
  readonly answeredAt?: string;
  /** The code of what went wrong. */
  readonly problem?: string;
  /** What the gateway calls the message. */
  readonly messageIdentifier?: string;
}

interface Row {
  readonly recipient: string;
  readonly state: string;
  readonly request: string;
  readonly claimed_at: Date;
  readonly answered_at: Date | null;
  readonly problem: string | null;
  readonly message_identifier: string | null;
}

/** Rows of a page when a whole ledger is read. */
const PAGE_ROWS = 2000;

/** A claim without an answer is unknown once its request must have ended. $2: for how long it may last. */
const STATE = `coalesce(ledger.state, case
  when request.state = 'claimed' and request.claimed_at < now() - $2::float8 * interval '1 millisecond' then 'unknown'
  else request.state end)`;

const ROWS = 'mms_bulk.ledger join mms_bulk.request on request.key = ledger.request';

const COLUMNS = `recipient, ${STATE} as state, ledger.request, claimed_at, answered_at, problem,
  identifiers ->> recipient as message_identifier`;

function stateOf(word: string): JournalState {
  if (!isJournalState(word)) throw new MmsError('bulk/database', `the ledger has a state ${word}`);
  return word;
}

function entryOf(row: Row): LedgerEntry {
  return {
    recipient: row.recipient,
    state: stateOf(row.state),
    request: row.request,
    claimedAt: row.claimed_at.toISOString(),
    ...(row.answered_at !== null && { answeredAt: row.answered_at.toISOString() }),
    ...(row.problem !== null && { problem: row.problem }),
    ...(row.message_identifier !== null && { messageIdentifier: row.message_identifier }),
  };
}

/** What stands in a ledger of who was sent to: a row for each recipient of each campaign, from its claim on. */
export class Ledger {
  readonly #database: Database;
  readonly #patienceMs: number;

  /** @param patienceMs after which a claim without an answer is unknown */
  constructor(database: Database, patienceMs: number) {
    this.#database = database;
    this.#patienceMs = patienceMs;
  }

  /** What is known about some recipients; those who never were sent to are left out. */
  async statesOf(
    campaign: number,
    recipients: readonly string[],
  ): Promise<ReadonlyMap<string, JournalState>> {
    const rows = await this.#database.query<Pick<Row, 'recipient' | 'state'>>(
      `select recipient, ${STATE} as state from ${ROWS} where ledger.campaign = $1 and recipient = any($3)`,
      [campaign, this.#patienceMs, recipients],
    );
    return new Map(rows.map(({ recipient, state }) => [recipient, stateOf(state)]));
  }

  /**
   * Claims recipients for one request, all or none. Committed when it returns.
   * @returns the key of the request
   * @throws MmsError `submit/journal-claimed` when one of them was claimed before
   */
  async claim(campaign: number, recipients: readonly string[]): Promise<string> {
    const key = randomUUID();
    const [claimed] = await this.#database.query<{ count: number }>(
      `with request as (
          insert into mms_bulk.request (key, campaign, state, claimed_at) values ($2, $1, 'claimed', now())
          on conflict (key) do nothing),
        claimed as (
          insert into mms_bulk.ledger as held (campaign, recipient, request)
          select $1, recipient, $2 from unnest($3::text[]) as recipient order by recipient collate "C"
          on conflict (campaign, recipient) do update set request = excluded.request, state = null
          where held.request = excluded.request or 'not-sent' =
            coalesce(held.state, (select state from mms_bulk.request where key = held.request))
          returning 1)
        select count(*)::int from claimed`,
      [campaign, key, recipients],
    );
    if (claimed?.count === recipients.length) return key;
    await this.#database.query(
      `with held as (delete from mms_bulk.ledger where campaign = $1 and request = $2)
        delete from mms_bulk.request where key = $2`,
      [campaign, key],
    );
    throw new MmsError('submit/journal-claimed', 'another request has claimed one of these recipients');
  }

  /** Takes in what became of a request. An answer that comes late replaces `unknown`, not what a person said. */
  async answer(campaign: number, key: string, { state, recipients, problem }: JournalAnswer): Promise<void> {
    const identifiers = recipients.flatMap(({ recipient, messageIdentifier }) =>
      messageIdentifier === undefined ? [] : [[recipient, messageIdentifier]],
    );
    const others = recipients.filter(one => one.state !== state);
    await this.#database.query(
      `with request as (
          update mms_bulk.request set state = $3, problem = $4, identifiers = $5::jsonb, answered_at = now()
          where key = $2 and state = 'claimed' returning 1)
        update mms_bulk.ledger as held set state = told.state
        from unnest($6::text[], $7::text[]) as told (recipient, state), request
        where held.campaign = $1 and held.recipient = told.recipient and held.request = $2
          and held.state is null`,
      [
        campaign,
        key,
        state,
        problem ?? null,
        identifiers.length === 0 ? null : JSON.stringify(Object.fromEntries(identifiers)),
        others.map(({ recipient }) => recipient),
        others.map(one => one.state),
      ],
    );
  }

  /** Recipients in each state; states that nobody is in are left out. */
  async counts(campaign: number): Promise<ReadonlyMap<JournalState, number>> {
    const rows = await this.#database.query<{ state: string; count: number }>(
      `select ${STATE} as state, count(*)::int as count from ${ROWS} where ledger.campaign = $1 group by 1`,
      [campaign, this.#patienceMs],
    );
    return new Map(rows.map(({ state, count }) => [stateOf(state), count]));
  }

  /** Every recipient of a campaign that was ever claimed, in the order of their names. */
  async *entries(campaign: number): AsyncGenerator<LedgerEntry> {
    for (let last = ''; ; ) {
      const rows = await this.#database.query<Row>(
        `select ${COLUMNS} from ${ROWS}
          where ledger.campaign = $1 and recipient > $3 order by recipient limit $4`,
        [campaign, this.#patienceMs, last, PAGE_ROWS],
      );
      yield* rows.map(entryOf);
      const end = rows.at(-1);
      if (end === undefined || rows.length < PAGE_ROWS) return;
      last = end.recipient;
    }
  }

  /** The requests of which only a person can find out what became. */
  async unresolved(campaign: number): Promise<readonly UnresolvedRequest[]> {
    const rows = await this.#database.query<Row>(
      `select ${COLUMNS} from ${ROWS}
        where ledger.campaign = $1 and ${STATE} in ('unknown', 'partial')
        order by claimed_at, ledger.request, recipient`,
      [campaign, this.#patienceMs],
    );
    const requests = new Map<
      string,
      { request: Omit<UnresolvedRequest, 'recipients'>; recipients: string[] }
    >();
    for (const { request: key, recipient, claimedAt, problem } of rows.map(entryOf)) {
      const request = { key, claimedAt, ...(problem !== undefined && { problem }) };
      const known = requests.get(key) ?? { request, recipients: [] };
      known.recipients.push(recipient);
      requests.set(key, known);
    }
    return [...requests.values()].map(({ request, recipients }) => ({ ...request, recipients }));
  }

  /** Writes down what a person found out about those of a request, or about one recipient, who are unknown. */
  async resolve(campaign: number, key: string, state: 'accepted' | 'not-sent'): Promise<readonly string[]> {
    const rows = await this.#database.query<Pick<Row, 'recipient'>>(
      `update mms_bulk.ledger set state = $4 from mms_bulk.request
        where request.key = ledger.request and ledger.campaign = $1
          and (ledger.request::text = $3 or recipient = $3) and ${STATE} in ('unknown', 'partial')
        returning recipient`,
      [campaign, this.#patienceMs, key, state],
    );
    return rows.map(({ recipient }) => recipient);
  }
}
