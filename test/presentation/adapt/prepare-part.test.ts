import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeImage } from '../../../src/media/index.ts';
import { Presentation, presentation } from '../../../src/presentation/index.ts';
import { latin1 } from '../../media/samples.ts';
import { looseMessage, named } from '../../preview/message.ts';

describe('a part for a receiver', () => {
  it('stays as it is where it is protected, which is said', async () => {
    const data = latin1('--a\r\nContent-Type: image/gif\r\n\r\nGIF89a\r\n--a--');
    const part = named('a.dm', 'application/vnd.oma.drm.message', data);
    const { presentation: adapted, changes } = await Presentation.fromMms(looseMessage([part])).adapt({
      id: 'old',
      accept: ['image/jpeg'],
    });
    expect(changes).toMatchObject([{ name: 'a.dm', action: 'kept' }]);
    expect(adapted.issues).toContainEqual(
      expect.objectContaining({ code: 'media/drm-untouched', path: 'parts[0]' }),
    );
    expect(adapted.parts[0]?.data).toEqual(data);
  });

  it.each([
    ['Hello', ['us-ascii'], 'us-ascii'],
    ['Grüße', ['us-ascii', 'utf-16'], 'utf-16'],
    // where none is taken that has the characters, nothing is gained by another
    ['Καφές', ['us-ascii', 'iso-8859-1'], 'utf-8'],
  ])('is written for %j and the charsets %j in %s', async (text, charsets, expected) => {
    const message = await presentation().slide({ text }).build();
    const { presentation: adapted } = await message.adapt({ id: 'old', accept: ['*/*'], charsets });
    expect(adapted.slides[0]?.text?.part.parameters).toMatchObject({ charset: expected });
  });

  it('has a background where its transparency is lost', async () => {
    const create = { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
    const data = await sharp({ create }).png().toBuffer();
    const message = await presentation()
      .slide({ image: { data, name: 'a.png' } })
      .build();
    const target = { id: 'old', accept: ['image/jpeg'] };
    const { presentation: adapted } = await message.adapt(target, { background: '#ff0000' });
    const { rgba } = await decodeImage(adapted.slides[0]?.image?.part.data ?? new Uint8Array());
    const [red = 0, green = 255] = rgba;
    expect(red - green).toBeGreaterThan(200);
  });
});
