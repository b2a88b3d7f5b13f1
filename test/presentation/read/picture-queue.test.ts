import { expect, it } from 'vitest';
import { PictureQueue } from '../../../src/presentation/read/picture-queue.ts';
import { GIF, utf8 } from '../../media/samples.ts';

const png = { formats: ['png'] } as const;

it('a picture is converted within the limits, and what is none is refused', async () => {
  expect((await new PictureQueue({}).adapt(GIF, png)).contentType).toBe('image/png');
  await expect(
    new PictureQueue({ limits: { maxImageMemoryBytes: 10 } }).adapt(GIF, png),
  ).rejects.toMatchObject({
    code: expect.stringMatching(/^media\//),
  });
  await expect(new PictureQueue({}).adapt(utf8('Hi'), png)).rejects.toMatchObject({
    code: 'media/not-a-picture',
  });
});
