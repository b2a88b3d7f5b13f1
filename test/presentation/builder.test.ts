import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { presentation } from '../../src/presentation/index.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-builder-'));
  writeFileSync(join(folder, 'show.smil'), '<smil><body><par><text src="a.txt"/></par></body></smil>');
  writeFileSync(join(folder, 'a.txt'), 'Hello');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('builds the slides of an authored document, without any of its own', async () => {
  const message = await presentation({ baseDir: folder, smil: 'show.smil' }).build();
  expect(message.parts.map(({ name }) => name)).toEqual(['show.smil', 'a.txt']);
});

it('refuses slides beside an authored document', async () => {
  const builder = presentation({ baseDir: folder, smil: 'show.smil' }).slide({ text: 'Hello' });
  await expect(builder.build()).rejects.toMatchObject({ code: 'manifest/conflict' });
});

it('has nothing to send before anything is added', async () => {
  await expect(presentation().build()).rejects.toMatchObject({
    code: 'manifest/missing',
    hint: 'there is nothing to send',
  });
});
