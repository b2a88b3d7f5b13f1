import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolders } from '../../archive/index.ts';
import { MmsError } from '../../errors.ts';
import { type CliContext, UsageError } from '../command.ts';

/** The name that stands for standard input or output. */
export const STANDARD_STREAM = '-';

/**
 * Octets of a file, or of standard input for `-`.
 * @throws MmsError `file/not-found`, `file/unreadable` or `file/too-large`
 */
export async function readInput(path: string, maxBytes: number, context: CliContext): Promise<Uint8Array> {
  const bytes = path === STANDARD_STREAM ? await context.stdin() : await readWithin(path, maxBytes, context);
  if (bytes.length > maxBytes) throw tooLarge(path, bytes.length, maxBytes);
  return bytes;
}

async function readWithin(path: string, maxBytes: number, context: CliContext): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw tooLarge(path, size, maxBytes);
    await protectInput(path, context);
    return await readFile(path);
  } catch (error) {
    throw fileError(error, path, 'read');
  }
}

function tooLarge(path: string, size: number, maxBytes: number): MmsError {
  return new MmsError('file/too-large', `the file has ${size} octets, allowed ${maxBytes}`, { path });
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
 * Writes a file whole or not at all: beside it first, then renamed. `-` is standard output.
 * @param mode who may read a file: 0o600 for a secret
 * @throws MmsError `file/unwritable`, `file/output-is-input`
 */
export async function writeOutput(
  path: string,
  data: Uint8Array | string,
  context: CliContext,
  mode = 0o666,
): Promise<void> {
  if (path === STANDARD_STREAM) {
    if (typeof data !== 'string' && context.isOutputTerminal === true) {
      throw new UsageError(
        'standard output is a terminal, which octets would confuse: redirect it, or name a file',
      );
    }
    context.stdout.write(data);
    return;
  }
  await refuseInput(path, context);
  const beside = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(beside, data, { flag: 'wx', mode });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw fileError(error, path, 'write');
  }
}

function fileError(error: unknown, path: string, action: 'read' | 'write'): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof MmsError) return error;
  if (error.code === 'ENOENT' && action === 'read') {
    return new MmsError('file/not-found', 'there is no such file', { path, cause: error });
  }
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
