import { readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { requireText } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import { holdFile } from '../journal/lock.ts';
import { errorCode } from '../transport/connect-failures.ts';

/** Remembers under which library number the gateway keeps a file. */
export interface LibraryCache {
  get(key: string): Promise<number | undefined>;
  set(key: string, libraryNumber: number): Promise<void>;
  delete(key: string): Promise<void>;
}

const FORMAT = 'mms-composer library cache 1';

function isNumbers(value: unknown): value is Record<string, number> {
  return typeof value === 'object' && value !== null && Object.values(value).every(Number.isSafeInteger);
}

function parseCache(text: string): Map<string, number> | undefined {
  try {
    const { format, numbers } = JSON.parse(text);
    return format === FORMAT && isNumbers(numbers) ? new Map(Object.entries(numbers)) : undefined;
  } catch {
    return undefined;
  }
}

async function readCache(path: string): Promise<Map<string, number>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return new Map();
    throw new MmsError('file/unreadable', `cannot read the library cache ${path}`, { cause: error });
  }
  const numbers = parseCache(text);
  if (numbers !== undefined) return numbers;
  throw new MmsError('file/unknown-format', `${path} is not a library cache`, { hint: 'name another file' });
}

async function writeCache(path: string, numbers: ReadonlyMap<string, number>): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  const sorted = Object.fromEntries([...numbers].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  try {
    await writeFile(beside, `${JSON.stringify({ format: FORMAT, numbers: sorted }, undefined, 2)}\n`, {
      flag: 'wx',
    });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new MmsError('file/unwritable', `cannot write the library cache ${path}`, { cause: error });
  }
}

/** Some ten seconds; a change takes milliseconds. */
const MOST_TRIES = 400;

/** Two that have met do not come again at the same time. */
function pauseMs(tries: number): number {
  return 5 + ((process.pid * 7 + tries * 13) % 41);
}

/** Does what no other process may do at the same time. */
async function whileHeld(path: string, job: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const held = await hold(path);
    if ('release' in held) return job().finally(held.release);
    await pause(pauseMs(tries));
  }
  throw new MmsError('file/unwritable', `the library cache ${path} is held by other processes`);
}

async function hold(path: string): ReturnType<typeof holdFile> {
  try {
    return await holdFile(path);
  } catch (cause) {
    throw new MmsError('file/unwritable', `cannot lock the library cache ${path}`, { cause });
  }
}

/**
 * A {@link LibraryCache} in a JSON file, which is written beside and renamed, never half, by one process at a time. Holds
 * hashes and numbers only.
 * Its functions throw MmsError `file/unreadable`, `file/unknown-format` (the file is something else) and
 * `file/unwritable`; the client turns these into warnings.
 */
export function fileLibraryCache(path: string): LibraryCache {
  requireText(path, 'a path', 'path');
  let last: Promise<unknown> = Promise.resolve();
  const change = (edit: (numbers: Map<string, number>) => void): Promise<void> => {
    const next = last.then(async () => {
      const real = await realpath(path).catch(() => path); // it may be the first change
      await whileHeld(real, async () => {
        const numbers = await readCache(real);
        edit(numbers);
        await writeCache(real, numbers);
      });
    });
    last = next.catch(() => undefined);
    return next;
  };
  return {
    get: async key => (await readCache(path)).get(key),
    set: (key, libraryNumber) => change(numbers => numbers.set(key, libraryNumber)),
    delete: key => change(numbers => numbers.delete(key)),
  };
}
