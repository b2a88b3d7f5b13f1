import { beforeAll, describe, expect, it } from 'vitest';
import { decodeImage } from '../../../../src/media/index.ts';
import { animation } from '../../pictures.ts';

describe('a picture beyond a bound is not decoded', () => {
  let gif = new Uint8Array();
  beforeAll(async () => {
    gif = new Uint8Array(await animation(64, 48, 4));
  });

  it.each([
    [{ maxImageFrames: 3 }, 'media/too-many-frames', 'at most 3 frames, found 4'],
    [{ maxImageSide: 63 }, 'media/too-many-pixels', 'at most 63 pixels a side, found 64x48, 4 times'],
    [{ maxImagePixels: 12_287 }, 'media/too-many-pixels', 'at most 12287 pixels, found 64x48, 4 times'],
    [
      { imageRatioFreePixels: 1, maxImagePixelsPerByte: 1 },
      'media/too-many-pixels',
      'at most 1 pixels an octet, found 64x48, 4 times',
    ],
    [{ maxImageMemoryBytes: 1000 }, 'media/too-many-pixels', 'at most 1000 octets to decode'],
  ])('%o', async (limits, code, message) => {
    await expect(decodeImage(gif, { limits })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('is decoded where it just fits', async () => {
    const limits = { maxImageFrames: 4, maxImageSide: 64, maxImagePixels: 12_288 };
    expect(await decodeImage(gif, { limits })).toMatchObject({ width: 64, height: 48 });
  });
});
