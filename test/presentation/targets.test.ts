import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { imageMetadata } from '../../src/media/index.ts';
import { composeTargets, openManifest, type TargetOptions } from '../../src/presentation/index.ts';
import { composeOnly, composeOpened } from '../../src/presentation/targets.ts';
import { GIF } from '../media/samples.ts';

const slides = [{ text: 'Hello' }];

describe('the outputs of a manifest', () => {
  it('are fitted to a profile that stands in it', async () => {
    const [message] = await composeTargets({
      slides,
      targets: { own: { profile: { id: 'mine', accept: ['*/*'], maxBytes: 3000 } } },
    });
    expect(message).toMatchObject({ target: 'own', profile: { id: 'mine' }, maxBytes: 3000 });
  });

  it('keep free what the budget of a target says', async () => {
    const text = 'Hello '.repeat(100);
    const small = (reserve?: number) =>
      composeTargets({
        slides: [{ text }],
        targets: { small: { budget: { bytes: 900, ...(reserve === undefined ? {} : { reserve }) } } },
      });
    await expect(small(100)).rejects.toThrow('100 of them kept free');
    await expect(small()).rejects.toThrow(expect.objectContaining({ code: 'size/over-profile' }));
  });

  it('are told what is found in them where somebody judges', async () => {
    const [unjudged] = await composeTargets({ slides });
    expect(unjudged).not.toHaveProperty('findings');
    const [judged] = await composeTargets({ slides, contentClass: 'text' });
    expect(judged).toHaveProperty('findings');
  });
});

const profile = (maxBytes: number) => ({ id: `of-${maxBytes}`, accept: ['*/*'], maxBytes });
const image = { data: GIF, name: 'a.gif' };

describe('the targets of a manifest', () => {
  const targets = { small: { profile: profile(3000) }, large: { profile: profile(9000) } };

  it('are all made, or the one that is asked for', async () => {
    expect((await composeTargets({ slides, targets })).map(({ target }) => target)).toEqual([
      'small',
      'large',
    ]);
    const opened = await openManifest({ slides, targets }, {});
    expect((await composeOpened(opened, { target: 'large' })).map(({ maxBytes }) => maxBytes)).toEqual([
      9000,
    ]);
    await expect(composeOpened(opened, { target: 'larg' })).rejects.toMatchObject({
      code: 'manifest/value',
      path: 'targets',
      hint: 'did you mean large?',
    });
    await expect(composeOpened(opened, { target: 'x' })).rejects.toMatchObject({
      message: expect.stringContaining('target x'),
      hint: 'its targets are small, large',
    });
  });

  it.each([
    [undefined, 'default', undefined],
    [{}, 'default', undefined],
    [{ one: targets.small }, 'one', 3000],
    [{ one: targets.small, default: targets.large }, 'default', 9000],
  ] as const)('that are %j are one message: %s', async (given, target, maxBytes) => {
    const opened = await openManifest({ slides, ...(given === undefined ? {} : { targets: given }) }, {});
    const message = await composeOnly(opened, {});
    expect(message).toMatchObject({ target });
    expect(message.maxBytes).toBe(maxBytes);
    expect(message.presentation.issues).toEqual([]);
    expect((await composeOpened(opened, {})).map(one => one.target)).toContain(target);
  });

  it('are several, of which none is the message: that is said', async () => {
    const { target, presentation, maxBytes } = await composeOnly(
      await openManifest({ slides, targets }, {}),
      {},
    );
    expect([target, maxBytes]).toEqual(['default', undefined]);
    expect(presentation.issues).toMatchObject([
      {
        code: 'manifest/several-targets',
        path: 'targets',
        message: expect.stringContaining('small, large'),
        hint: 'name one',
      },
    ]);
  });

  it('tell what is wrong with their profiles together with what is wrong with the media', async () => {
    const missing = {
      slides: [{ image: '/no/such/a.gif' }],
      targets: { one: { profile: '/no/such.json' }, two: {} },
    };
    await expect(composeTargets(missing)).rejects.toMatchObject({
      details: { issues: [{ path: 'targets.one.profile' }, { path: 'slides[0].image' }] },
    });
  });

  it('may say nothing, and are read once each', async () => {
    const told: string[] = [];
    const file = new URL('../../samples/harbour/noon.jpg', import.meta.url).pathname;
    const manifest = { slides: [{ image: file }], targets: { one: undefined }, out: { mms: undefined } };
    const [message] = await composeTargets(manifest, { onRead: async path => void told.push(path) });
    expect(message).toMatchObject({ target: 'one', changes: [], files: {} });
    expect(message?.files).not.toHaveProperty('mms');
    expect(told).toEqual([file]);
    expect((await composeOnly(await openManifest(manifest, {}), {})).target).toBe('one');
  });

  it('have a budget of their own where they are the only one', async () => {
    const only = { one: { profile: { accept: ['*/*'] }, budget: { bytes: 2000 } } };
    const { profile: own, maxBytes } = await composeOnly(
      await openManifest({ slides, targets: only }, {}),
      {},
    );
    expect([own?.id, maxBytes]).toEqual(['own', 2000]);
  });
});

describe('an output is fitted', () => {
  const made = async (manifest: object, options: TargetOptions = {}) => {
    const [message] = await composeTargets({ slides: [{ text: 'Hi', image }], ...manifest }, options);
    return message;
  };
  const one = (target: object) => ({ targets: { one: target } });
  const receiver = { maxBytes: 5000 };

  it.each<[string, object, TargetOptions, number | undefined, boolean]>([
    ['to nothing where nothing is said', {}, {}, undefined, false],
    ['to its profile', one({ profile: profile(3000) }), {}, 3000, true],
    ['to the smaller of profile and caller', one({ profile: profile(9000) }), { receiver }, 5000, true],
    ['to the caller alone', one({}), { receiver }, 5000, true],
    ['to the budget of the manifest', { budget: { bytes: 4000 } }, {}, 4000, true],
    [
      'to its own budget rather',
      { budget: { bytes: 4000 }, ...one({ budget: { bytes: 6000 } }) },
      {},
      6000,
      true,
    ],
    [
      'to the smallest of all',
      { budget: { bytes: 4000 }, ...one({ profile: profile(3000) }) },
      { receiver },
      3000,
      true,
    ],
    ['unless it says no', one({ profile: profile(3000), adapt: false }), {}, 3000, false],
    ['unless the manifest says no', { adapt: false, ...one({ profile: profile(3000) }) }, {}, 3000, false],
    [
      'where it says yes after all',
      { adapt: false, ...one({ profile: profile(3000), adapt: true }) },
      {},
      3000,
      true,
    ],
  ])('%s', async (_, manifest, options, maxBytes, isFitted) => {
    const message = await made(manifest, options);
    expect(message?.maxBytes).toBe(maxBytes);
    expect(message?.changes.length).toBe(isFitted ? 3 : 0);
  });

  it('with the mode of the SMIL that it says, unless the caller says another', async () => {
    expect((await made(one({ smil: 'never' })))?.presentation.smil).toBeUndefined();
    expect((await made(one({ smil: 'never' }), { smil: 'always' }))?.presentation.smil).toBeDefined();
  });

  it('and judged: by the caller, else by itself, else by the manifest', async () => {
    const codesOf = async (manifest: object, options: TargetOptions = {}) =>
      (await made(manifest, options))?.findings?.map(({ code }) => code);
    expect(await codesOf({})).toBeUndefined();
    expect(await codesOf({ lint: { 'media/not-in-class': 'off' } })).toEqual(expect.any(Array));
    expect(await codesOf({ mode: 'free' })).toEqual(expect.any(Array));
    expect(await codesOf(one({ mode: 'free' }))).toEqual(expect.any(Array));
    expect(await codesOf({}, { judge: {} })).toEqual(expect.any(Array));
    // a class that has no pictures
    expect(await codesOf({ contentClass: 'text' })).toContain('media/not-in-class');
    expect(await codesOf({ contentClass: 'text', ...one({ contentClass: 'image-basic' }) })).not.toContain(
      'media/not-in-class',
    );
    expect(
      await codesOf(one({ contentClass: 'image-basic' }), { judge: { contentClass: 'text' } }),
    ).toContain('media/not-in-class');
  });

  it('and judged by its profile, unless the caller names another, with what was found before', async () => {
    const codesOf = async (manifest: object, options: TargetOptions = {}) =>
      (await made(manifest, options))?.findings?.map(({ code }) => code);
    const small = one({ profile: profile(100), adapt: false, mode: 'free' });
    expect(await codesOf(small)).toContain('size/over-profile');
    expect(await codesOf(small, { judge: { profile: profile(9000) } })).not.toContain('size/over-profile');
    const odd = { slides: [{ image: { ...image, name: 'a.png' } }] };
    expect(await codesOf({ ...odd, network: '208-01' })).toContain('media/type-mismatch');
    const subject = { headers: { subject: 'x'.repeat(50) } };
    expect(await codesOf({ mode: 'free' }, subject)).toContain('header/subject-too-long');
    expect(await codesOf({ mode: 'free', subject: 'x'.repeat(50) })).toContain('header/subject-too-long');
  });

  it('and keeps or loses metadata as is said', async () => {
    const create = { width: 8, height: 8, channels: 3, background: '#fff' } as const;
    const told = await sharp({ create })
      .jpeg()
      .withExif({ IFD0: { Make: 'Acme' } })
      .toBuffer();
    const photo = {
      slides: [{ image: { data: new Uint8Array(told), name: 'a.jpg' } }],
      metadata: 'keep',
      budget: { bytes: 9000 },
    };
    const metadataOf = async (options: TargetOptions) =>
      imageMetadata((await made(photo, options))?.presentation.slides[0]?.image?.part.data ?? GIF);
    expect(await metadataOf({})).not.toEqual([]);
    expect(await metadataOf({ metadata: 'strip' })).toEqual([]);
    expect(await metadataOf({ metadata: 'keep' })).not.toEqual([]);
  });

  it('with its header fields, and files named after it', async () => {
    const out = { mms: 'out/[target]-[target].mms' };
    const [message] = await composeTargets({ slides, out, ...one({}) }, { baseDir: '/tmp', root: '/tmp' });
    expect(message?.files).toEqual({ mms: '/tmp/out/one-one.mms' });
    expect(message?.outputRoot).toBe('/tmp');
  });

  it('and what EMS has no form for is among the findings', async () => {
    const attachments = [{ data: new Uint8Array(9), name: 'a.bin', type: 'application/x-own' }];
    const [message] = await composeTargets({ attachments, out: { ems: 'a.json' } });
    expect(message?.ems).toEqual([]);
    expect(message?.findings?.map(({ code }) => code)).toEqual(['ems/left-out']);
  });
});
