import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSPECTOR_SCRIPT } from '../../src/inspect/index.ts';
import { PREVIEW_SCRIPT } from '../../src/preview/html/preview-script.ts';
import { INBOX_SCRIPT } from '../../src/sandbox/inbox/inbox-script.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { LOOK_SCRIPT } from '../../src/sandbox/look/look-script.ts';
import { GatewayClient, type GatewayMessage } from '../../src/submit/index.ts';
import { describeInBrowser, findingsEverywhere, horizontalScroll } from '../support/chromium.ts';
import { everyKind } from './messages.ts';

const TEXT = 'Your table at the harbour is ready, see you at eight. ';
const INJECTION = `<img src=x onerror=alert(1)><script>alert(2)</script>"'`;

async function filled(messages: readonly GatewayMessage[]): Promise<Sandbox> {
  let minutes = 0;
  const sandbox = await startSandbox({ now: () => new Date(Date.UTC(2026, 0, 2, 3, minutes++)) });
  const client = new GatewayClient({ username: 'ANOther', pin: '123456', servers: [sandbox.url] });
  for (const message of messages) await client.send(message);
  return sandbox;
}

const at = (sandbox: Sandbox, path = ''): URL => new URL(path, sandbox.inboxUrl);

describe('the texts of a message', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await filled(await everyKind(INJECTION));
  });
  afterAll(() => sandbox.close());

  it('become no markup anywhere, whatever the policy says', async () => {
    for (const { number } of sandbox.messages) {
      for (const path of [
        `?open=${number}`,
        ...['phone', 'octets', 'form'].map(look => `messages/${number}/${look}`),
      ]) {
        const page = await (await fetch(at(sandbox, path))).text();
        expect([path, page.includes('<img src=x'), page.includes('<script>alert')]).toEqual([
          path,
          false,
          false,
        ]);
      }
    }
  });
});

describe('the script of all pages', () => {
  it('has at most 40 kB together', () => {
    const scripts = [INBOX_SCRIPT, LOOK_SCRIPT, PREVIEW_SCRIPT, INSPECTOR_SCRIPT];
    expect(scripts.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(40_000);
  });
});

describe('an inbox of a thousand messages', () => {
  it('is listed in time that grows with what is listed, each row made once', async () => {
    const sandbox = await filled([{ kind: 'text', to: ['447700900123'], text: TEXT }]);
    const [first] = sandbox.messages;
    if (first === undefined) throw new Error('no message');
    const { inboxPage } = await import('../../src/sandbox/inbox/inbox-page.ts');
    const { readQuery } = await import('../../src/sandbox/inbox/query.ts');
    const query = readQuery(new URLSearchParams('q=table'));
    let reads = 0;
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...first,
        number: index + 1,
        get message() {
          reads += 1;
          return first.message;
        },
      }));
    const readsFor = (count: number): number => {
      const messages = many(count);
      reads = 0;
      expect(inboxPage(messages, query).match(/<li>/g)).toHaveLength(count);
      return reads;
    };
    const [of500, of1000] = [readsFor(500), readsFor(1000)];
    expect(of1000).toBeLessThanOrEqual(2 * of500);
    await sandbox.close();
  });
});

describeInBrowser('the inbox in a browser', open => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await filled(await everyKind(TEXT));
  });
  afterAll(() => sandbox.close());

  /** The frame that shows the open message, when it is there. */
  async function frameOf(page: Page, look: string) {
    const handle = await page.locator(`iframe[src$="/${look}"]`).elementHandle();
    const frame = await handle?.contentFrame();
    if (frame === null || frame === undefined) throw new Error('no frame');
    await frame.waitForURL(({ pathname }) => pathname.endsWith(`/${look}`));
    return frame;
  }

  it('shows one of every kind without a word in the console, at any width, in light and dark', async () => {
    const kinds = new Map(sandbox.messages.map(({ number, message }) => [message.kind, number]));
    const { page, incidents } = await open(at(sandbox));
    for (const [index, number] of [...kinds.values()].entries()) {
      await page.emulateMedia({ colorScheme: index % 2 === 0 ? 'light' : 'dark' });
      await page.goto(at(sandbox, `?open=${number}`).href);
      const frame = await frameOf(page, 'phone');
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const inFrame = 'document.documentElement.scrollWidth - innerWidth';
        const wider = [await horizontalScroll(page), await frame.evaluate(inFrame)];
        expect([number, width, wider]).toEqual([number, width, [0, 0]]);
      }
      expect([number, incidents]).toEqual([number, []]);
    }
    await page.context().close();
  });

  it('has nothing that axe-core calls serious around a message', async () => {
    const { page } = await open(at(sandbox, '?open=7'));
    await frameOf(page, 'phone');
    expect(await findingsEverywhere(page)).toEqual([]);
    await page.goto(at(sandbox, '?q=nothing').href);
    expect(await findingsEverywhere(page)).toEqual([]);
    await page.context().close();
  });

  it('opens, searches and takes in what comes without loading again', async () => {
    const { page, incidents } = await open(at(sandbox));
    await page.evaluate('globalThis.isSame = true');
    await page.locator('#live', { hasText: 'live' }).waitFor();
    await page.fill('[name=q]', 'ringtone scale');
    await page.locator('.rows li').nth(1).waitFor({ state: 'detached' });
    expect(await page.locator('.rows b').allTextContents()).toEqual(['Scale']);
    await page.click('.rows a');
    await frameOf(page, 'phone');
    await page.click('nav a:text("Octets")');
    await frameOf(page, 'octets');
    const client = new GatewayClient({ username: 'ANOther', pin: '123456', servers: [sandbox.url] });
    await client.send({ kind: 'ringtone', to: ['447700900123'], tune: 'Scale again:d=4:c' });
    await page.locator('.rows b', { hasText: 'Scale again' }).waitFor();
    expect(await page.locator('iframe').getAttribute('src')).toMatch(/octets$/);
    expect(await page.evaluate('globalThis.isSame')).toBe(true);
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('marks the note that sounds', async () => {
    const { number } = sandbox.messages.find(({ message }) => message.kind === 'ringtone') ?? {};
    const { page, incidents } = await open(at(sandbox, `messages/${number}/phone`));
    await page.evaluate(
      `{ const audio = document.querySelector('audio'); audio.muted = true; void audio.play() }`,
    );
    await page.locator('.note.now').first().waitFor({ state: 'attached' });
    await page.waitForFunction(`document.querySelector('audio').duration > 1`);
    expect(incidents).toEqual([]);
    await page.context().close();
  });

  it('can be used with scripts off', async () => {
    const { page } = await open(at(sandbox), { javaScriptEnabled: false });
    await page.fill('[name=q]', 'scale');
    await page.click('.search button');
    await page.click('.rows a >> nth=-1');
    expect(await page.locator('#detail h2').textContent()).toContain('Scale');
    await page.context().close();
  });

  it('runs nothing of a message, and nothing that slips through the escaping', async () => {
    const hostile = await filled(await everyKind(INJECTION));
    const { page, incidents } = await open(at(hostile));
    for (const { number } of hostile.messages) {
      await page.goto(at(hostile, `messages/${number}/phone`).href);
      expect([number, await page.evaluate('origin'), incidents]).toEqual([number, 'null', []]);
    }
    await page.goto(at(hostile, 'messages/1/phone').href);
    // what slips into a page by another way is stopped by its policy
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="alert(1)">')`,
    );
    await expect.poll(() => incidents.join(), { timeout: 20_000 }).toContain('Content Security Policy');
    expect(incidents.filter(incident => incident.startsWith('dialog'))).toEqual([]);
    await page.context().close();
    await hostile.close();
  });

  it('runs nothing of a message by escaping alone, whatever the kind', async () => {
    const hostile = await filled(await everyKind(INJECTION));
    const { page, incidents } = await open('<!DOCTYPE html>');
    for (const { number } of hostile.messages) {
      for (const look of ['phone', 'octets', 'form']) {
        const html = await (await fetch(at(hostile, `messages/${number}/${look}`))).text();
        await page.setContent(html.replace(/<meta http-equiv[^>]*>/, ''));
        const inserted = await page.evaluate(`document.querySelectorAll('img[src=x], [onerror]').length`);
        const ran = incidents.filter(incident => incident.startsWith('dialog'));
        expect([number, look, inserted, ran]).toEqual([number, look, 0, []]);
      }
    }
    await page.context().close();
    await hostile.close();
  });
});
