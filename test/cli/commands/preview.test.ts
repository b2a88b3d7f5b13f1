import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preview } from '../../../src/cli/commands/preview.ts';
import { runCommand } from '../../support/cli.ts';

const HARBOUR = 'samples/harbour/message.yaml';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'preview-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const pageWith = async (...args: readonly string[]): Promise<string> => {
  const file = join(folder, 'page.html');
  await runCommand(preview, [HARBOUR, '-o', file, ...args]);
  return readFileSync(file, 'utf8');
};

describe('mms preview', () => {
  it('shows a manifest on the phones of its targets, each with what it gets', async () => {
    const page = await pageWith();
    expect([...page.matchAll(/data-phone="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'nokia-6230',
      'sonyericsson-t610',
    ]);
    expect(page).toContain('data-changes="nokia-6230"');
  });

  it('shows the phones that are named, adapted where that is asked for', async () => {
    expect(await pageWith('--profile', 'nokia-3510i')).not.toContain('data-changes');
    expect(await pageWith('--profile', 'nokia-3510i', '--adapt')).toContain('data-changes="nokia-3510i"');
  });

  it('shows a phone of which no size is known, named or that of a target', async () => {
    const bare = join(folder, 'bare.json');
    writeFileSync(bare, '{"id": "bare", "accept": ["*/*"]}');
    expect(await pageWith('--profile', bare)).toContain('data-phone="bare"');
    expect(await pageWith('--profile', bare)).not.toContain('data-limit');
    const manifest = join(folder, 'bare.yaml');
    writeFileSync(manifest, 'slides: [{ text: Hi }]\ntargets: { one: { profile: bare.json } }\n');
    const file = join(folder, 'bare.html');
    await runCommand(preview, [manifest, '-o', file]);
    expect(readFileSync(file, 'utf8')).toContain('one: bare');
    expect(readFileSync(file, 'utf8')).not.toContain('data-limit');
  });

  it('draws the slides, and says what it can draw', async () => {
    const [filmstrip, gif, webp] = ['s.png', 's.gif', 's.webp'].map(name => join(folder, name));
    const args = ['--filmstrip', filmstrip, '--gif', gif, '--webp', webp].map(String);
    await runCommand(preview, [HARBOUR, ...args]);
    const pages = await Promise.all(
      [filmstrip, gif, webp].map(async file => {
        const { format, pages: count } = await sharp(file, { animated: true }).metadata();
        return `${format} ${count ?? 1}`;
      }),
    );
    // the text of the last slide comes after a second
    expect(pages).toEqual(['png 1', 'gif 4', 'webp 4']);
    await expect(runCommand(preview, [HARBOUR])).rejects.toThrow('.html, .png, .gif or .webp');
  });

  it('draws what the ending of each file says, and refuses an option that says otherwise', async () => {
    const files = ['o.html', 'o.PNG', 'o.gif', 'o.webp', 'o.page'].map(name => join(folder, name));
    await runCommand(preview, [HARBOUR, ...files.flatMap(file => ['-o', file])]);
    const starts = files.map(file => readFileSync(file).toString('latin1').slice(0, 12));
    expect(starts.map(start => start.replace(/[^A-Za-z0-9!]+/g, ' ').trim())).toEqual([
      '!DOCTYPE ht',
      'PNG',
      'GIF89a',
      expect.stringMatching(/^RIFF/),
      '!DOCTYPE ht',
    ]);
    const wrong = ['--gif', join(folder, 'x.webp')];
    await expect(runCommand(preview, [HARBOUR, ...wrong])).rejects.toThrow('--gif makes no .webp: use -o');
  });
});
