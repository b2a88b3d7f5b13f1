import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, QueryResultRow } from 'pg';
import { MmsError, reasonOf } from '../errors.ts';
import { loadPg } from './packages.ts';

/** Where a PostgreSQL is, 13 or newer; what is left out comes from the usual environment variables (`PGHOST` …). */
export interface PostgresOptions {
  readonly connectionString?: string;
  /** A host, or the folder of a Unix socket. */
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** True: over TLS, with a certificate that the system trusts. */
  readonly ssl?: boolean;
}

/** A claim that the disk does not hold is none: asked of every connection, whatever the server's default is. */
const DURABLE = '-c synchronous_commit=on';

/** Runs one statement. */
export type Query = <Row extends QueryResultRow>(sql: string, values: unknown[]) => Promise<readonly Row[]>;

/** How long a statement is tried again while the server is away; it restarts in less. */
const PATIENCE_MS = 60_000;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 1000;

/** Classes of SQLSTATE that pass by themselves: connection, resources, operator intervention, deadlock. */
const PASSING = ['08', '53', '57', '40'];

/** True when the same statement may work later: the server was not reached, or is on its way down or up. */
function isPassing(error: unknown): boolean {
  const { severity, code }: { severity?: unknown; code?: unknown } = Object(error);
  return severity === undefined || PASSING.includes(String(code).slice(0, 2));
}

function unusable(cause: unknown): MmsError {
  return new MmsError('bulk/database', `the database did not do as asked: ${reasonOf(cause)}`, { cause });
}

/**
 * Connections to a PostgreSQL. A statement that fails because the server is away is sent again for a minute: each must
 * be such that twice is the same as once.
 */
export class Database {
  readonly #pool: Pool;
  readonly #patienceMs: number;

  private constructor(pool: Pool, patienceMs: number) {
    this.#pool = pool;
    this.#patienceMs = patienceMs;
  }

  /** @throws MmsError `bulk/package-missing` */
  static async open(
    options: PostgresOptions,
    { connections, patienceMs = PATIENCE_MS }: { connections: number; patienceMs?: number | undefined },
  ): Promise<Database> {
    const { default: pg } = await loadPg();
    const pool = new pg.Pool({ ...options, options: DURABLE, max: connections });
    // An idle connection that breaks is replaced by the pool; the statement after it tells if that does not help.
    pool.on('error', () => undefined);
    return new Database(pool, patienceMs);
  }

  /** @throws MmsError `bulk/database` */
  async query<Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<readonly Row[]> {
    const end = performance.now() + this.#patienceMs;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      try {
        return (await this.#pool.query<Row>(sql, values)).rows;
      } catch (error) {
        if (!isPassing(error) || performance.now() + waitMs > end) throw unusable(error);
      }
      await delay(waitMs);
    }
  }

  /**
   * Runs a job while nobody else of this database runs one of the same name, on a connection of its own.
   * @throws MmsError `bulk/database`, and what the job throws
   */
  async alone<T>(name: string, job: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw unusable(error);
    });
    const query: Query = async <Row extends QueryResultRow>(sql: string, values: unknown[]) => {
      try {
        return (await client.query<Row>(sql, values)).rows;
      } catch (error) {
        throw unusable(error);
      }
    };
    let isSound = false;
    try {
      await query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
      const done = await job(query);
      await query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
      isSound = true;
      return done;
    } finally {
      client.release(!isSound);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
