import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readWithin } from '../../archive/index.ts';
import { errorCode, isMmsError, MmsError } from '../../errors.ts';
import { type Issue, issue } from '../../issues/index.ts';
import { LIMITS } from '../../limits.ts';
import { Ledger } from './ledger.ts';
import { isJournalStart, parseLine } from './line.ts';

const LINE_FEED = 0x0a;

/** What stands in a journal. */
export interface JournalContent {
  readonly ledger: Ledger;
  /** Octets up to the last line feed; a torn line stands behind it. */
  readonly wholeBytes: number;
  readonly warnings: readonly Issue[];
}

/** The journal itself, whatever link it is named by; it need not be there. */
export async function journalPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error)) throw unreadable(path, error);
  }
  try {
    return join(await realpath(dirname(path)), basename(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}

function unreadable(path: string, cause: unknown): MmsError {
  const code = isMissing(cause) ? 'file/not-found' : 'file/unreadable';
  return new MmsError(code, `cannot read the journal ${path}`, { path, cause });
}

/** Opens a journal for appending, which makes it, or for reading. */
export async function openJournal(path: string, flags: 'a+' | 'r'): Promise<FileHandle> {
  try {
    return await open(path, flags, 0o600);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Makes sure that a new file is in its folder after a power cut. Where folders cannot be opened nothing is to do. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * All whole lines of a journal.
 * @throws MmsError `submit/journal-format` for any other file and for a line that does not fit; `file/too-large`
 */
export async function readJournalFile(file: FileHandle, path: string): Promise<JournalContent> {
  const max = LIMITS.maxJournalBytes;
  const octets = await readWithin(
    file,
    max,
    found => new MmsError('file/too-large', `the journal has ${found}, allowed ${max}`, { path }),
  ).catch((error: unknown) => {
    throw isMmsError(error) ? error : unreadable(path, error);
  });
  const wholeBytes = octets.lastIndexOf(LINE_FEED) + 1;
  const decoder = new TextDecoder();
  if (!isJournalStart(decoder.decode(octets.subarray(0, 80)))) throw notAJournal(path);
  const ledger = new Ledger();
  let number = 1;
  for (let start = 0; start < wholeBytes; number++) {
    const end = octets.indexOf(LINE_FEED, start);
    const line = parseLine(decoder.decode(octets.subarray(start, end)));
    if (line === undefined || !ledger.add(line)) throw badLine(path, number);
    start = end + 1;
  }
  const torn = octets.length - wholeBytes;
  const warnings =
    torn === 0
      ? []
      : [issue('submit/journal-torn', `line ${number} breaks off after ${torn} octets: it does not count`)];
  return { ledger, wholeBytes, warnings };
}

function notAJournal(path: string): MmsError {
  return new MmsError('submit/journal-format', 'the file is not a journal', {
    path,
    hint: 'name another file',
  });
}

function badLine(path: string, number: number): MmsError {
  return new MmsError('submit/journal-format', `line ${number} does not fit the lines before it`, {
    path,
    hint: 'nothing is sent by a journal that was changed: it can no longer say who has received the message',
  });
}
