export {
  Bulk,
  type BulkOptions,
  type BulkWorker,
  openBulk,
  type RateLimit,
  type WorkOptions,
} from './bulk.ts';
export type { FitTo } from './campaigns.ts';
export type { PostgresOptions } from './database.ts';
export type { Hours } from './hours.ts';
export type { LedgerEntry } from './ledger/ledger.ts';
export { type CsvOptions, csvRecipients } from './list/csv.ts';
export type { Recipient, Variables } from './list/recipient.ts';
export { formatProgress, type Progress } from './progress.ts';
export type { Campaign, PutReport } from './put.ts';
export type { RedisOptions } from './queue.ts';
export type { Send, SendByLedger } from './work.ts';
