import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { sitePage } from '../../scripts/site/page.ts';
import { describeInBrowser, horizontalScroll, seriousFindings } from '../support/chromium.ts';

const VECTORS = join(import.meta.dirname, '../vectors');
const MMS = JSON.parse(
  readFileSync(join(VECTORS, 'mms/02-send-req-related-smil-jpeg-text.json'), 'utf8'),
) as { readonly hex: string };

const [OTA_BITMAP] = JSON.parse(readFileSync(join(VECTORS, 'smart/ota-bitmap.json'), 'utf8')) as [
  { hex: string },
];

/** Inputs of other programs and texts, with what the page calls them and what stands on the phone. */
const INPUTS = [
  ['an MMS', MMS.hex, 'MMS PDU: m-send-req', 'Hello, world'],
  ['one TPDU', '01000b914477000921430000 0a e8329bfd4697d9ec37', 'SMS-SUBMIT', 'hellohello'],
  ['RTTTL', 'fifth:d=4,o=5,b=63:8P,8G5,8G5,8G5,2D#5', 'RTTTL tune', 'fifth'],
  [
    'a contact',
    'BEGIN:VCARD\nVERSION:2.1\nN:Smith;John\nTEL:+447700900123\nEND:VCARD',
    'vCard',
    'John Smith',
  ],
  ['a bitmap for the air', OTA_BITMAP.hex, 'OTA bitmap', 'Options'],
  ['no octets at all', 'Hello there', 'Text', 'Hello there'],
] as const;

const titleOf = (page: Page): Promise<string | null> => page.textContent('.verdict h2');
const phoneOf = (page: Page) => page.frameLocator('iframe[title="On the phone"]').locator('body');

async function paste(page: Page, text: string): Promise<void> {
  await page.fill('#bytes', text);
  await page.waitForSelector('.verdict h2');
}

describeInBrowser('the page that explains bytes', open => {
  let site = '';
  beforeAll(async () => {
    site = await sitePage();
  });

  it.each([360, 1440])(
    'tells what inputs are and shows them, without a request or a serious finding of axe, at %s pixels',
    async width => {
      const { page, incidents } = await open(site, { viewport: { width, height: 900 } });
      for (const [name, input, title, shown] of INPUTS) {
        await paste(page, input);
        await expect.poll(() => titleOf(page), { message: name }).toBe(title);
        await expect.poll(() => phoneOf(page).textContent(), { message: name }).toContain(shown);
        expect(await horizontalScroll(page)).toBeLessThanOrEqual(0);
      }
      await page.click('button:text-is("MMS")');
      await expect.poll(() => titleOf(page)).toBe('MMS PDU: m-send-req');
      expect(incidents).toEqual([]);
      expect(await seriousFindings(page)).toEqual([]);
    },
  );

  it('reads a dropped file, and a link that holds the input', async () => {
    const { page } = await open(site);
    await page.setInputFiles('#file', { name: 'a.mms', mimeType: '', buffer: Buffer.from(MMS.hex, 'hex') });
    await expect.poll(() => titleOf(page)).toBe('MMS PDU: m-send-req');
    const link = page.url();
    expect(link).toContain(`#hex=${MMS.hex}`);
    await page.goto('about:blank');
    await page.goto(link);
    await expect.poll(() => titleOf(page)).toBe('MMS PDU: m-send-req');
  });

  it('plays a tune', async () => {
    const { page } = await open(site);
    await paste(page, 'fifth:d=4,o=5,b=63:8P,8G5,8G5,8G5,2D#5');
    const audio = page.frameLocator('iframe[title="On the phone"]').locator('audio');
    const seconds = await audio.evaluate(
      (element: HTMLAudioElement) =>
        new Promise<number>(told => {
          element.onloadedmetadata = () => told(element.duration);
          element.preload = 'auto';
          element.load();
        }),
    );
    expect(seconds).toBeGreaterThan(2);
  });

  it('counts an SMS and names what forced UCS-2', async () => {
    const { page } = await open(site);
    await page.fill('#sms-text', 'Łódź');
    const text = await page.textContent('#counter');
    expect(text).toContain('UCS-2');
    expect(text).toContain('U+0141');
    await page.fill('#sms-text', 'a'.repeat(161));
    expect(await page.textContent('#counter')).toMatch(/GSM 7-bit.*SMS2/);
  });

  it('refuses with a finding what it cannot read', async () => {
    const { page } = await open(site);
    await paste(page, 'BEGIN:VCARD\nEND:VCALENDAR');
    await page.waitForSelector('.findings .error, .findings .warning');
  });
});
