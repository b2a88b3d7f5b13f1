import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FitTo } from '../../../src/bulk/campaigns.ts';
import { answerOf } from '../../../src/bulk/fit/fit.ts';
import { Presentation } from '../../../src/presentation/index.ts';

let picture: Uint8Array = new Uint8Array();
beforeAll(async () => {
  const create = { width: 800, height: 600, channels: 3 as const, background: '#c00' };
  picture = new Uint8Array(await sharp({ create }).png().toBuffer());
});

const answerTo = (to: FitTo, name = 'a.png', data = picture) =>
  answerOf({ key: 'k', file: { name, data }, to });

/** Width of the picture of a message. */
async function widthIn(octets: Uint8Array): Promise<number> {
  const image = Presentation.fromMms(octets).parts.find(({ kind }) => kind === 'image');
  return (await sharp(image?.data).metadata()).width ?? 0;
}

describe('a message that is fitted', () => {
  it('has pictures that its receiver shows, or as they are where there is none', async () => {
    const small = await answerTo({ profile: 'nokia-3510i' });
    const same = await answerTo({});
    if (!('octets' in small && 'octets' in same)) throw new Error('nothing was fitted');
    expect([small.key, same.key]).toEqual(['k', 'k']);
    expect(await widthIn(small.octets)).toBeLessThan(400);
    expect(await widthIn(same.octets)).toBe(800);
  });

  it.each<[FitTo, name: string, data: Uint8Array | undefined, code: string]>([
    [{ profile: 'nobody' }, 'a.png', undefined, 'media/unknown-profile'],
    [{ network: '999-99' }, 'a.png', undefined, 'networks/unknown-network'],
    [{ maxBytes: 10 }, 'a.png', undefined, 'size/over-profile'],
    [{}, 'a.mms', new Uint8Array([1]), 'mms/not-a-pdu'],
  ])('to %j is refused for what is wrong with it', async (to, name, data, code) => {
    const answer = await answerTo(to, name, data);
    expect(answer).toEqual({ key: 'k', problem: expect.objectContaining({ message: expect.any(String) }) });
    expect('problem' in answer && answer.problem.code).toBe(code);
  });
});
