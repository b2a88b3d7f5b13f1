import { readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { requireText } from '../../bytes/index.ts';
import { errorCode, MmsError } from '../../errors.ts';
import { whileHeld } from './while-held.ts';

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
    text = String(await readFile(path));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return new Map();
    throw new MmsError('file/unreadable', `cannot read the library cache ${path}`, { cause: error });
  }
  const numbers = parseCache(text);
  if (numbers !== undefined) return numbers;
  throw new MmsError('file/unknown-format', `${path} is not a library cache`, { hint: 'name another file' });
}

/** The one name that all know the file by, so that its lock is one. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return path; // it may be the first change
    throw new MmsError('file/unreadable', `cannot read the library cache ${path}`, { cause: error });
  }
}

async function writeCache(path: string, numbers: ReadonlyMap<string, number>): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  const sorted = Object.fromEntries([...numbers.keys()].toSorted().map(key => [key, numbers.get(key)]));
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
      const real = await realPath(path);
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
