import { randomBytes } from 'node:crypto';
import { lstat, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders } from '../archive/index.ts';
import { MmsError, reasonOf } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { type GatewayMessage, messageFromJson } from '../submit/index.ts';
import type { LibraryFile } from './deliver.ts';
import { receivedToJson } from './message-json.ts';
import type { ReceivedMessage } from './received-message.ts';

/** A message that a store holds: all but what the telephone would fetch, which is made again. */
export type StoredMessage = Omit<ReceivedMessage, 'delivery'>;

/** How long a file may take: a store that does not answer must not hold up the client. */
const MAX_WRITE_MS = 5000;

const NUMBERED = /^(\d{4,9})[.-]/;

/** A folder of messages: `0001.json`, what was uploaded as `0001-NAME`, and `0001.mms`, which a telephone would fetch. */
export class MessageStore {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Makes the folder, sees that it can be written, and reads the newest of what it holds, as much as is kept in memory.
   * Files that are not messages are left alone.
   * @throws MmsError `sandbox/cannot-store`
   */
  static async open(
    folder: string,
    limits: Limits,
  ): Promise<{
    readonly store: MessageStore;
    readonly messages: readonly StoredMessage[];
    readonly last: number;
  }> {
    try {
      await makeFolders(folder);
      const probe = join(folder, `.${randomBytes(6).toString('hex')}.tmp`);
      await writeFile(probe, '', { flag: 'wx' });
      await rm(probe);
      const names = await readdir(folder);
      const numbers = names.flatMap(name => Number(NUMBERED.exec(name)?.[1] ?? 0));
      return {
        store: new MessageStore(folder),
        messages: await readMessages(folder, names, limits),
        last: Math.max(0, ...numbers),
      };
    } catch (cause) {
      throw cannotStore(folder, cause);
    }
  }

  /**
   * Writes a message. Nothing that is there is overwritten.
   * @throws MmsError `sandbox/cannot-store`
   */
  async keep(received: ReceivedMessage): Promise<void> {
    const { number, file, delivery } = received;
    const stem = join(this.#folder, String(number).padStart(4, '0'));
    const signal = AbortSignal.timeout(MAX_WRITE_MS);
    const write = (name: string, data: string | Uint8Array) => writeFile(name, data, { flag: 'wx', signal });
    try {
      await write(`${stem}.json`, `${JSON.stringify(receivedToJson(received), undefined, 2)}\n`);
      // The name was checked when the form was read: no separators, one extension.
      if (file !== undefined) await write(`${stem}-${file.name}`, file.data);
      if (delivery?.mms !== undefined) await write(`${stem}.mms`, delivery.mms);
    } catch (cause) {
      throw cannotStore(this.#folder, cause);
    }
  }
}

function cannotStore(folder: string, cause: unknown): MmsError {
  return new MmsError('sandbox/cannot-store', `messages cannot be stored in ${folder}: ${reasonOf(cause)}`, {
    path: folder,
    hint: 'name a folder that can be written',
    cause,
  });
}

/** The newest messages that fit the bounds, oldest first. */
async function readMessages(
  folder: string,
  names: readonly string[],
  { maxSandboxMessages, maxSandboxBytes }: Limits,
): Promise<StoredMessage[]> {
  const messages: StoredMessage[] = [];
  let left = maxSandboxBytes;
  for (const name of names.filter(one => /^\d{4,9}\.json$/.test(one)).toSorted(byNumber)) {
    if (messages.length >= maxSandboxMessages || left <= 0) break;
    const message = await readMessage(folder, name, left);
    if (message === undefined) continue;
    left -= message.form.length + (message.file?.data.length ?? 0);
    messages.push(message);
  }
  return messages.toReversed();
}

/** The newest first. */
function byNumber(a: string, b: string): number {
  return Number.parseInt(b, 10) - Number.parseInt(a, 10);
}

/** @throws Error for what is not a regular file, or longer */
async function readWithin(path: string, maxBytes: number): Promise<Buffer> {
  const found = await lstat(path);
  if (!found.isFile() || found.size > maxBytes) throw new Error(`no file of at most ${maxBytes} octets`);
  return readFile(path);
}

/** A file of another making is not a message of ours. */
async function readMessage(
  folder: string,
  name: string,
  maxBytes: number,
): Promise<StoredMessage | undefined> {
  try {
    const json = Object(JSON.parse((await readWithin(join(folder, name), maxBytes)).toString()));
    const message: GatewayMessage = messageFromJson(json.message);
    const file = await readUpload(join(folder, name.slice(0, -'.json'.length)), json.file, maxBytes);
    const { number, username, receivedAt, form, reports, warnings, libraryNumber } = json;
    if (!Number.isInteger(number) || !Array.isArray(reports) || !Array.isArray(warnings)) return undefined;
    return {
      number,
      username: String(username),
      ...(typeof receivedAt === 'string' && { receivedAt }),
      form: typeof form === 'string' ? form : '',
      message,
      reports,
      warnings,
      ...(Number.isInteger(libraryNumber) && { libraryNumber }),
      ...(file !== undefined && { file }),
    };
  } catch {
    return undefined;
  }
}

async function readUpload(stem: string, stated: unknown, maxBytes: number): Promise<LibraryFile | undefined> {
  if (stated === undefined) return undefined;
  const { name, contentType } = Object(stated);
  const data = new Uint8Array(await readWithin(`${stem}-${String(name)}`, maxBytes));
  return { name: String(name), data, ...(typeof contentType === 'string' && { contentType }) };
}
