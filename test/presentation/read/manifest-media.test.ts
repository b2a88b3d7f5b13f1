import { expect, it } from 'vitest';
import { decodeImage } from '../../../src/media/index.ts';
import { Presentation } from '../../../src/presentation/index.ts';
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
