import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { encodeForm } from '../../src/submit/index.ts';
import { describeInBrowser, type OpenPage } from '../support/chromium.ts';

const KEPT = 1000;
const SENT = KEPT + 10;

/** What a row may have of elements, and the rest of the page. */
const MOST_NODES = { row: 6, rest: 120 } as const;
const MOST_OCTETS = { row: 200, rest: 25_000 } as const;

const ELEMENTS = `document.querySelectorAll('*').length`;
const ROWS = `document.querySelectorAll('.rows li').length`;

/** Puts short messages into a sandbox, some at a time. */
async function fill(sandbox: Sandbox, from: number, to: number): Promise<void> {
  const credentials = { username: 'ANOther', pin: '123456' };
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  for (let number = from; number <= to; number += 20) {
    const batch = Array.from({ length: Math.min(20, to - number + 1) }, (_, index) => {
      const text = `Ferry ${number + index} leaves at noon`;
      const body = encodeForm({ kind: 'text', to: ['447700900123'], text }, { credentials });
      return fetch(sandbox.url, { method: 'POST', headers, body }).then(answer => answer.text());
    });
    await Promise.all(batch);
  }
}

/** Milliseconds that the browser works on loading a page anew: on the whole, and on its layout. */
async function workOfReload({ page }: OpenPage): Promise<{ readonly task: number; readonly layout: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.reload();
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number =>
    Math.round(1000 * (metrics.find(one => one.name === name)?.value ?? 0));
  return { task: of('TaskDuration'), layout: of('LayoutDuration') };
}

describeInBrowser('an inbox of a thousand messages', open => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ limits: { maxSandboxMessages: KEPT } });
    await fill(sandbox, 1, SENT);
  }, 300_000);
  afterAll(() => sandbox.close());

  it('is one page of bounded size, and says which messages are not kept', async () => {
    const octets = Buffer.byteLength(await (await fetch(sandbox.inboxUrl)).text());
    expect(octets).toBeLessThan(KEPT * MOST_OCTETS.row + MOST_OCTETS.rest);
    const opened = await open(new URL(sandbox.inboxUrl));
    expect(await opened.page.evaluate(ROWS)).toBe(KEPT);
    const elements = Number(await opened.page.evaluate(ELEMENTS));
    expect(elements).toBeLessThan(KEPT * MOST_NODES.row + MOST_NODES.rest);
    expect(await opened.page.locator('#list > .none').textContent()).toBe(
      'The oldest 10 messages are not kept any more.',
    );
    const { task, layout } = await workOfReload(opened);
    console.info(
      `${octets} octets, ${elements} elements; the browser worked ${task} ms on the page, ${layout} ms of them on its layout`,
    );
    expect(opened.incidents).toEqual([]);
    await opened.page.context().close();
  });

  it('is searched and takes in what comes without being loaded again, and grows no further', async () => {
    const { page, incidents } = await open(new URL(sandbox.inboxUrl));
    await page.evaluate('globalThis.isSame = true');
    await page.locator('#live', { hasText: 'live' }).waitFor();
    await page.fill('[name=q]', 'ferry 777');
    await page.locator('.rows li').nth(1).waitFor({ state: 'detached' });
    expect(await page.locator('.rows b').allTextContents()).toEqual(['Ferry 777 leaves at noon']);
    await page.fill('[name=q]', '');
    await page
      .locator('.rows li')
      .nth(KEPT - 1)
      .waitFor({ state: 'attached' });
    await fill(sandbox, SENT + 1, SENT + 1);
    await page.locator('.rows b', { hasText: `Ferry ${SENT + 1} ` }).waitFor();
    expect(await page.evaluate(ROWS)).toBe(KEPT);
    await page.locator('#list > .none', { hasText: 'The oldest 11 messages' }).waitFor({ state: 'attached' });
    expect(await page.evaluate('globalThis.isSame')).toBe(true);
    expect(incidents).toEqual([]);
    await page.context().close();
  });
});
