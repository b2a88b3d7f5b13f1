import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { inspect, renderInspection } from '../../../src/inspect/index.ts';
import { encodePdu } from '../../../src/mms/index.ts';
import { encodeSmartSms, pictureMessage } from '../../../src/smart/index.ts';
import { describeInBrowser, findingsInTurn, horizontalScroll } from '../../support/chromium.ts';

const INJECTIONS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "' onmouseover='alert(3)",
  '</style><script>alert(4)</script>',
  '&lt;b&gt;<svg/onload=alert(5)>',
] as const;

const message = encodePdu({
  messageType: 'm-send-req',
  transactionId: 'T1',
  from: 'insert-address',
  to: ['+447700900123'],
  subject: INJECTIONS.join(' '),
  contentType: { type: 'application/vnd.wap.multipart.mixed' },
  parts: [
    ...INJECTIONS.map(text => ({
      contentType: 'text/plain',
      parameters: { charset: 'utf-8', name: text.replaceAll('"', ''), 'x-any': `a${text}b` },
      contentId: `<${text.replaceAll('"', '')}>`,
      contentLocation: text,
      headers: [{ name: 'X-Any', value: text }],
      data: new TextEncoder().encode(text),
    })),
    { contentType: 'image/jpeg', data: Uint8Array.from({ length: 20_000 }, (_, i) => i & 0xff) },
  ],
  applicationHeaders: [{ name: 'X-Any', value: INJECTIONS[1] }],
});

const bitmap = {
  width: 72,
  height: 28,
  rows: Array.from({ length: 28 }, (_, y) => '#'.repeat(2 * y + 1).padEnd(72, '.')),
};
const tpdus = encodeSmartSms(pictureMessage({ bitmap, text: INJECTIONS[0] }), { to: '+447700900123' }).map(
  ({ tpdu }) => tpdu,
);

const PAGES = {
  'an MMS of script injections': renderInspection(inspect(message), { title: INJECTIONS[0] }),
  'a picture message of several SMS': renderInspection(inspect(tpdus)),
  'a ringing tone': renderInspection(inspect(fromHex('024a3a514db1bddc040a0896401a0000'))),
  'a broken PDU': renderInspection(inspect(fromHex('8c80985431008d928901819f0a00'))),
  'no known octets': renderInspection(inspect(new Uint8Array(3).fill(255))),
} as const;
const PAGE = PAGES['an MMS of script injections'];

describe('the page of the inspector', () => {
  it('is the same each time, holds no reference to anything else, and stays small', () => {
    expect(renderInspection(inspect(message), { title: INJECTIONS[0] })).toBe(PAGE);
    expect(PAGE.match(/(?:src|href)="(?!#|data:,)[^"]*"/g)).toBeNull();
    const large = message.length + 4_000_000;
    const bytes = encodePdu({
      messageType: 'm-retrieve-conf',
      date: new Date(0),
      contentType: { type: 'application/vnd.wap.multipart.mixed' },
      parts: [{ contentType: 'image/jpeg', data: new Uint8Array(large) }],
    });
    expect(renderInspection(inspect(bytes)).length).toBeLessThan(60_000);
  });
});

describeInBrowser('the page of the inspector in Chromium', open => {
  it.each(Object.entries(PAGES).map(([name, html], turn) => ({ name, html, turn })))(
    'shows $name at any width, light and dark',
    async ({ html, turn }) => {
      const { page, incidents } = await open(html);
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect([width, await horizontalScroll(page)]).toEqual([width, 0]);
      }
      expect(await findingsInTurn(page, turn)).toEqual([]);
      expect(incidents).toEqual([]);
      await page.context().close();
    },
  );

  it('shows script injections as text, by escaping alone', async () => {
    const { page, incidents } = await open(
      PAGE.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
    );
    await page.evaluate(`for (const field of document.querySelectorAll('.field'))
      for (const type of ['pointerover', 'mouseover', 'mouseenter', 'focus'])
        field.dispatchEvent(new MouseEvent(type, { bubbles: true }))`);
    expect(incidents).toEqual([]);
    expect(await page.locator('img, .said script, .said svg').count()).toBe(0);
    const text = await page.locator('.fields').first().innerText();
    for (const injection of INJECTIONS) expect(text).toContain(injection);
    expect(await page.locator('h1').innerText()).toBe(INJECTIONS[0]);
    await page.context().close();
  });

  it('runs no script that got in, by its policy alone', async () => {
    const injected = PAGE.replace(
      '</main>',
      '<script>alert(1)</script><img src="x" onerror="alert(2)"></main>',
    );
    const { page, incidents } = await open(injected);
    const stopped = () => incidents.filter(incident => incident.includes('Content Security Policy')).length;
    await expect.poll(stopped, { timeout: 20_000 }).toBeGreaterThan(1);
    expect(incidents.filter(incident => incident.startsWith('dialog'))).toEqual([]);
    await page.context().close();
  });

  it('lights up the octets of a field under the pointer, and the field of octets', async () => {
    const { page } = await open(PAGE, { viewport: { width: 1440, height: 900 } });
    const lit = (): Promise<string> =>
      page.evaluate('[...document.querySelectorAll(".half .lit")].map(el => el.textContent).join(" ")');
    const field = page.locator('.field', { hasText: 'X-Mms-Transaction-Id' }).first();
    await field.hover();
    expect(await lit()).toBe('98 54 31 00');
    await page.locator('.half span', { hasText: '54 31 00' }).first().hover();
    expect(await lit()).toBe('54 31 00');
    expect(await field.getAttribute('class')).toContain('lit');
    await page.context().close();
  });

  it('lights up all fields that are bits of an octet', async () => {
    const { page } = await open(PAGES['a ringing tone']);
    await page.locator('.half span', { hasText: '4a' }).first().hover();
    const names = await page.locator('.field.lit b').allInnerTexts();
    expect(names).toEqual(['command', 'filler']);
    await page.context().close();
  });

  it('can be walked with the keyboard', async () => {
    const { page } = await open(PAGES['a broken PDU']);
    const focused = (): Promise<string> =>
      page.evaluate('document.activeElement.querySelector("b")?.textContent ?? ""');
    await page.locator('.field').first().focus();
    for (const [key, name] of [
      ['ArrowDown', 'X-Mms-Message-Type'],
      ['ArrowRight', 'X-Mms-Message-Type'],
      ['ArrowRight', 'Field-name'],
      ['ArrowLeft', 'X-Mms-Message-Type'],
      ['ArrowLeft', 'X-Mms-Message-Type'],
      ['ArrowDown', 'X-Mms-Transaction-Id'],
      ['End', 'octets'],
      ['Home', 'MMS PDU'],
    ] as const) {
      await page.keyboard.press(key);
      expect({ key, name: await focused() }).toEqual({ key, name });
    }
    await page.context().close();
  });

  it('can be read without script', async () => {
    const { page, incidents } = await open(PAGE, { javaScriptEnabled: false });
    expect(incidents).toEqual([]);
    expect(await page.locator('.fields').innerText()).toContain('X-Mms-Transaction-Id');
    expect(await page.locator('.octets').innerText()).toContain('54 31 00');
    await page.context().close();
  });
});
