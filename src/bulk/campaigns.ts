import { MmsError } from '../errors.ts';
import type { Database } from './database.ts';

/** Whom the message of a campaign is fitted to; each may ask for a variable: `{{phone}}`. */
export interface FitTo {
  /** A profile, the id of a built-in one, or a phone's name. */
  readonly profile?: string;
  /** A network by its code, `234-10`, or by a name that only it has. */
  readonly network?: string;
  /** Octets of the encoded message. */
  readonly maxBytes?: number;
  /** What becomes of a part that the receiver does not take; default `error`. */
  readonly unsupported?: 'error' | 'replace' | 'drop';
}

/** What a campaign sends. */
export interface CampaignDefinition {
  /** As `messageToJson` writes it, without recipients. */
  readonly message: Readonly<Record<string, unknown>>;
  readonly fit?: FitTo;
}

/** What a database knows of a campaign. */
export interface CampaignRow {
  readonly id: number;
  readonly definition: CampaignDefinition;
  /** Recipients in its list when it was put into the queue the last time. */
  readonly listed: number;
}

/** The campaigns of a database: each message once, however many jobs and recipients it has. */
export class Campaigns {
  readonly #database: Database;
  readonly #known = new Map<number, Promise<CampaignRow>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Enters a campaign, or finds the one of that name.
   * @returns its number, and how often it was put
   * @throws MmsError `bulk/other-message` when a campaign of that name has another message
   */
  async enter(name: string, definition: CampaignDefinition): Promise<{ id: number; puts: number }> {
    const [entered] = await this.#database.query<{ id: number; puts: number }>(
      `insert into mms_bulk.campaign as known (name, definition) values ($1, $2::jsonb)
        on conflict (name) do update set puts = known.puts + 1 where known.definition = excluded.definition
        returning id, puts`,
      [name, JSON.stringify(definition)],
    );
    if (entered !== undefined) return entered;
    throw new MmsError('bulk/other-message', `the campaign ${name} had another message before`, {
      path: 'name',
      hint: 'a campaign has one message: give another one another name',
    });
  }

  async tellListed(id: number, listed: number): Promise<void> {
    await this.#database.query('update mms_bulk.campaign set listed = $2 where id = $1', [id, listed]);
  }

  /** @throws MmsError `bulk/unknown-campaign` */
  async find(name: string): Promise<CampaignRow> {
    return this.#read('name = $1', name);
  }

  /** The campaign of a job; read once. */
  async get(id: number): Promise<CampaignRow> {
    const known = this.#known.get(id) ?? this.#read('id = $1', id);
    this.#known.set(id, known);
    known.catch(() => this.#known.delete(id));
    return known;
  }

  async #read(where: string, key: string | number): Promise<CampaignRow> {
    const [row] = await this.#database.query<CampaignRow & { id: number }>(
      `select id, definition, listed from mms_bulk.campaign where ${where}`,
      [key],
    );
    if (row !== undefined) return row;
    throw new MmsError('bulk/unknown-campaign', `the database knows no campaign ${key}`);
  }
}
