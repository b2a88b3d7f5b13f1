import { describe, expect, it } from 'vitest';
import { paintSlides } from '../../../src/preview/picture/paint-slides.ts';
import { amr, isoMedia, JPEG_MAGIC } from '../../media/samples.ts';
import { looseMessage, messageOfSmil, named, picture } from '../message.ts';

const phone = { screen: { width: 40, height: 40 } };

/** How many colours there are in the middle of a picture: one where nothing is drawn. */
function coloursIn({ rgba }: { readonly rgba: Uint8Array }): number {
  return new Set(Array.from({ length: rgba.length / 4 }, (_, at) => rgba.subarray(at * 4, at * 4 + 4).join()))
    .size;
}

describe('paintSlides', () => {
  it('makes a slide of each part of a message without presentation; a sound shows nothing', async () => {
    const message = looseMessage([
      { contentType: 'audio/amr', contentLocation: 'a.amr', data: amr(1) },
      { contentType: 'image/png', contentLocation: 'a.png', data: await picture(20, 20) },
    ]);
    const slides = await paintSlides(message, { phone });
    expect(slides.map(one => [one.durationMs, coloursIn(one.picture) > 1])).toEqual([
      [5000, false],
      [5000, true],
    ]);
  });

  it('writes the names of films and damaged pictures, and what is missing, in their places', async () => {
    const sources = ['a.3gp', 'a.jpg', 'gone.gif'];
    const pars = sources.map(src => `<par dur="1s"><ref src="${src}"/></par>`).join('');
    const smil = `<smil><head><layout/></head><body>${pars}</body></smil>`;
    const message = messageOfSmil(smil, [
      named('a.3gp', 'video/3gpp', isoMedia('3gp4', ['vide'], 1000)),
      named('a.jpg', 'image/jpeg', JPEG_MAGIC),
    ]);
    const slides = await paintSlides(message, { phone });
    expect(slides.map(one => coloursIn(one.picture) > 2)).toEqual([true, true, true]);
    const plain = await paintSlides(message, { phone, texts: false });
    expect(plain.map(one => coloursIn(one.picture))).toEqual([1, 1, 1]);
  });

  it('shows all that a slide without length has', async () => {
    const smil = '<smil><head><layout/></head><body><par dur="0s"><img src="a.png"/></par></body></smil>';
    const message = messageOfSmil(smil, [named('a.png', 'image/png', await picture(20, 20))]);
    const [slide] = await paintSlides(message, { phone });
    expect(slide?.frames.map(({ durationMs }) => durationMs)).toEqual([0]);
    expect(slide && coloursIn(slide.picture)).toBeGreaterThan(1);
  });
});
