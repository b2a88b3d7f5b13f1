import { stat } from 'node:fs/promises';
import { isMmsError, type MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import type { LintMessage } from '../../lint/index.ts';
import { isMms, isXml } from '../../message/index.ts';
import { type OpenOptions, openPresentation } from '../../presentation/index.ts';
import type { CliContext } from '../command.ts';
import { readInput, STANDARD_STREAM } from './files.ts';

/** What `mms lint` was given. */
interface LintInput {
  /** A SMIL document or a binary message as octets, else a message; one that was refused has only its findings. */
  readonly message: Uint8Array | LintMessage;
  /** The finding with its file as a person would name it: behind the archive or folder that holds it. */
  readonly located: (found: Issue) => Issue;
}

/**
 * Opens a message or a document to be judged.
 * @throws MmsError `file/not-found` and the like for the path itself
 */
export async function openLintInput(
  path: string,
  root: string | undefined,
  context: CliContext,
): Promise<LintInput> {
  const stdin = path === STANDARD_STREAM ? await context.stdin(LIMITS.maxAssetBytes) : undefined;
  if (stdin !== undefined && isJudgedAsIs(stdin)) return { message: stdin, located: found => found };
  if (/\.(?:smil?|mms)$/i.test(path)) {
    return { message: await readInput(path, LIMITS.maxMmsBytes, context), located: found => found };
  }
  const message = await openMessage(path, { stdin, root });
  const separator = await separatorOf(path);
  return { message, located: found => (separator === undefined ? found : relocate(found, path, separator)) };
}

/** A SMIL document or a binary message. */
function isJudgedAsIs(bytes: Uint8Array): boolean {
  return isXml(bytes) || isMms(bytes);
}

async function openMessage(path: string, options: OpenOptions): Promise<LintMessage> {
  try {
    return await openPresentation([path], { ...options, metadata: isSentAsIs(path) ? 'keep' : undefined });
  } catch (error) {
    if (!isMmsError(error) || (error.code === 'file/not-found' && error.path === path)) throw error;
    return { parts: [], issues: findingsOf(error) };
  }
}

/** An archive may be sent as it is, with all that its pictures tell; what is composed loses that. */
function isSentAsIs(path: string): boolean {
  return path === STANDARD_STREAM || /\.zip$/i.test(path);
}

/** What was found in an input that is refused. */
export function findingsOf({ code, message, path, offset, hint, details }: MmsError): readonly Issue[] {
  if (details?.issues !== undefined && details.issues.length > 0) return details.issues;
  const found = {
    ...(path === undefined ? {} : { path }),
    ...(offset === undefined ? {} : { offset }),
    ...(hint === undefined ? {} : { hint }),
  };
  return [issue(code, message, found)];
}

/** What stands between the input and the name of a file in it; a manifest's files are beside it. */
async function separatorOf(path: string): Promise<'/' | '#' | undefined> {
  if (/\.zip$/i.test(path)) return '#';
  return path !== STANDARD_STREAM && (await stat(path)).isDirectory() ? '/' : undefined;
}

function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function relocate(found: Issue, path: string, separator: string): Issue {
  const { file } = found;
  if (file === undefined || file === path) return found;
  const inside = file.startsWith(`${path}#`) ? file.slice(path.length + 1) : file;
  return { ...found, file: `${withoutEndSlashes(path)}${separator}${inside}` };
}
