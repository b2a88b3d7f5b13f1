import { Database } from '../../../src/bulk/database.ts';
import { Ledger } from '../../../src/bulk/ledger/ledger.ts';
import { makeTables } from '../../../src/bulk/ledger/tables.ts';
import { startPostgres } from '../../support/postgres.ts';

/** A ledger in a database server of its own. */
export interface OpenLedger {
  readonly ledger: Ledger;
  readonly database: Database;
  close(): Promise<void>;
}

/** Opens a ledger with its patience. */
export async function openLedger(patienceMs: number): Promise<OpenLedger> {
  const postgres = await startPostgres();
  const database = await Database.open(postgres.options, { connections: 2 });
  await makeTables(database);
  return {
    ledger: new Ledger(database, patienceMs),
    database,
    close: async () => {
      await database.close();
      await postgres.close();
    },
  };
}
