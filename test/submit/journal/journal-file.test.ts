import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileJournal, readJournal, resolveJournal } from '../../../src/submit/index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-file-'));
  writeFileSync(join(folder, 'file.txt'), 'text');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a journal that cannot be opened', () => {
  it.each([
    ['that is not there', 'none.journal', 'file/not-found'],
    ['in a folder that is not there', 'none/a.journal', 'file/not-found'],
    ['behind a file', 'file.txt/a.journal', 'file/unreadable'],
    ['that is a folder', '.', 'file/unreadable'],
  ])('is one %s', async (_, name, code) => {
    await expect(readJournal(join(folder, name))).rejects.toMatchObject({ code });
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
