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
