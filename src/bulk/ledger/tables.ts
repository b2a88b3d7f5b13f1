import type { Database } from '../database.ts';

/**
 * The tables, all in a schema of their own. A recipient takes one narrow row, written once; what became of it stands with
 * its request, and with the recipient only where it differs.
 */
const TABLES = `
select pg_advisory_xact_lock(hashtext('mms_bulk'));
create schema if not exists mms_bulk;
create table if not exists mms_bulk.campaign (
  id integer generated always as identity primary key,
  name text not null unique,
  definition jsonb not null,
  puts integer not null default 1,
  listed integer not null default 0
);
create table if not exists mms_bulk.request (
  key uuid primary key,
  campaign integer not null,
  state text not null,
  claimed_at timestamptz not null,
  answered_at timestamptz,
  problem text,
  identifiers jsonb
);
create table if not exists mms_bulk.ledger (
  campaign integer not null,
  recipient text collate "C" not null,
  request uuid not null,
  state text,
  primary key (campaign, recipient)
);
create table if not exists mms_bulk.fitted (
  key text primary key,
  octets bytea not null
);`;

/** Makes the tables where they are missing. */
export async function makeTables(database: Database): Promise<void> {
  await database.query(TABLES);
}
