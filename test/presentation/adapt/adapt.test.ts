import sharp from 'sharp';
import { expect, it } from 'vitest';
import { presentation } from '../../../src/presentation/index.ts';

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
