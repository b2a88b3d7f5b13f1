/** Makes the pictures of the README in `docs/images`: needs the browser of Debian, as the tests of pages do. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import { inspect, renderInspection } from '../src/inspect/index.ts';
import { Presentation } from '../src/presentation/index.ts';
import { renderFilmstrip } from '../src/preview/index.ts';
import { startSandbox } from '../src/sandbox/index.ts';
import { GatewayClient, type GatewayMessage } from '../src/submit/index.ts';

const ROOT = join(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs/images');
const VIEWPORT = { width: 1200, height: 700 };

const TO = ['447700900123'];

/** What stands in the inbox, the last one open. */
async function messages(harbour: Presentation): Promise<readonly GatewayMessage[]> {
  return [
    { kind: 'text', to: TO, text: 'Your table at the harbour is ready. See you at eight!' },
    { kind: 'mms', to: TO, presentation: harbour },
    {
      kind: 'vcalendar',
      to: TO,
      calendar: { type: 'event', start: '2030-05-04T19:00:00Z', summary: 'Dinner at the harbour' },
    },
    {
      kind: 'vcard',
      to: TO,
      card: { formattedName: 'Ann Other', org: ['Port of Example'], tel: [{ number: '+447700900124' }] },
    },
    {
      kind: 'service-indication',
      to: TO,
      href: 'http://wap.example.com/ferries',
      text: 'Ferries run every ten minutes',
    },
    {
      kind: 'ringtone',
      to: TO,
      tune: 'Entertainer:d=8,o=5,b=140:d,d#,e,4c6,e,4c6,e,2c6.,c6,d6,d#6,e6,c6,d6,4e6,b,4d6,2c6,4p,d,d#,e,4c6,e,4c6,e,2c6.,p,a,g,f#,a,c6,4e6,d6,c6,a,2d6',
    },
  ];
}

async function screenshot(browser: Browser, url: string, name: string): Promise<void> {
  const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: 'light' });
  await page.goto(url);
  await page.waitForTimeout(1500); // an inbox listens for ever: it is never idle
  await save(name, await page.screenshot());
  await page.close();
}

async function save(name: string, png: Uint8Array): Promise<void> {
  writeFileSync(join(IMAGES, name), await sharp(png).png({ palette: true, colours: 128 }).toBuffer());
}

mkdirSync(IMAGES, { recursive: true });
const harbour = await Presentation.fromManifest(join(ROOT, 'samples/harbour/message.yaml'));
await save(
  'filmstrip.png',
  await renderFilmstrip(harbour, { phone: { screen: { width: 240, height: 240 } } }),
);

const minutes = Date.UTC(2026, 4, 23, 14, 0);
let ticks = 0;
const sandbox = await startSandbox({ now: () => new Date(minutes + 60_000 * ticks++) });
const client = new GatewayClient({ username: 'sample', pin: '0000', servers: [sandbox.url] });
for (const message of await messages(harbour)) await client.send(message);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false });
const { number } = sandbox.messages.at(-1) ?? {};
await screenshot(browser, `${sandbox.inboxUrl}?open=${number}`, 'inbox.png');
const inspection = renderInspection(inspect(harbour.toMms()), { title: 'harbour.mms' });
const page = join(ROOT, 'out/harbour.inspect.html');
mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(page, inspection);
await screenshot(browser, `file://${page}`, 'inspector.png');
await browser.close();
await sandbox.close();
for (const name of ['filmstrip.png', 'inbox.png', 'inspector.png'])
  console.log(name, readFileSync(join(IMAGES, name)).length);
