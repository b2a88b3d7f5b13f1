import { createHash } from 'node:crypto';
import { MmsError } from '../../errors.ts';
import type { GatewayMessage, UploadedFile } from '../../submit/index.ts';
import type { FitTo } from '../campaigns.ts';
import type { Database } from '../database.ts';
import { FittingProcess } from './fitting-process.ts';

/** Fitted messages that a process keeps at hand; the database has them all. */
const MAX_AT_HAND = 32;

/** Fits messages in a process of its own, each content for each receiver once for all workers of a database. */
export class Fitter {
  readonly #database: Database;
  readonly #process: FittingProcess;
  readonly #atHand = new Map<string, Promise<Uint8Array>>();

  constructor(database: Database, process: FittingProcess = new FittingProcess()) {
    this.#database = database;
    this.#process = process;
  }

  /**
   * A message with its file fitted to a receiver.
   * @throws MmsError `bulk/campaign` for anything but an MMS with a file; as `Presentation.adapt`
   */
  async fitted(message: GatewayMessage, to: FitTo): Promise<GatewayMessage> {
    if (message.kind !== 'mms' || message.file === undefined)
      throw new MmsError('bulk/campaign', 'only an MMS with a file can be fitted', { path: 'fit' });
    const data = await this.#octets(message.file, to);
    return { ...message, file: { name: 'fitted.mms', data } };
  }

  close(): void {
    this.#process.close();
  }

  #octets(file: UploadedFile, to: FitTo): Promise<Uint8Array> {
    const key = keyOf(file, to);
    const known = this.#atHand.get(key) ?? this.#once(key, file, to);
    this.#atHand.delete(key);
    this.#atHand.set(key, known);
    known.catch(() => this.#atHand.delete(key));
    for (const oldest of this.#atHand.keys()) {
      if (this.#atHand.size <= MAX_AT_HAND) break;
      this.#atHand.delete(oldest);
    }
    return known;
  }

  /** From the database, or fitted now while all others who need the same wait. */
  async #once(key: string, file: UploadedFile, to: FitTo): Promise<Uint8Array> {
    return this.#database.alone(key, async query => {
      const [kept] = await query<{ octets: Uint8Array }>(
        'select octets from mms_bulk.fitted where key = $1',
        [key],
      );
      if (kept !== undefined) return kept.octets;
      const octets = await this.#process.fit({ key, file, to });
      await query('insert into mms_bulk.fitted (key, octets) values ($1, $2) on conflict do nothing', [
        key,
        Buffer.from(octets),
      ]);
      return octets;
    });
  }
}

function keyOf({ name, data }: UploadedFile, { profile, network, maxBytes, unsupported }: FitTo): string {
  const receiver = JSON.stringify([name, profile, network, maxBytes, unsupported]);
  return createHash('sha256').update(receiver).update('\n').update(data).digest('hex');
}
