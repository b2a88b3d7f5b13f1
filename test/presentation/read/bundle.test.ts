import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../../src/archive/index.ts';
import { openPresentation } from '../../../src/presentation/index.ts';
import { isManifest, openFiles } from '../../../src/presentation/read/bundle.ts';
import { GIF, utf8 } from '../../media/samples.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  for (const name of ['a.gif', 'b.gif']) writeFileSync(join(folder, name), GIF);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the files of a bundle', () => {
  it('are told when they are read: those of a folder, and an archive itself', async () => {
    const told: string[] = [];
    const onRead = async (path: string): Promise<void> => void told.push(path);
    await openPresentation([folder], { onRead });
    expect(told).toEqual([join(folder, 'a.gif'), join(folder, 'b.gif')]);
    const bytes = await writeZip([{ name: 'a.gif', data: GIF }]);
    await openPresentation(['-'], { onRead, stdin: bytes });
    expect(told).toHaveLength(2);
  });

  it('are judged beside their manifest too', async () => {
    const found = { code: 'zip/no-smil', severity: 'info', message: 'm' } as const;
    const manifest = { name: 'message.json', data: utf8('{"slides": [{"image": "a.gif"}]}') };
    const opened = await openFiles([manifest, { name: 'a.gif', data: GIF }], [found], {});
    expect(isManifest(opened)).toBe(true);
    expect(opened.issues).toEqual([found]);
  });
});
