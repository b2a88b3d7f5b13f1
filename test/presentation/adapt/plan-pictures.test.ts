import { describe, expect, it } from 'vitest';
import { Presentation } from '../../../src/presentation/index.ts';
import { looseMessage, named, picture } from '../../preview/message.ts';

describe('the pictures of a message', () => {
  const message = async () =>
    Presentation.fromMms(
      looseMessage([
        named('a.png', 'image/png', await picture(40, 30)),
        named('b.png', 'image/png', await picture(30, 40)),
      ]),
    );
  const target = { maxImage: { width: 20, height: 20 } };

  it('have no more pixels together than are allowed', async () => {
    await expect((await message()).adapt(target, { limits: { maxMessagePixels: 2399 } })).rejects.toThrow(
      expect.objectContaining({
        code: 'media/too-many-pixels',
        message: expect.stringContaining('found 2400'),
      }),
    );
    const { changes } = await (await message()).adapt(target, { limits: { maxMessagePixels: 2400 } });
    expect(changes.map(({ action }) => action)).toEqual(['changed', 'changed']);
  });

  it('are refused where one takes more memory than there is', async () => {
    await expect((await message()).adapt(target, { limits: { maxImageMemoryBytes: 3000 } })).rejects.toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^media\//) }),
    );
  });
});
