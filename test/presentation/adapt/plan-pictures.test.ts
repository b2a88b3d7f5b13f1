import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/limits.ts';
import { fittingBytes, fittingNeed, probeImage } from '../../../src/media/index.ts';
import { planPictures } from '../../../src/presentation/adapt/plan-pictures.ts';
import { Presentation } from '../../../src/presentation/index.ts';
import { GIF, latin1 } from '../../media/samples.ts';
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

describe('the plan of pictures', () => {
  it('has those that are decoded, with their shares and bounds', async () => {
    const large = await picture(60, 40);
    const { parts } = Presentation.fromMms(
      looseMessage([
        named('a.png', 'image/png', large),
        named('b.gif', 'image/gif', GIF),
        named('c.dm', 'application/vnd.oma.drm.content', GIF),
        named('d.smil', 'application/smil', GIF),
        named('e.txt', 'text/plain', latin1('Hi')),
      ]),
    );
    const own = { maxImagePixels: 10_000 };
    const plan = planPictures(parts, { formats: ['jpeg'], maxBytes: large.length + 10 }, own);
    expect([...plan.keys()].map(({ name }) => name)).toEqual(['a.png', 'b.gif']);
    for (const fit of plan.values()) {
      expect(fit.limits).toMatchObject(own);
      expect(fit.limits?.maxImageMemoryBytes).toBeLessThan(LIMITS.maxImageMemoryBytes / 10);
      expect(await fit.decodeInTurn?.(async () => 5)).toBe(5);
    }
    const shares = [...plan.values()].map(({ shareBytes = 0 }) => shareBytes);
    expect(shares[1]).toBe(GIF.length);
    expect(shares[0]).toBe(large.length + 10 - GIF.length);
  });

  it('counts the pixels of every frame', async () => {
    const frames = await sharp(Buffer.alloc(4 * 8 * 3), {
      raw: { width: 4, height: 8, channels: 3, pageHeight: 4 },
    })
      .gif({ keepDuplicateFrames: true })
      .toBuffer();
    const { parts } = Presentation.fromMms(looseMessage([named('a.gif', 'image/gif', frames)]));
    expect(() => planPictures(parts, {}, { maxMessagePixels: 31 })).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('found 32'),
        hint: expect.stringContaining('maxMessagePixels'),
      }),
    );
  });
});

describe('the memory of pictures', () => {
  const constraints = { formats: ['jpeg'], maxImage: { width: 40, height: 30 }, maxBytes: 40 } as const;

  /** The plan of two pictures of which each takes so much, and how many are decoded at once by it. */
  async function planned(memoryOf: (need: { decoding: number; kept: number }) => number) {
    const data = await picture(80, 60);
    const { parts } = Presentation.fromMms(
      looseMessage(['a.png', 'b.png'].map(name => named(name, 'image/png', data))),
    );
    const info = probeImage(data);
    const need = info && fittingNeed(data, info, constraints, { shareBytes: 20 });
    if (need === undefined) throw new Error('a picture that can be fitted');
    const maxImageMemoryBytes = Math.ceil(memoryOf(need));
    const plan = [...planPictures(parts, constraints, { maxImageMemoryBytes }).values()];
    let [running, most] = [0, 0];
    const decode = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running--;
    };
    await Promise.all(plan.map(fit => fit.decodeInTurn?.(decode)));
    return { need, most, bounds: plan.map(({ limits }) => limits?.maxImageMemoryBytes), maxImageMemoryBytes };
  }

  it('is shared by what they keep, beside the one that takes most to decode', async () => {
    const wide = await planned(({ decoding, kept }) => 2 * decoding + 2 * kept);
    expect(wide.most).toBe(2);
    expect(wide.bounds).toEqual([0, 1].map(() => Math.ceil(fittingBytes(wide.need))));
    const narrow = await planned(({ decoding, kept }) => decoding + kept);
    expect(narrow.most).toBe(1);
    const kept = Math.floor((narrow.maxImageMemoryBytes - narrow.need.decoding) / 2);
    expect(narrow.bounds[0]).toBe(Math.ceil(fittingBytes({ ...narrow.need, kept })));
    expect(narrow.bounds[0]).toBeLessThan(wide.bounds[0] ?? 0);
  });

  it('is lent to as many as are decoded beside what all keep', async () => {
    expect((await planned(({ decoding, kept }) => 1.9 * decoding + 2 * kept)).most).toBe(1);
  });
});
