import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/manifest/index.ts';
import { decodeImage, probeImage } from '../../../src/media/index.ts';
import { Presentation } from '../../../src/presentation/index.ts';
import { amr, GIF, isoMedia, utf8 } from '../../media/samples.ts';
import { picture } from '../../preview/message.ts';

it('a picture with few colours keeps its name, one of another format gets that of the format', async () => {
  const image = { data: await picture(20, 20), name: 'a.png' };
  const { slides } = await Presentation.fromManifest({
    slides: [{ image: { ...image, maxColours: 2 } }, { image: { ...image, as: 'jpeg' } }],
  });
  expect(slides.map(slide => slide.image?.part.name)).toEqual(['a.png', 'a.jpg']);
  const { rgba } = await decodeImage(slides[0]?.image?.part.data ?? new Uint8Array());
  const colours = Array.from({ length: rgba.length / 4 }, (_, at) =>
    rgba.subarray(at * 4, at * 4 + 4).join(),
  );
  expect(new Set(colours).size).toBeLessThanOrEqual(2);
});

const gif = { data: GIF, name: 'a.b.gif' };
const composed = (manifest: Manifest) => Presentation.fromManifest(manifest);

describe('a slide of a manifest', () => {
  it('has one alternative text, for its picture or film, others have their own', async () => {
    const audio = { data: amr(1), name: 'c.amr' };
    const video = { data: isoMedia('3gp4', ['vide']), name: 'b.3gp' };
    const { slides } = await composed({
      slides: [
        { alt: 'Harbour', image: gif, text: { value: 'Hi', alt: 'Greeting' }, audio },
        { alt: 'Harbour', video },
        { image: { ...gif, alt: 'Ships' }, text: 'Hi' },
      ],
    });
    const alts = slides.map(slide =>
      [slide.image, slide.video, slide.text, slide.audio].map(one => one?.alt),
    );
    expect(alts).toEqual([
      ['Harbour', undefined, 'Greeting', undefined],
      [undefined, 'Harbour', undefined, undefined],
      ['Ships', undefined, undefined, undefined],
    ]);
  });

  it('names its texts after itself, and sends one file once', async () => {
    const file = new URL('../../../samples/harbour/noon.jpg', import.meta.url).pathname;
    const { parts } = await composed({
      slides: [{ image: file }, { image: file, text: 'Hi' }],
      attachments: [{ card: { family: 'Doe' } }],
    });
    expect(parts.map(({ name }) => name)).toEqual(['smil.smil', 'noon.jpg', 'slide2.txt', 'attachment1.vcf']);
  });
});

describe('a medium', () => {
  it('has the type and the charset that are stated', async () => {
    const { parts } = await composed({
      defaults: { charset: 'utf-8' },
      slides: [
        { image: { ...gif, type: 'image/x-own' }, text: { value: 'Hi' } },
        { text: { value: '\u00e9', charset: 'iso-8859-1' } },
        { text: { data: utf8('Hi'), name: 'c.txt', type: 'text/x-own' } },
        { text: { data: utf8('\u00e9'), name: 'd.txt', charset: 'iso-8859-1' } },
      ],
    });
    const types = parts.slice(1).map(({ contentType, parameters }) => [contentType, parameters['charset']]);
    expect(types).toEqual([
      ['image/x-own', undefined],
      ['text/plain', 'utf-8'],
      ['text/plain', 'iso-8859-1'],
      ['text/x-own', 'us-ascii'],
      ['text/plain', 'iso-8859-1'],
    ]);
  });

  it('is converted to the format that is asked for, which names it', async () => {
    const { slides } = await composed({ slides: [{ image: { ...gif, as: 'png' } }] });
    const part = slides[0]?.image?.part;
    expect(part).toMatchObject({ name: 'a.b.png', contentType: 'image/png' });
    expect(Buffer.from(part?.data ?? []).toString('latin1', 1, 4)).toBe('PNG');
  });

  it('is fitted too where its colours are bounded alone', async () => {
    const create = { width: 4, height: 1, channels: 3, background: '#fff' } as const;
    const data = await sharp({ create }).jpeg({ progressive: true }).toBuffer();
    const image = { data: new Uint8Array(data), name: 'a.jpg', maxColours: 2 };
    const part = (await composed({ slides: [{ image }] })).slides[0]?.image?.part;
    expect(probeImage(image.data)).toMatchObject({ jpeg: { progressive: true } });
    expect(part && probeImage(part.data)).toMatchObject({ jpeg: { progressive: false } });
  });

  it.each(['png', 'gif'] as const)('has no more colours as %s than are asked for', async format => {
    const raw = { width: 16, height: 16, channels: 3 } as const;
    const colourful = Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => (i * 37) % 256);
    const data = new Uint8Array(await sharp(colourful, { raw }).toFormat(format).toBuffer());
    const coloursOf = async (maxColours: number) => {
      const image = { data, name: `a.${format}`, maxColours };
      const part = (await composed({ slides: [{ image }] })).slides[0]?.image?.part;
      const pixels = await sharp(part?.data).removeAlpha().raw().toBuffer();
      return new Set(pixels.toString('hex').match(/.{6}/g)).size;
    };
    const all = await coloursOf(256);
    expect(all).toBeGreaterThan(100);
    const bounded = await coloursOf(10);
    expect(bounded).toBeLessThanOrEqual(10);
    expect(bounded).toBeGreaterThan(2);
  });

  it.each<[string, Manifest, string]>([
    ['a tune as text', { slides: [{ audio: { tune: 'x:d=4,o=5,b=63:8y' } }] }, 'slides[0].audio.tune'],
    ['a tune', { slides: [{ audio: { tune: { title: 'x', events: [] } } }] }, 'slides[0].audio.tune'],
    ['a card', { attachments: [{ card: { family: '\0' } }] }, 'attachments[0].card'],
    ['a file', { attachments: ['/no/such/a.gif'] }, 'attachments[0]'],
  ])('is refused where it stands: %s', async (_, manifest, path) => {
    await expect(composed(manifest)).rejects.toMatchObject({
      path: expect.stringMatching(new RegExp(`^${path.replace(/[[\].]/g, '\\$&')}`)),
    });
  });
});
