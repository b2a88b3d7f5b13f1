import type { FileHandle } from 'node:fs/promises';
import { requireObject, requireText, wrongType } from '../../bytes/index.ts';
import { errorCode, isMmsError, MmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import {
  type JournalContent,
  journalPath,
  openJournal,
  readJournalFile,
  syncFolder,
} from './journal-file.ts';
import { type JournalReport, reportOf } from './journal-report.ts';
import { formatLine, headLine, type JournalLine, stamped } from './line.ts';
import { holdFile, lockHolder } from './lock.ts';
import type { JournalRecipient, JournalState } from './states.ts';

/** What became of a request, for the journal. */
export interface JournalAnswer {
  readonly state: JournalState;
  readonly recipients: readonly JournalRecipient[];
  /** The code of what went wrong. */
  readonly problem?: string;
}

/** What a run finds when it begins. */
export interface JournalStart {
  /** Those who may be sent to, in the order given: nothing can have gone to them. */
  readonly open: readonly string[];
  readonly warnings: readonly Issue[];
}

/**
 * Remembers across runs what was sent, so that even a run that is killed sends nothing twice. Every function returns
 * once what it wrote is on the disk; when that fails it throws, and nothing may be sent any more.
 */
export interface Journal {
  /**
   * Begins a run, or goes on with one.
   * @param campaign a hash of the message: a journal is about one
   */
  begin(campaign: string, recipients: readonly string[]): Promise<JournalStart>;
  /** To be awaited before the first octet of a request leaves. Returns the key of the request. */
  claim(recipients: readonly string[]): Promise<string>;
  /** To be awaited as soon as the answer is there. */
  answer(request: string, answer: JournalAnswer): Promise<void>;
  report(): Promise<JournalReport>;
  /** Lets go of the journal. */
  close(): Promise<void>;
}

/** How a journal is kept. */
export interface JournalOptions {
  /** Where the times of its lines come from; without it there are none. */
  readonly now?: () => Date;
}

interface Opened {
  readonly file: FileHandle;
  readonly content: JournalContent;
  readonly release: () => Promise<void>;
}

async function hold(path: string): Promise<() => Promise<void>> {
  try {
    const held = await holdFile(path);
    if ('release' in held) return held.release;
    const { path: lock, owner } = held.heldBy;
    throw new MmsError('submit/journal-locked', `process ${owner.pid} is sending by this journal`, {
      path,
      hint: `wait for it; if it ran on another machine and has certainly ended, delete ${lock}`,
    });
  } catch (error) {
    throw isMmsError(error) ? error : unwritable(path, error);
  }
}

/** Holds the journal, reads it and cuts off a torn line, which was never acted upon. */
async function openHeld(path: string): Promise<Opened> {
  const release = await hold(path);
  let file: FileHandle | undefined;
  try {
    file = await openJournal(path, 'a+');
    const content = await readJournalFile(file, path);
    await file.truncate(content.wholeBytes);
    await file.sync();
    await syncFolder(path);
    return { file, content, release };
  } catch (error) {
    await file?.close();
    await release();
    throw isMmsError(error) ? error : unwritable(path, error);
  }
}

function unwritable(path: string, cause: unknown): MmsError {
  return new MmsError('submit/journal-unwritable', `the journal cannot be written: ${errorCode(cause)}`, {
    path,
    hint: 'nothing more is sent; make room and run the same command again',
    cause,
  });
}

class FileJournal implements Journal {
  readonly #path: string;
  readonly #now: () => Date | undefined;
  #opened: Promise<Opened> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #failure: MmsError | undefined;

  constructor(path: string, { now = () => undefined }: { now?: () => Date | undefined }) {
    this.#path = path;
    this.#now = now;
  }

  async begin(campaign: string, recipients: readonly string[]): Promise<JournalStart> {
    const opened = await this.#open();
    const { ledger, warnings } = opened.content;
    const isNew = ledger.campaign === undefined;
    if (!isNew && ledger.campaign !== campaign) throw this.#otherCampaign();
    if (isNew) await this.#write(opened, headLine(campaign));
    const added = recipients.filter(recipient => !ledger.has(recipient));
    if (added.length > 0) await this.#write(opened, { line: 'plan', recipients: added });
    return { open: recipients.filter(recipient => ledger.mayBeSent(recipient)), warnings };
  }

  async claim(recipients: readonly string[]): Promise<string> {
    const opened = await this.#open();
    const request = opened.content.ledger.nextKey;
    await this.#write(opened, { line: 'claim', request, recipients });
    return request;
  }

  async answer(request: string, { state, problem, recipients }: JournalAnswer): Promise<void> {
    await this.#write(await this.#open(), { line: 'answer', request, state, problem, recipients });
  }

  async resolve(key: string, state: 'accepted' | 'not-sent'): Promise<readonly string[]> {
    const { unresolved } = await this.report();
    const recipients = unresolved
      .filter(request => request.key === key || request.recipients.includes(key))
      .flatMap(request => (request.key === key ? request.recipients : [key]));
    if (recipients.length === 0) throw this.#noQuestion(key);
    await this.#write(await this.#open(), { line: 'resolve', recipients, state });
    return recipients;
  }

  async report(): Promise<JournalReport> {
    const { ledger, warnings } = (await this.#open()).content;
    return reportOf(ledger, { isRunning: true, warnings });
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    if (opened === undefined) return;
    const { file, release } = await opened;
    await this.#last;
    await file.close();
    await release();
  }

  #open(): Promise<Opened> {
    this.#opened ??= this.#begin();
    return this.#opened;
  }

  /** What the runs before left without an answer is unknown from now on. */
  async #begin(): Promise<Opened> {
    try {
      const opened = await openHeld(await journalPath(this.#path));
      const left = opened.content.ledger.requests.filter(({ state }) => state === 'claimed');
      const requests = left.map(({ key }) => key);
      if (requests.length > 0) await this.#write(opened, { line: 'unknown', requests });
      return opened;
    } catch (error) {
      this.#opened = undefined;
      throw error;
    }
  }

  /** Takes a line in and brings it to the disk. The ledger knows it at once, so that nobody else claims the same. */
  async #write({ file, content }: Opened, unstamped: JournalLine): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    const line = stamped(unstamped, this.#now());
    if (!content.ledger.add(line)) {
      throw new MmsError('submit/journal-claimed', 'the journal has claimed one of these recipients before', {
        path: this.#path,
      });
    }
    const written = this.#last.then(() => this.#append(file, formatLine(line)));
    this.#last = written.catch(() => undefined);
    await written;
  }

  async #append(file: FileHandle, text: string): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      await file.appendFile(text);
      await file.datasync();
    } catch (error) {
      this.#failure = unwritable(this.#path, error);
      throw this.#failure;
    }
  }

  #otherCampaign(): MmsError {
    return new MmsError('submit/journal-campaign', 'the journal is about another message', {
      path: this.#path,
      hint: 'a journal remembers one message: name another file for another one',
    });
  }

  #noQuestion(key: string): MmsError {
    return new MmsError('submit/journal-key', `the outcome of ${key} is not in doubt`, {
      path: this.#path,
      hint: 'the key is that of a request or a recipient that the journal lists as unknown',
    });
  }
}

/**
 * A {@link Journal} in a file that is only ever added to, a line of JSON a step, readable by its owner alone. It holds
 * recipients, states and times, a hash of the message, and no secret. Only one run at a time may write it.
 * @example new GatewayClient({ username, pin, journal: fileJournal('sale.journal') })
 */
export function fileJournal(path: string, options: JournalOptions = {}): Journal {
  requireObject(options, 'options such as { now }', 'options');
  requireText(path, 'a path', 'path');
  return new FileJournal(path, options);
}

/**
 * What a journal says; nothing is written.
 * @throws MmsError `file/not-found`, `file/unreadable`, `submit/journal-format`
 */
export async function readJournal(path: string): Promise<JournalReport> {
  requireText(path, 'a path', 'path');
  const real = await journalPath(path);
  const file = await openJournal(real, 'r');
  try {
    // Asked first: a claim of a run that ends in between is then told as one that is still under way.
    const isRunning = (await lockHolder(real)) !== undefined;
    const { ledger, warnings } = await readJournalFile(file, path);
    return reportOf(ledger, { isRunning, warnings });
  } finally {
    await file.close();
  }
}

/**
 * Writes down what a person has found out about what was unknown.
 * @param key of a request (`r12`) or a recipient
 * @param found `sent`: it is never sent again; `not-sent`: the next run sends it
 * @returns the recipients that it was about
 * @throws MmsError `submit/journal-key` when nothing was unknown about them; `submit/journal-locked`
 */
export async function resolveJournal(
  path: string,
  key: string,
  found: 'sent' | 'not-sent',
  options: JournalOptions = {},
): Promise<readonly string[]> {
  requireText(key, 'the key of a request', 'key');
  if (found !== 'sent' && found !== 'not-sent') throw wrongType('sent or not-sent', found, 'found');
  await readJournal(path);
  const journal = new FileJournal(path, options);
  try {
    return await journal.resolve(key, found === 'sent' ? 'accepted' : 'not-sent');
  } finally {
    await journal.close();
  }
}
