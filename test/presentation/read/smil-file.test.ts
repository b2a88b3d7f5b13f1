import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskSource } from '../../../src/presentation/read/file-source.ts';
import { loadReferences } from '../../../src/presentation/read/smil-file.ts';
import { GIF, latin1 } from '../../media/samples.ts';

describe('the files that a SMIL document names', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'smil-'));
    mkdirSync(join(folder, 'show', 'pictures'), { recursive: true });
    for (const name of ['a.gif', 'show/pictures/a.gif', 'show/b.gif']) writeFileSync(join(folder, name), GIF);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const namesIn = async (smil: string): Promise<string[]> => {
    const document = { name: 'show.smil', data: latin1(smil) };
    const file = join(folder, 'show', 'show.smil');
    return (await loadReferences(document, file, diskSource(folder))).map(({ name }) => name);
  };

  it('are read once each from its folder and those below', async () => {
    const sources = [
      'pictures/a.gif',
      'pictures/a.gif',
      './b.gif',
      '../a.gif',
      'gone.gif',
      'https://example.com/a.gif',
      '.',
      '..',
    ];
    const media = sources.map(src => `<img src="${src}"/>`).join('');
    expect(await namesIn(`<smil><head><layout/></head><body><par>${media}</par></body></smil>`)).toEqual([
      'pictures/a.gif',
      'b.gif',
    ]);
  });

  it('must be files', async () => {
    await expect(namesIn('<smil><body><par><img src="pictures"/></par></body></smil>')).rejects.toMatchObject(
      {
        code: 'file/unreadable',
      },
    );
  });

  it('are none where it cannot be read', async () => {
    expect(await namesIn('<smil><body><par>')).toEqual([]);
  });
});
