import { constants, type Stats } from 'node:fs';
import { open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from '../../errors.ts';
import { UsageError } from '../command.ts';
import { untilInterrupted } from '../interrupt.ts';

/** What is written: a text, octets, or octets in pieces. */
export type Written = string | Uint8Array | readonly Uint8Array[];

/** What is written at once. */
export function piecesOf(data: Written): readonly (string | Uint8Array)[] {
  return typeof data === 'string' || data instanceof Uint8Array ? [data] : data;
}

/** Who may read a new file, before the umask. */
const FOR_ALL = 0o666;

/**
 * Writes to what a path stands for. A file is replaced as a whole, through its links, and keeps its mode; what is no
 * file (a device, a pipe) stays what it is and takes the octets.
 * @param mode the most that anyone may do with the file, such as 0o600
 */
export async function writeTo(path: string, data: Written, mode = FOR_ALL): Promise<void> {
  const there = await statIfThere(path);
  if (there !== undefined && !there.isFile() && !there.isDirectory()) return writeInto(path, data);
  const kept = there === undefined ? undefined : there.mode & (mode === FOR_ALL ? 0o777 : mode);
  const target = await behindLinks(path);
  await untilInterrupted(signal => replaceFile(target, data, { mode, kept, signal }));
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  return stat(path).catch(unlessMissing);
}

function unlessMissing(error: unknown): undefined {
  if (errorCode(error) === 'ENOENT') return undefined;
  throw error;
}

/** Octets would confuse a terminal. */
export function onTerminal(): UsageError {
  return new UsageError('the output is a terminal, which octets would confuse: redirect it, or name a file');
}

/** Waits for a reader, as any program does that writes into a pipe; nothing is made and nothing cut. */
async function writeInto(path: string, data: Written): Promise<void> {
  const file = await open(path, constants.O_WRONLY);
  try {
    if (typeof data !== 'string' && (await isTerminal(file.fd))) throw onTerminal();
    for (const piece of piecesOf(data)) await file.writeFile(piece);
  } finally {
    await file.close();
  }
}

/** Asked late: the module brings those of the network with it. */
async function isTerminal(descriptor: number): Promise<boolean> {
  const { isatty } = await import('node:tty');
  return isatty(descriptor);
}

/** The file that a path names through links; the last may point to one that is to be made. */
async function behindLinks(path: string): Promise<string> {
  const real = await realpath(path).catch(unlessMissing);
  if (real !== undefined) return real;
  const next = await readlink(path).catch(() => undefined);
  return next === undefined ? path : behindLinks(resolve(dirname(path), next));
}

interface Replacing {
  readonly mode: number;
  /** The mode of the file that is replaced. */
  readonly kept: number | undefined;
  readonly signal: AbortSignal;
}

async function replaceFile(path: string, data: Written, { mode, kept, signal }: Replacing): Promise<void> {
  const beside = join(dirname(path), `.${process.pid}-${process.hrtime.bigint()}.tmp`);
  const file = await open(beside, 'wx', kept ?? mode);
  try {
    try {
      if (kept !== undefined) await file.chmod(kept);
      for (const piece of piecesOf(data)) await file.writeFile(piece, { signal });
    } finally {
      await file.close();
    }
    signal.throwIfAborted();
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
