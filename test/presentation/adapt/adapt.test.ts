import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AdaptOptions, type Presentation, presentation } from '../../../src/presentation/index.ts';

it('a message that is too large without pictures is refused with the sizes of its parts', async () => {
  const message = await presentation({ to: ['+447700900123'] })
    .slide({ text: 'Hello '.repeat(100) })
    .build();
  for (const [target, taken] of [
    [{ maxBytes: 300 }, /^the limit is 300 octets, the message needs at least \d+/],
    [{ id: 'old', accept: ['*/*'], maxBytes: 300 }, /^old takes 300 octets, the message needs at least \d+/],
  ] as const)
    await expect(message.adapt(target)).rejects.toThrow(
      expect.objectContaining({
        code: 'size/over-profile',
        message: expect.stringMatching(taken),
        details: { sizes: message.sizeReport() },
      }),
    );
});

it('room is left for the longer names of pictures that get another type', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 100, height: 100, channels: 3, background: '#888', noise } as const;
  const data = await sharp({ create }).png().toBuffer();
  let builder = presentation({ to: ['+447700900123'] });
  for (let index = 0; index < 8; index++) builder = builder.slide({ image: { data, name: `p${index}` } });
  const message = await builder.build();
  for (const maxBytes of [6000, 7000, 8000]) {
    const phone = { id: 'old', accept: ['image/jpeg'], maxBytes };
    const { presentation: adapted } = await message.adapt(phone, { reserveBytes: 0 });
    expect(adapted.parts.map(({ name }) => name)).toContain('p7.jpg');
    expect(adapted.toMms().length).toBeLessThanOrEqual(maxBytes);
  }
});

describe('the octets that a picture may have', () => {
  const phone = (...types: string[]) => ({ id: 'old', accept: types.map(type => `image/${type}`) });
  let data: Uint8Array;
  let message: Presentation;
  /** Octets of the message. */
  let total = 0;
  /** Octets of the message with its picture empty, and three for the length of that. */
  let fixed = 0;
  beforeAll(async () => {
    let state = 1;
    const noise = Uint8Array.from({ length: 40 * 40 * 3 }, () => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return state >> 16;
    });
    data = await sharp(noise, { raw: { width: 40, height: 40, channels: 3 } })
      .png()
      .toBuffer();
    message = await presentation({ to: ['+447700900123'] })
      .slide({ image: { data, name: 'p' }, text: 'Hi' })
      .build();
    total = message.toMms().length;
    fixed = total - data.length - 2 + 1 + 3;
  });

  const refusal = async (
    maxBytes: number,
    types: readonly string[],
    options: AdaptOptions = {},
  ): Promise<unknown> => {
    const error: unknown = await message
      .adapt({ ...phone(...types), maxBytes }, options)
      .catch((one: unknown) => one);
    return [Object(error).code, Object(error).message];
  };
  const least = (octets: number, kept = ''): string =>
    `old takes 300 octets, the message needs at least ${octets}${kept}`;

  it('are all that it needs, where there is room for them and for its length', async () => {
    const { changes } = await message.adapt({ ...phone('png', 'jpeg'), maxBytes: total + 2 });
    expect(changes.map(({ action }) => action)).toEqual(['kept', 'kept', 'kept']);
    expect(changes[1]).not.toHaveProperty('ssim');
  });

  it('are fewer where there is one too few, and it is told how it looks', async () => {
    const told: number[][] = [];
    const { changes, presentation: adapted } = await message.adapt(
      { ...phone('png', 'jpeg'), maxBytes: total + 1 },
      { onProgress: (...one) => told.push(one) },
    );
    expect(changes[1]).toMatchObject({ action: 'changed', newName: 'p.jpg', outType: 'image/jpeg' });
    expect(changes[1]?.ssim).toBeGreaterThan(0.3);
    expect(changes[1]?.ssim).toBeLessThan(1);
    expect(adapted.toMms().length).toBeLessThan(total);
    expect(told).toEqual([[1, 1]]);
  });

  it('are one at least, by the longest name that it may get', async () => {
    expect(await refusal(300, ['png'])).toEqual(['size/over-profile', least(fixed + 1)]);
    expect(await refusal(300, ['png'], { reserveBytes: 100 })).toEqual([
      'size/over-profile',
      least(fixed + 101, ', 100 of them kept free'),
    ]);
    const [, renamed] = Object(await refusal(300, ['jpeg']));
    expect(renamed).not.toBe(least(fixed + 1));
    expect(await refusal(300, ['png', 'jpeg'])).toEqual(['size/over-profile', renamed]);
  });

  it('leave a tenth of little free', async () => {
    expect(await refusal(fixed + 50, ['png'])).toEqual(['media/cannot-fit', expect.anything()]);
  });
});
