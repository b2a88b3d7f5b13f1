import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import fsPromises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../src/limits.ts';
import { fileJournal, readJournal, resolveJournal } from '../../../src/submit/index.ts';
import { readJournalFile, syncFolder } from '../../../src/submit/journal/journal-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-file-'));
  writeFileSync(join(folder, 'file.txt'), 'text');
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true });
});

describe('a journal that cannot be opened', () => {
  it.each([
    ['that is not there', 'none.journal', 'file/not-found'],
    ['in a folder that is not there', 'none/a.journal', 'file/not-found'],
    ['behind a file', 'file.txt/a.journal', 'file/unreadable'],
    ['that is a folder', '.', 'file/unreadable'],
  ])('is one %s', async (_, name, code) => {
    const path = join(folder, name);
    await expect(readJournal(path)).rejects.toMatchObject({
      code,
      path,
      cause: { code: expect.any(String) },
    });
  });

  it.each([
    ['none/a.journal', 'file/not-found'],
    ['file.txt/a.journal', 'file/unreadable'],
  ])('is not begun either: %s', async (name, code) => {
    const journal = fileJournal(join(folder, name));
    await expect(journal.begin('campaign', ['447700900123'])).rejects.toMatchObject({ code });
    await journal.close();
    expect(readdirSync(folder)).toEqual(['file.txt']);
  });
});

it('what became of a request is that it was sent, or not', async () => {
  await expect(
    resolveJournal(join(folder, 'a.journal'), 'r1', JSON.parse('"perhaps"')),
  ).rejects.toMatchObject({
    code: 'bytes/value-type',
    path: 'found',
  });
});

describe('what stands in a journal', () => {
  const HEAD = '{"line":"head","format":"mms-composer journal 1","campaign":"c"}';
  const PLAN = '{"line":"plan","recipients":["447700900123"]}';

  /** Reads a text as a journal. */
  async function read(text: string) {
    const path = join(folder, 'a.journal');
    writeFileSync(path, text);
    const file = await fsPromises.open(path, 'r');
    try {
      return await readJournalFile(file, path);
    } finally {
      await file.close();
    }
  }

  it.each([
    ['', 0, 0, undefined],
    [`${HEAD}\n`, HEAD.length + 1, 0, undefined],
    [`${HEAD}\n${PLAN}\n`, HEAD.length + PLAN.length + 2, 1, undefined],
    [HEAD, 0, 0, `line 1 breaks off after ${HEAD.length} octets: it does not count`],
    [
      `${HEAD}\n${PLAN}`,
      HEAD.length + 1,
      0,
      `line 2 breaks off after ${PLAN.length} octets: it does not count`,
    ],
  ])('%j has %i octets of whole lines', async (text, wholeBytes, recipients, torn) => {
    const content = await read(text);
    expect([content.wholeBytes, content.ledger.recipients.length]).toEqual([wholeBytes, recipients]);
    expect(content.warnings.map(({ code, message }) => [code, message])).toEqual(
      torn === undefined ? [] : [['submit/journal-torn', torn]],
    );
  });

  it.each([
    ['Dear diary', 'the file is not a journal', 'name another file'],
    [
      `${HEAD}\n\n`,
      'line 2 does not fit the lines before it',
      'nothing is sent by a journal that was changed',
    ],
    [`${HEAD}\n${HEAD}\n`, 'line 2 does not fit the lines before it', 'nothing is sent by a journal'],
    [
      `${HEAD}\n${PLAN}\n${PLAN}x\n`,
      'line 3 does not fit the lines before it',
      'nothing is sent by a journal',
    ],
  ])('is none in %j', async (text, message, hint) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'submit/journal-format',
      message,
      path: join(folder, 'a.journal'),
      hint: expect.stringContaining(hint),
    });
  });

  it('is no longer than allowed', async () => {
    const path = join(folder, 'a.journal');
    writeFileSync(path, '');
    truncateSync(path, LIMITS.maxJournalBytes + 1);
    await expect(readJournal(path)).rejects.toMatchObject({
      code: 'file/too-large',
      path,
      message: `the journal has ${LIMITS.maxJournalBytes + 1} octets, allowed ${LIMITS.maxJournalBytes}`,
    });
  });
});

describe('the folder of a journal', () => {
  /** What is done to the folders that are opened, on a system of this kind. */
  async function callsOn(platform: NodeJS.Platform): Promise<string[]> {
    const calls: string[] = [];
    const { open } = fsPromises;
    vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
    vi.spyOn(fsPromises, 'open').mockImplementation(async (...opened): Promise<FileHandle> => {
      const file = await open(...opened);
      calls.push(`open ${String(opened[0])} ${String(opened[1])}`);
      for (const call of ['sync', 'close'] as const) {
        const run = file[call].bind(file);
        vi.spyOn(file, call).mockImplementation(() => {
          calls.push(call);
          return run();
        });
      }
      return file;
    });
    syncBuiltinESMExports();
    await syncFolder(join(folder, 'a.journal'));
    return calls;
  }

  it('is brought to the disk, so that a new file is still there after a power cut', async () => {
    expect(await callsOn('linux')).toEqual([`open ${folder} r`, 'sync', 'close']);
  });

  it('is left alone where folders cannot be opened', async () => {
    expect(await callsOn('win32')).toEqual([]);
  });
});
