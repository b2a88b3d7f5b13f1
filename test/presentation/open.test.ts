import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMessages } from '../../src/presentation/index.ts';
import { GIF } from '../media/samples.ts';
import { looseMessage } from '../preview/message.ts';

describe('the inputs of a message', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'open-'));
    writeFileSync(join(folder, 'a.gif'), GIF);
    writeFileSync(join(folder, 'a.mms'), looseMessage([]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are media, or one message alone', async () => {
    const [picture, message] = [join(folder, 'a.gif'), join(folder, 'a.mms')];
    expect(await openMessages([picture])).toHaveLength(1);
    await expect(openMessages([picture, message])).rejects.toThrow(
      expect.objectContaining({ code: 'file/unknown-format', path: message }),
    );
  });

  it('come from standard input where its octets are given', async () => {
    const [one] = await openMessages(['-'], { stdin: looseMessage([]) });
    expect(one?.presentation.parts).toEqual([]);
    await expect(openMessages(['-'])).rejects.toThrow(
      expect.objectContaining({ code: 'bytes/value-type', path: 'options.stdin' }),
    );
    await expect(openMessages([])).rejects.toThrow(expect.objectContaining({ path: 'paths' }));
  });
});
