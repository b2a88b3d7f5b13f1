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
    writeFileSync(join(folder, 'just.json'), '{"accept": ["image/gif"]}'.padEnd(LIMITS.maxManifestBytes));
    writeFileSync(join(folder, 'my.old.json'), '{"accept": ["image/gif"]}');
    writeFileSync(join(folder, 'by-http:.json'), '{"accept": ["image/gif"]}');
    // no names of files
    writeFileSync(join(folder, 'nokia 6600'), '{"id": "a file"}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['nokia_6230', 'nokia-6230'],
    ['nokia 6233', 'nokia-6233'],
    ['OMA_Image  Rich', 'oma-image-rich'],
    ['nokia 6600', 'nokia-6600'],
    ['http://nds1.nds.nokia.com/uaprof/N6600r100.xml', 'nokia-6600'],
    ['mine.json', 'mine'],
    ['just.json', 'just'],
    ['my.old.json', 'my.old'],
    ['by-http:.json', 'by-http:'],
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

  it('says where the file stands, what may be meant, or what there is', async () => {
    await expect(openProfile('large.json', folder)).rejects.toMatchObject({ path: 'large.json' });
    await expect(openProfile('oma-image-ritch')).rejects.toMatchObject({
      message: expect.stringContaining('no profile or phone'),
      hint: expect.stringContaining('did you mean oma-image-rich?'),
    });
    await expect(openProfile('zzzzzzzzzz')).rejects.toMatchObject({
      hint: expect.stringMatching(/built in are .*, oma-image-rich/),
    });
    await expect(openProfile('nokia n73')).rejects.toMatchObject({ code: 'handsets/ambiguous-phone' });
  });

  it('takes texts alone', async () => {
    await expect(openProfile(Object(5))).rejects.toMatchObject({ path: 'nameOrFile' });
    await expect(openProfile('nokia-6230', Object(5))).rejects.toMatchObject({ path: 'baseDir' });
  });
});
