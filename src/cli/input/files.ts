import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { filesBeside, makeFolders, readWithin, takeWithin } from '../../archive/index.ts';
import { errorCode, MmsError } from '../../errors.ts';
import type { CliContext } from '../command.ts';
import { onTerminal, piecesOf, type Written, writeTo } from '../output/write-to.ts';

/** The name that stands for standard input or output. */
export const STANDARD_STREAM = '-';

/**
 * Octets of a file, or of standard input for `-`.
 * @throws MmsError `file/not-found`, `file/unreadable` or `file/too-large`
 */
export async function readInput(path: string, maxBytes: number, context: CliContext): Promise<Uint8Array> {
  if (path !== STANDARD_STREAM) return readFile(path, maxBytes, context);
  const bytes = await context.stdin(maxBytes);
  if (bytes.length > maxBytes) throw tooLarge(path, maxBytes)(`${bytes.length} octets`);
  return bytes;
}

/**
 * All of standard input, which may have no end.
 * @throws MmsError `file/too-large`
 */
export function readStandardInput(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  return takeWithin(stream, maxBytes, tooLarge(STANDARD_STREAM, maxBytes));
}

async function readFile(path: string, maxBytes: number, context: CliContext): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    await protectInput(path, context);
    return await readWithin(file, maxBytes, tooLarge(path, maxBytes));
  } catch (error) {
    throw await missing(error, path);
  } finally {
    await file?.close();
  }
}

function tooLarge(path: string, maxBytes: number): (found: string) => MmsError {
  return found => new MmsError('file/too-large', `the file has ${found}, allowed ${maxBytes}`, { path });
}

/** The files that a run has read, by what they are and not by how they are called. */
const inputs = new WeakMap<CliContext, Set<string>>();

/** Notes a file as an input of this run, which no output may replace; {@link readInput} does so itself. */
export async function protectInput(path: string, context: CliContext): Promise<void> {
  const known = inputs.get(context) ?? new Set();
  const identity = await identityOf(path).catch(() => undefined); // what is not there cannot be replaced
  if (identity !== undefined) inputs.set(context, known.add(identity));
}

/** Device and number of a file, the same for every name and link of it. */
async function identityOf(path: string): Promise<string> {
  const { dev, ino } = await stat(path, { bigint: true });
  return `${dev}:${ino}`;
}

async function refuseInput(path: string, context: CliContext): Promise<void> {
  const identity = await identityOf(path).catch(() => '');
  if (inputs.get(context)?.has(identity) !== true) return;
  throw new MmsError('file/output-is-input', 'the output is one of the inputs', {
    path,
    hint: 'name another file',
  });
}

/**
 * Writes a file whole or not at all, or into a device or pipe. `-` is standard output.
 * @param mode who may read a file: 0o600 for a secret; one that is there keeps its own
 * @throws MmsError `file/unwritable`, `file/output-is-input`
 */
export async function writeOutput(
  path: string,
  data: Written,
  context: CliContext,
  mode?: number,
): Promise<void> {
  if (path === STANDARD_STREAM) {
    if (typeof data !== 'string' && context.isOutputTerminal === true) throw onTerminal();
    for (const piece of piecesOf(data)) context.stdout.write(piece);
    return;
  }
  await refuseInput(path, context);
  try {
    await writeTo(path, data, mode);
  } catch (error) {
    throw fileError(error, path, 'write');
  }
}

/** A file that is not there, with those that are; else what {@link fileError} says. */
async function missing(error: unknown, path: string): Promise<unknown> {
  if (errorCode(error) !== 'ENOENT') return fileError(error, path, 'read');
  const hint = await filesBeside(path);
  return new MmsError('file/not-found', 'there is no such file', { path, hint, cause: error });
}

function fileError(error: unknown, path: string, action: 'read' | 'write'): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof MmsError) return error;
  const code = action === 'read' ? 'file/unreadable' : 'file/unwritable';
  return new MmsError(code, `the file cannot be ${action === 'read' ? 'read' : 'written'}: ${error.code}`, {
    path,
    cause: error,
  });
}

/**
 * Makes the folder that a file is to be written into.
 * @throws MmsError `file/unwritable`
 */
export async function makeFolderOf(path: string): Promise<void> {
  try {
    await makeFolders(dirname(path));
  } catch (error) {
    throw fileError(error, dirname(path), 'write');
  }
}
