import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderFilmstrip, renderPreview } from '../../src/preview/index.ts';
import { describeInBrowser } from '../support/chromium.ts';
import {
  type Apart,
  apartFromSharp,
  beyondTolerance,
  messageOfRegions,
  REGIONS,
  SCREEN,
  SHAPES,
} from './region-judge.ts';

/** Space round each slide of a filmstrip. */
const GAP = 8;

function told(where: string, all: readonly Apart[]): void {
  const [mean, far] = [Math.max(...all.map(one => one.mean)), Math.max(...all.map(one => one.far))];
  console.info(
    `${where}: at most ${mean.toFixed(2)} of 255 levels apart, ${(100 * far).toFixed(1)} % of the pixels at a rim`,
  );
}

describe('the regions of a filmstrip', () => {
  it('hold, pixel for pixel, what sharp makes of the picture by their rule', async () => {
    const strip = await renderFilmstrip(await messageOfRegions(), { phone: { screen: SCREEN } });
    const all: Apart[] = [];
    for (const index of SHAPES.keys()) {
      const place = { left: GAP + index * (SCREEN.width + GAP), top: GAP, ...SCREEN };
      all.push(...(await apartFromSharp(await sharp(strip).extract(place).png().toBuffer(), index)));
    }
    told('filmstrip', all);
    expect(all).toHaveLength(SHAPES.length * REGIONS.length);
    expect(beyondTolerance(all)).toEqual([]);
  });

  it('are told from those of another rule or place', async () => {
    const strip = await renderFilmstrip(await messageOfRegions(), { phone: { screen: SCREEN } });
    const place = { left: GAP - 2, top: GAP - 2, ...SCREEN };
    const moved = await apartFromSharp(await sharp(strip).extract(place).png().toBuffer(), 0);
    expect(beyondTolerance(moved)).toHaveLength(REGIONS.length);
    const second = { ...SCREEN, left: 2 * GAP + SCREEN.width, top: GAP };
    const other = await apartFromSharp(await sharp(strip).extract(second).png().toBuffer(), 0);
    expect(beyondTolerance(other).map(({ fit }) => fit)).toEqual(
      expect.arrayContaining(['meet', 'slice', 'hidden', 'scroll']),
    );
  });
});

describeInBrowser('the regions of a preview', open => {
  it('hold, pixel for pixel, what sharp makes of the picture by their rule', async () => {
    const page = renderPreview(await messageOfRegions(), { phones: [{ id: 'one', screen: SCREEN }] });
    // Without script the slides stand one below the other.
    const opened = await open(page, { javaScriptEnabled: false, viewport: { width: 800, height: 1200 } });
    const all: Apart[] = [];
    for (const index of SHAPES.keys()) {
      // The browser puts a drawing on whole pixels, wherever the lines of text above it end.
      const { x = 0, y = 0 } = (await opened.page.locator('svg.screen').nth(index).boundingBox()) ?? {};
      const clip = { x: Math.round(x), y: Math.round(y), ...SCREEN };
      const screen = await opened.page.screenshot({ clip, fullPage: true });
      all.push(...(await apartFromSharp(screen, index)));
    }
    told('Chromium', all);
    expect(beyondTolerance(all)).toEqual([]);
    await opened.page.context().close();
  });
});
