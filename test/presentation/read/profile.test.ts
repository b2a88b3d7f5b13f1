import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/limits.ts';
import { openProfile } from '../../../src/presentation/read/profile.ts';

describe('openProfile', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'profile-'));
    writeFileSync(join(folder, 'mine.json'), '{"id": "mine", "accept": ["image/gif"]}');
    writeFileSync(join(folder, 'mine.profile'), '{"id": "other", "accept": ["image/gif"]}');
    writeFileSync(join(folder, 'large.json'), '');
    truncateSync(join(folder, 'large.json'), LIMITS.maxManifestBytes + 1);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['nokia_6230', 'nokia-6230'],
    ['nokia 6233', 'nokia-6233'],
    ['mine.json', 'mine'],
    // no usual ending of a file: a file where there is one, else a phone
    ['mine.profile', 'other'],
    ['Nokia6600/1.0 (4.09.1) SymbianOS/7.0s', 'nokia-6600'],
  ])('takes %j for %s', async (name, id) => {
    expect((await openProfile(name, folder)).id).toBe(id);
  });

  it.each([
    ['large.json', 'file/too-large'],
    ['gone.json', 'file/not-found'],
    ['gone.profile', 'media/unknown-profile'],
  ])('refuses %s with %s', async (name, code) => {
    await expect(openProfile(name, folder)).rejects.toThrow(expect.objectContaining({ code }));
  });
});
