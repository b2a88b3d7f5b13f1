import { serialize } from 'node:v8';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeWbmp } from '../../src/bitmap/index.ts';
import type { Issue } from '../../src/issues/index.ts';
import { lint } from '../../src/lint/index.ts';
import { textOf } from '../../src/message/index.ts';
import { type Asset, Presentation, presentation } from '../../src/presentation/index.ts';
import { renderPreview } from '../../src/preview/index.ts';
import { describeInBrowser, horizontalScroll } from '../support/chromium.ts';
import { INJECTIONS, injectedMessage, ofVector, picture, VALID_VECTORS } from './message.ts';

async function slideshow(slides: number): Promise<Presentation> {
  let builder = presentation({ subject: 'Slides' });
  const data = await picture(80, 60);
  for (let index = 0; index < slides; index++)
    builder = builder.slide({
      image: { data, name: `p${index}.png`, alt: `Picture ${index}` },
      text: `Text of slide ${index}`,
      duration: 1000,
    });
  return builder.build();
}

const tune = new TextEncoder().encode('Tune:d=4,o=5,b=100:c,e,g');

describe('the page of a preview', () => {
  it('is the same each time, holds each medium once and refers to nothing else', async () => {
    const noise = new Uint8Array(
      await sharp({
        create: {
          width: 300,
          height: 300,
          channels: 3,
          background: '#888',
          noise: { type: 'gaussian', mean: 128, sigma: 60 },
        },
      })
        .png()
        .toBuffer(),
    );
    const message = await presentation({ subject: 'Noise' })
      .slide({ image: { data: noise, name: 'noise.png' }, text: 'Hello' })
      .slide({ image: { data: noise, name: 'noise.png' }, text: 'Again' })
      .build();
    const page = renderPreview(message);
    expect(renderPreview(message.toMms())).toBe(page);
    expect(page.match(/(?:src|href)="(?!#|data:)[^"]*"/g)).toBeNull();
    const media = message.parts.reduce((sum, { data }) => sum + data.length, 0);
    const onePhone = renderPreview(message, { phones: [{ id: 'one' }] });
    expect(onePhone.length).toBeLessThanOrEqual(1.4 * media + 60_000);
  });

  it('is hardly larger than its media: pictures and text stand in it once', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const create = { width: 260, height: 260, channels: 3, background: '#888', noise } as const;
    const media: readonly Asset[] = [
      { name: 'a.jpg', data: await sharp({ create }).jpeg({ quality: 95 }).toBuffer() },
      { name: 'a.png', data: await sharp({ create }).png().toBuffer() },
      { name: 'a.gif', data: await sharp({ create }).gif().toBuffer() },
      { name: 'a.txt', data: new TextEncoder().encode('Harbour äöü \r\n'.repeat(12_000)) },
    ];
    for (const asset of media) {
      const message = await Presentation.fromFiles([asset]);
      const page = renderPreview(message, { phones: [{ id: 'one' }] });
      const octets = Buffer.byteLength(page);
      expect([asset.name, octets <= 1.4 * asset.data.length + 60_000]).toEqual([asset.name, true]);
    }
  });

  it('is held in one octet a character, also where a text is cut short or a sound stands', async () => {
    const message = await presentation({ subject: 'Harbour' })
      .slide({ text: 'Harbour tour '.repeat(30) })
      .slide({ text: 'And on \u2026', audio: { data: tune, name: 'a.rtttl' } })
      .build();
    const page = renderPreview(message);
    expect(page).toContain('&#8230;');
    // the tag of a string of one octet a character in the format of structured clones
    expect(serialize(page).subarray(0, 3).toString('latin1')).toBe('\u00ff\u000f"');
  });

  it('shows a WBMP through one PNG', async () => {
    const rows = Array.from({ length: 20 }, (_, y) => (y % 2 === 0 ? '#.' : '.#').repeat(16));
    const data = encodeWbmp({ width: 32, height: 20, rows });
    const message = await Presentation.fromFiles([{ name: 'a.wbmp', data }]);
    const page = renderPreview(message);
    expect(page.match(/data:image\/png;base64,/g)).toHaveLength(1);
    expect(page.match(/data:image\/vnd\.wap\.wbmp;base64,/g)).toHaveLength(1);
  });

  it('compares the parts before and after adaptation, each copy once', async () => {
    const message = await slideshow(2);
    const { presentation: small, changes } = await message.adapt({
      id: 'small',
      accept: ['image/*'],
      maxImage: { width: 40, height: 40 },
    });
    const phone = { id: 'small', screen: { width: 96, height: 65 } };
    const page = renderPreview(message, { phones: [{ ...phone, message: small, changes }, { id: 'whole' }] });
    expect(page).toContain('data-changes="small"');
    expect(page).toContain('40×30');
    // both slides show one picture: once as it was, once as it became
    expect(page.match(/data:image\/png;base64,/g)).toHaveLength(2);
    expect(renderPreview(message)).not.toContain('Changes by adaptation');
  });

  it('marks what a phone does not take, and a message that is too large for it', async () => {
    const page = renderPreview(await slideshow(1), {
      phones: [{ id: 'plain', accept: ['image/gif'], maxBytes: 100, screen: { width: 96, height: 65 } }],
    });
    expect(page).toContain('image/png is not taken');
    expect(page).toMatch(/data-limit="100">\d+ % of 100 octets: too large/);
  });

  it('lists a finding of the caller once, also where lint finds the same', () => {
    const octets = injectedMessage();
    const phones = [{ id: 'one' }];
    const code = 'ref/unresolved';
    const listed = (page: string): number => page.split(`<span class="code">${code}</span>`).length;
    const [found] = lint(Presentation.fromMms(octets)).filter(issue => issue.code === code);
    if (found === undefined) throw new Error('no finding');
    const before = listed(renderPreview(octets, { phones }));
    const listedWith = (issue: Partial<Issue>): number =>
      listed(renderPreview(octets, { phones, issues: [{ ...found, ...issue }] }));
    expect(listedWith({})).toBe(before);
    for (const other of [{ message: 'another' }, { path: 'another' }])
      expect(listedWith(other)).toBeGreaterThan(before);
  });

  it('shows a part that is missing where it should be', async () => {
    expect(renderPreview(injectedMessage())).toContain('no part for gone');
  });
});

describeInBrowser('a preview in a browser', open => {
  let pages: readonly (readonly [name: string, page: string])[] = [];
  beforeAll(async () => {
    const data = await picture(40, 30);
    const vectors = VALID_VECTORS.map(
      async file => [file, renderPreview(await ofVector(file, data))] as const,
    );
    pages = [
      ...(await Promise.all(vectors)),
      ['20 slides', renderPreview(await slideshow(20))],
      ['the sample', renderPreview(await Presentation.fromManifest('samples/harbour/message.yaml'))],
    ];
  });

  it('reports nothing, asks for nothing and needs no scrolling sideways at any width, light and dark', async () => {
    for (const [name, html] of pages) {
      const { page, incidents } = await open(html);
      for (const [index, width] of [360, 768, 1440].entries()) {
        await page.emulateMedia({ colorScheme: index % 2 === 0 ? 'light' : 'dark' });
        await page.setViewportSize({ width, height: 900 });
        expect(await horizontalScroll(page), `${name} at ${width}`).toBeLessThanOrEqual(0);
      }
      expect(incidents, name).toEqual([]);
      await page.context().close();
    }
  });

  it('shows a slide at its time, its text as it was decoded', async () => {
    const { page } = await open(renderPreview(await slideshow(5)));
    for (let slide = 0; slide < 5; slide++) {
      const shown = await page.evaluate<string[]>(`{
        const range = document.querySelector('input[type=range]');
        range.step = '1';
        range.value = '${slide * 1000 + 1}';
        range.dispatchEvent(new Event('input'));
        [...document.querySelectorAll('.slide')].filter(el => getComputedStyle(el).visibility === 'visible')
          .map(el => el.querySelector('.text, p.bubble').textContent)
      }`);
      expect(shown).toEqual(Array(3).fill(`Text of slide ${slide}`));
    }
  });

  it('draws the octets of the message from the one copy of each medium', async () => {
    const text = 'Harbour äöü \r\n'.repeat(300);
    const message = await presentation({ subject: 'Octets' })
      .slide({ image: { data: await picture(20, 10), name: 'p.png' }, text })
      .build();
    const bytes = message.toMms();
    const { page, incidents } = await open(renderPreview(bytes));
    await page.evaluate(`document.querySelector('[data-pieces]').closest('details').open = true`);
    await page.locator('.row').first().waitFor();
    const rows = await page.evaluate<string[]>(`[...document.querySelectorAll('.octets > *')].map(el =>
      el.matches('.row') ? [...el.querySelectorAll('.half > span')].map(one => one.textContent).join(' ') : el.textContent)`);
    const gap = rows.findIndex(row => row.startsWith('…'));
    const left = Number(rows[gap]?.match(/\d+/)?.[0]);
    const hex = (part: Uint8Array): string => Buffer.from(part).toString('hex');
    const shown = (part: readonly string[]): string => part.join('').replaceAll(' ', '');
    expect(shown(rows.slice(0, gap))).toBe(hex(bytes.subarray(0, gap * 16)));
    expect(shown(rows.slice(gap + 1))).toBe(hex(bytes.subarray(gap * 16 + left)));
    await page.locator('a.field:visible').first().hover();
    expect(await page.locator('.octets .lit').count()).toBeGreaterThan(0);
    expect(incidents).toEqual([]);
  });

  it('shows each slide at its time while it plays', async () => {
    const { page } = await open(renderPreview(await slideshow(3)));
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(3_600_000);
    await page.click('[data-do=play]');
    const visible = `[...document.querySelectorAll('.phone:first-child .slide')].findIndex(el => getComputedStyle(el).visibility === 'visible')`;
    const seen: unknown[] = [];
    await page.clock.runFor(100);
    for (let slide = 0; slide < 3; slide++) {
      seen.push(await page.evaluate(visible));
      await page.clock.runFor(900);
      seen.push(await page.evaluate(visible));
      await page.clock.runFor(100);
    }
    expect(seen.slice(0, 5)).toEqual([0, 0, 1, 1, 2]);
  });

  it('plays to the end and stops there', async () => {
    const { page, incidents } = await open(renderPreview(await slideshow(1)));
    await page.click('[data-do=play]');
    await page.locator('html[data-now="999"]').waitFor({ state: 'attached' });
    await page.locator('[data-do=play][aria-label=Play]').waitFor();
    expect(incidents).toEqual([]);
  });

  it('places pictures by the rules of their regions', async () => {
    const smil = (fit: string): string =>
      `<smil><head><layout><root-layout width="100" height="100"/><region id="Image" left="10" top="20" width="60" height="60" fit="${fit}"/></layout></head><body><par dur="1000ms"><img src="p.png" region="Image"/></par></body></smil>`;
    // what stands at the corners of the region and just above its middle line, by the rule
    const EXPECTED = { fill: 'red', meet: 'white', slice: 'red' } as const;
    for (const [fit, corner] of Object.entries(EXPECTED)) {
      const message = await Presentation.fromFiles(
        [
          { name: 'show.smil', data: new TextEncoder().encode(smil(fit)) },
          { name: 'p.png', data: await picture(60, 20) },
        ],
        { smil: 'verbatim' },
      );
      const phones = [{ id: 'one', screen: { width: 100, height: 100 } }];
      const { page } = await open(renderPreview(message, { phones }));
      const shot = await page.locator('svg.screen').screenshot();
      const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const scale = info.width / 100;
      const colour = (x: number, y: number): string => {
        const at = (Math.floor((y + 0.5) * scale) * info.width + Math.floor((x + 0.5) * scale)) * 3;
        const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
        return red > 200 && green > 200 ? 'white' : red > blue ? 'red' : 'blue';
      };
      expect([fit, colour(12, 22), colour(40, 47), colour(40, 53), colour(5, 50)]).toEqual([
        fit,
        corner,
        'red',
        'blue',
        'white',
      ]);
      await page.close();
    }
  });

  it('shows script injections as text, with and without its policy', async () => {
    const page = renderPreview(injectedMessage());
    for (const html of [page, page.replace(/<meta http-equiv[^>]*>/, '')]) {
      const opened = await open(html);
      await opened.page.waitForTimeout(200);
      expect(opened.incidents).toEqual([]);
      expect(await opened.page.title()).toBe(INJECTIONS.join(' '));
      await opened.page.close();
    }
  });

  it('runs no script that got in, by its policy alone', async () => {
    const page = renderPreview(await slideshow(1));
    const hostile = '<script>alert(1)</script><img src="x" onerror="alert(2)"></main>';
    const opened = await open(page.replace('</main>', hostile));
    const stopped = () => opened.incidents.filter(one => one.includes('Content Security Policy')).length;
    await expect.poll(stopped, { timeout: 20_000 }).toBeGreaterThan(1);
    expect(opened.incidents.filter(incident => incident.startsWith('dialog'))).toEqual([]);
    await opened.page.context().close();
  });

  it('shows texts character by character as they were decoded', async () => {
    const texts = ['  Ένα καράβι\r\nπερνά\tτο λιμάνι ', '<b>&amp; "it\'s"</b>\n\n', '🚢 e\u0301 \u202eabc'];
    const assets: readonly Asset[] = [
      ...texts.map((text, index) => ({ name: `t${index}.txt`, data: new TextEncoder().encode(text) })),
      {
        name: 'latin.txt',
        data: Buffer.from('caf\xe9', 'latin1'),
        contentType: 'text/plain;charset=iso-8859-1',
      },
    ];
    const message = await Presentation.fromFiles(assets);
    const wanted = message.parts.filter(({ kind }) => kind === 'text').map(part => textOf(part).text);
    expect(wanted).toEqual([...texts, 'café']);
    const { page } = await open(renderPreview(message, { phones: [{ id: 'one' }] }));
    const shown = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.slide [data-text]')].map(el => el.textContent)`,
    );
    expect(shown).toEqual(wanted);
    await page.context().close();
  });

  it('lists all slides where scripts are off', async () => {
    const { page } = await open(renderPreview(await slideshow(3)), { javaScriptEnabled: false });
    expect(await page.locator('.phone').first().locator('.slide').count()).toBe(3);
    for (const slide of await page.locator('.phone').first().locator('.slide').all())
      expect(await slide.isVisible()).toBe(true);
  });
});
