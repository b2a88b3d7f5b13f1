import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/manifest/index.ts';
import { Presentation } from '../../../src/presentation/index.ts';
import { AssetLoader } from '../../../src/presentation/read/asset-loader.ts';
import { diskSource } from '../../../src/presentation/read/file-source.ts';
import { loadMedia } from '../../../src/presentation/read/load-media.ts';
import { PictureQueue } from '../../../src/presentation/read/picture-queue.ts';
import { GIF, utf8 } from '../../media/samples.ts';

const text = utf8('Hello');
const noPicture = { data: text, name: 'a.gif' };
const oddType = { data: GIF, name: 'a.png' };

/** The problems that refuse a manifest, such as `media/not-a-picture slides[0].image`. */
async function problemsOf(manifest: object): Promise<unknown> {
  const error: unknown = await Presentation.fromManifest(manifest as Manifest).catch((one: unknown) => one);
  const issues: { code: string; path?: string }[] = Object(error).details.issues;
  return issues.map(({ code, path }) => `${code} ${path}`);
}

describe('the media of a manifest', () => {
  it('that are missing are told together with those that are not what they are to be', async () => {
    expect(
      await problemsOf({
        slides: [
          { image: '/no/such/a.gif', text: { src: '/no/such/a.txt' } },
          { image: noPicture },
          { image: oddType },
        ],
        attachments: ['/no/such/b.gif', noPicture],
      }),
    ).toEqual([
      'file/not-found slides[0].image',
      'file/not-found slides[0].text',
      'file/not-found attachments[0]',
      'media/not-a-picture slides[1].image',
      'media/not-a-picture attachments[1]',
    ]);
    expect(await problemsOf({ smil: '/no/such/show.smil', attachments: ['/no/such/b.gif'] })).toEqual([
      'file/not-found attachments[0]',
      'file/not-found smil',
    ]);
  });

  it('are told together with what is wrong in the manifest itself', async () => {
    const profile = '/no/such/phone.json';
    expect(
      await problemsOf({
        slides: [5, { image: noPicture }, { image: '/no/such/a.gif' }],
        attachments: [5, noPicture],
        targets: { one: { profile } },
      }),
    ).toEqual([
      'manifest/type slides[0]',
      'manifest/type attachments[0]',
      'file/not-found slides[2].image',
      'media/not-a-picture slides[1].image',
      'media/not-a-picture attachments[1]',
      'file/not-found targets.one.profile',
    ]);
  });

  it('that are there but wrong are told with all that is found', async () => {
    expect(await problemsOf({ slides: [{ image: noPicture }, { image: oddType }] })).toEqual([
      'media/not-a-picture slides[0].image',
      'media/type-mismatch slides[1].image',
    ]);
  });

  it('fail with the program where that is at fault', async () => {
    const fault = new TypeError('a fault of the program');
    const source = { ...diskSource('.'), read: () => Promise.reject(fault) };
    const context = {
      loader: new AssetLoader(source),
      charset: undefined,
      background: undefined,
      pictures: new PictureQueue({}),
    };
    await expect(
      loadMedia({ slides: [], attachments: ['a.gif'], document: undefined }, context),
    ).rejects.toBe(fault);
  });
});
