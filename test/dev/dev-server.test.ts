import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DevServer, startDevServer } from '../../src/dev/index.ts';
import { describeInBrowser } from '../support/chromium.ts';

const MAIN = join(import.meta.dirname, '../../dist/cli/main.js');

let folder = '';
let server: DevServer;

const preview = async (): Promise<string> => (await fetch(`${server.url}preview`)).text();

/** Waits for the page to hold a text, as long as the test may last. */
async function pageWith(text: string): Promise<string> {
  for (;;) {
    const page = await preview();
    if (page.includes(text)) return page;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dev-'));
  const picture = { create: { width: 20, height: 20, channels: 3 as const, background: '#f00' } };
  writeFileSync(join(folder, 'a.png'), await sharp(picture).png().toBuffer());
  writeFileSync(join(folder, 'a.txt'), 'First text');
  const manifest = join(folder, 'message.yaml');
  writeFileSync(manifest, 'subject: Live\nslides:\n  - image: a.png\n    text: { file: a.txt }\n');
  server = await startDevServer([manifest]);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the live preview', () => {
  it('shows a text as it is saved, also by renaming', async () => {
    expect(await preview()).toContain('First text');
    writeFileSync(join(folder, 'a.txt'), 'Second text');
    expect(await pageWith('Second text')).not.toContain('First text');
    writeFileSync(join(folder, 'a.txt~'), 'Third text');
    renameSync(join(folder, 'a.txt~'), join(folder, 'a.txt'));
    await pageWith('Third text');
    for (let save = 0; save <= 100; save++) writeFileSync(join(folder, 'a.txt'), `Save ${save}.`);
    await pageWith('Save 100.');
  });

  it('explains what is wrong, and recovers', async () => {
    renameSync(join(folder, 'a.png'), join(folder, 'b.png'));
    const page = await pageWith('The message cannot be made');
    expect(page).toContain('slides[0].image');
    expect(page).toContain('file/not-found');
    renameSync(join(folder, 'b.png'), join(folder, 'a.png'));
    await pageWith('First text');
  });

  it('tells the page of each change', async () => {
    const response = await fetch(`${server.url}events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('data: 1\n\n');
    writeFileSync(join(folder, 'a.txt'), 'Second text');
    expect((await reader?.read())?.value).toBe('data: 2\n\n');
    await reader?.cancel();
    const frame = await (await fetch(server.url)).text();
    expect(frame).toContain('data-version="2"');
    expect(frame).toContain('connect-src &#39;self&#39;');
  });

  it('lists what was mended while composing', async () => {
    const manifest = join(folder, 'message.yaml');
    const text = Buffer.from([0x68, 0x69, 0xe4]);
    writeFileSync(join(folder, 'a.txt'), text);
    writeFileSync(manifest, `${readFileSync(manifest, 'utf8')}to: ["+447700900123"]\n`);
    expect(await pageWith('text/converted')).toContain('mended');
  });

  it('leaves no handle behind after a hundred saves', async () => {
    const handles = (): number => readdirSync('/proc/self/fd').length;
    const before = handles();
    for (let save = 0; save < 100; save++) {
      writeFileSync(join(folder, 'a.txt~'), `Save ${save}.`);
      renameSync(join(folder, 'a.txt~'), join(folder, 'a.txt'));
    }
    await pageWith('Save 99.');
    await server.close();
    // the client's ends of the connections close when it hears of it
    await expect.poll(handles, { timeout: 20_000 }).toBeLessThanOrEqual(before);
    server = await startDevServer([join(folder, 'message.yaml')]);
  });

  it('ends when it is asked to', async () => {
    const child = spawn(process.execPath, [MAIN, 'dev', join(folder, 'message.yaml')]);
    await new Promise(resolve => child.stderr.once('data', resolve));
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('answers nobody who calls it by another name', async () => {
    const { request } = await import('node:http');
    const status = await new Promise(resolve => {
      request(server.url, { headers: { Host: 'example.com' } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end();
    });
    expect(status).toBe(403);
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.end('GET / HTTP/1.0\r\n\r\n');
    expect((await once(socket, 'data')).join()).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('has no other pages', async () => {
    expect((await fetch(`${server.url}other`)).status).toBe(404);
  });
});

describeInBrowser('the live preview in a browser', open => {
  it('shows what is saved, an error, and recovers, without being loaded again', async () => {
    const { page, incidents } = await open(new URL(server.url));
    await page.evaluate('globalThis.isSame = true');
    const frame = page.frameLocator('iframe');
    const shows = (text: string) => frame.getByText(text).first().waitFor({ state: 'attached' });
    await shows('First text');
    const saved = performance.now();
    writeFileSync(join(folder, 'a.txt'), 'Second text');
    await shows('Second text');
    console.info(`the page showed a saved text ${Math.round(performance.now() - saved)} ms later`);
    renameSync(join(folder, 'a.png'), join(folder, 'b.png'));
    await shows('The message cannot be made');
    renameSync(join(folder, 'b.png'), join(folder, 'a.png'));
    await shows('Second text');
    expect(await page.evaluate('globalThis.isSame')).toBe(true);
    expect(incidents).toEqual([]);
    await page.context().close();
  });
});
