import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Presentation, presentation } from '../../src/presentation/index.ts';
import { formatSlides, renderAnimation, renderFilmstrip } from '../../src/preview/index.ts';

const FITS = { fill: 'red', meet: 'white', slice: 'red', hidden: 'red' } as const;

/** Left half red, right half blue. */
async function halves(width: number, height: number): Promise<Uint8Array> {
  const create = { width, height, channels: 3 as const, background: '#ff0000' };
  const blue = { create: { ...create, width: width >> 1, background: '#0000ff' } };
  const input = await sharp(blue).png().toBuffer();
  return sharp({ create })
    .composite([{ input, left: width - (width >> 1), top: 0 }])
    .png()
    .toBuffer();
}

async function slideshow(slides: number): Promise<Presentation> {
  const data = await halves(80, 60);
  let builder = presentation({ subject: 'Slides' });
  for (let index = 0; index < slides; index++)
    builder = builder.slide({
      image: { data, name: 'p.png' },
      text: `<b>Slide</b> & ${index}\u0001`,
      duration: 1000 * (index + 1),
    });
  return builder.build();
}

async function pixelsOf(png: Uint8Array): Promise<(x: number, y: number) => string> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return (x, y) => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * info.width + x) * 3);
    if (red > 200 && green > 200) return 'white';
    return red > 200 ? 'red' : blue > 200 ? 'blue' : 'dark';
  };
}

describe('the filmstrip', () => {
  it('shows each slide once in a row, no side longer than 4096 pixels', async () => {
    for (const slides of [1, 3, 40]) {
      const { width, height, format } = await sharp(
        await renderFilmstrip(await slideshow(slides)),
      ).metadata();
      expect(format).toBe('png');
      if (slides < 20) expect([width, height]).toEqual([8 + slides * (176 + 8), 208 + 16]);
      else expect(Math.max(width, height)).toBeLessThanOrEqual(4096);
    }
  });

  it('places pictures by the rules of their regions', async () => {
    for (const [fit, corner] of Object.entries(FITS)) {
      const smil = `<smil><head><layout><root-layout width="100" height="100"/><region id="Image" left="10" top="20" width="60" height="60" fit="${fit}"/></layout></head><body><par dur="1000ms"><img src="p.png" region="Image"/></par></body></smil>`;
      const message = await Presentation.fromFiles(
        [
          { name: 'show.smil', data: new TextEncoder().encode(smil) },
          { name: 'p.png', data: await halves(90, 30) },
        ],
        { smil: 'verbatim' },
      );
      const phone = { screen: { width: 100, height: 100 } };
      const at = await pixelsOf(await renderFilmstrip(message, { phone }));
      const [left, right] = fit === 'hidden' ? [12, 60] : [12, 66];
      const middle = fit === 'hidden' ? 40 : 50;
      expect([fit, at(8 + left, 8 + 22), at(8 + left, 8 + middle), at(8 + right, 8 + middle)]).toEqual([
        fit,
        corner,
        'red',
        'blue',
      ]);
      expect([at(8 + 5, 8 + 50), at(8 + 75, 8 + 50), at(2, 2)]).toEqual(['white', 'white', 'dark']);
    }
  });

  it('writes the text of a slide, whatever it looks like', async () => {
    const message = await presentation().slide({ text: '<b>& "Text"</i>' }).build();
    const at = await pixelsOf(await renderFilmstrip(message));
    const inked = Array.from({ length: 176 * 208 }, (_, i) => at(8 + (i % 176), 8 + Math.floor(i / 176)));
    expect(inked.filter(colour => colour !== 'white').length).toBeGreaterThan(30);
  });
});

describe('the animation', () => {
  it('gives each slide its time', async () => {
    const { format, pages, delay, width, pageHeight } = await sharp(
      await renderAnimation(await slideshow(3)),
      {
        animated: true,
      },
    ).metadata();
    expect({ format, pages, delay, width, pageHeight }).toEqual({
      format: 'gif',
      pages: 3,
      delay: [1000, 2000, 3000],
      width: 176,
      pageHeight: 208,
    });
  });
});

describe('media that come and go', () => {
  const timed = `<smil><head><layout><root-layout width="100" height="100"/><region id="Image" left="0" top="0" width="100" height="100" fit="fill"/></layout></head><body><par dur="3000ms"><img src="p.png" region="Image" begin="1000ms" end="2500ms"/></par></body></smil>`;
  const show = async () =>
    Presentation.fromFiles(
      [
        { name: 'show.smil', data: new TextEncoder().encode(timed) },
        { name: 'p.png', data: await halves(20, 20) },
      ],
      { smil: 'verbatim' },
    );
  const screen = { width: 100, height: 100 };

  it.each(['gif', 'webp'] as const)('come and go in a %s', async format => {
    const animation = await renderAnimation(await show(), { phone: { screen }, format });
    const { pages, delay, format: found } = await sharp(animation, { animated: true }).metadata();
    expect({ found, pages, delay }).toEqual({ found: format, pages: 3, delay: [1000, 1500, 500] });
    const at = (page: number) => sharp(animation, { page }).png().toBuffer().then(pixelsOf);
    expect((await at(0))(20, 50)).toBe('white');
    expect((await at(1))(20, 50)).toBe('red');
    expect((await at(2))(20, 50)).toBe('white');
  });

  it('are in the one picture that a filmstrip has of a slide', async () => {
    const at = await pixelsOf(await renderFilmstrip(await show(), { phone: { screen } }));
    expect([at(8 + 20, 8 + 50), at(8 + 80, 8 + 50)]).toEqual(['red', 'blue']);
  });

  it('are refused where the phone does not take them', async () => {
    const at = await pixelsOf(
      await renderFilmstrip(await show(), { phone: { screen, accept: ['image/gif'] } }),
    );
    expect([at(8 + 20, 8 + 90), at(8 + 80, 8 + 90)]).toEqual(['white', 'white']);
  });
});

describe('the slides on a terminal', () => {
  it('are block characters with the text beside, in colour where it is asked for', async () => {
    const plain = await formatSlides(await slideshow(2));
    expect(plain).toContain('Slide 2 of 2, 2 s');
    expect(plain).toContain('  <b>Slide</b> & 1\\u{1}');
    expect(plain).toMatch(/[\u2580\u2584\u2588]/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are looked for
    expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    const coloured = await formatSlides(await slideshow(1), { colour: true });
    expect(coloured).toContain('\u001b[38;2;255;0;0;48;2;255;0;0m\u2580');
    expect(coloured).toContain('\u001b[38;2;0;0;255;48;2;0;0;255m\u2580');
  });
});
