import { describe, expect, it } from 'vitest';
import {
  buildSmil,
  type CompletionOptions,
  completeSmil,
  formatSmil,
  mapSources,
  parseSmil,
  type Smil,
  type SmilMedium,
  type SmilRegion,
} from '../../src/smil/index.ts';

const IMG: SmilMedium = { element: 'img', src: 'a.jpg' };
const TEXT: SmilMedium = { element: 'text', src: 'a.txt' };
const AUDIO: SmilMedium = { element: 'audio', src: 'a.amr' };
const VIDEO: SmilMedium = { element: 'video', src: 'a.3gp' };

function slides(...media: SmilMedium[][]): Smil {
  return { head: { metas: [] }, slides: media.map(list => ({ media: list })) };
}

function withLayout(regions: SmilRegion[], media: SmilMedium[], rootLayout = {}): Smil {
  return { head: { metas: [], layout: { rootLayout, regions } }, slides: [{ durationMs: 5000, media }] };
}

/** The regions after completion as `Image 0,0 160x120 meet`, the screen first. */
function layoutOf(smil: Smil, options?: CompletionOptions): string[] {
  const completed = completeSmil(smil, options);
  expect(parseSmil(formatSmil(completed)).smil).toEqual(completed);
  const layout = completed.head.layout;
  const { width, height } = layout?.rootLayout ?? {};
  return [
    `${width}x${height}`,
    ...(layout?.regions ?? []).map(
      ({ id, left, top, width: w, height: h, fit }) => `${id} ${left},${top} ${w}x${h} ${fit}`,
    ),
  ];
}

describe('completeSmil gives a layout', () => {
  it('for a picture above a text, the default', () => {
    expect(layoutOf(slides([IMG, TEXT]))).toEqual([
      '160x140',
      'Image 0,0 160x120 meet',
      'Text 0,120 160x20 scroll',
    ]);
  });

  it('for video', () => {
    expect(layoutOf(slides([VIDEO, TEXT]))).toEqual([
      '176x184',
      'Image 0,0 176x144 meet',
      'Text 0,144 176x40 scroll',
    ]);
  });

  it('without the region that no slide uses', () => {
    expect(layoutOf(slides([TEXT]))).toEqual(['160x140', 'Text 0,0 160x140 scroll']);
    expect(layoutOf(slides([IMG], [AUDIO]))).toEqual(['160x140', 'Image 0,0 160x140 meet']);
  });

  it.each([
    [{ width: 320, height: 480 }, ['320x480', 'Image 0,0 320x320 meet', 'Text 0,320 320x160 scroll']],
    [{ width: 480, height: 320 }, ['480x320', 'Image 0,0 480x240 meet', 'Text 0,240 480x80 scroll']],
    [{ width: 100, height: 100 }, ['100x100', 'Image 0,0 100x75 meet', 'Text 0,75 100x25 scroll']],
    [{ imageHeight: 100 }, ['160x140', 'Image 0,0 160x100 meet', 'Text 0,100 160x40 scroll']],
    [
      { preset: 'text-above-image' as const },
      ['160x140', 'Text 0,0 160x20 scroll', 'Image 0,20 160x120 meet'],
    ],
    [
      { preset: 'image-beside-text' as const, width: 352, height: 144 },
      ['352x144', 'Image 0,0 176x144 meet', 'Text 176,0 176x144 scroll'],
    ],
    [
      { preset: 'image-beside-text' as const, imageWidth: 100 },
      ['160x140', 'Image 0,0 100x140 meet', 'Text 100,0 60x140 scroll'],
    ],
  ])('as %j asks', (layout, expected) => {
    expect(layoutOf(slides([IMG, TEXT]), { layout })).toEqual(expected);
  });

  it('and refuses one without room for text', () => {
    expect(() => completeSmil(slides([IMG, TEXT]), { layout: { imageHeight: 140 } })).toThrow(
      expect.objectContaining({ code: 'layout/region-outside-root' }),
    );
  });
});

describe("completeSmil keeps the author's layout", () => {
  const region = (id: string, left: number, top: number, width: number, height: number): SmilRegion => ({
    id,
    left,
    top,
    width,
    height,
  });

  it('with its regions renamed', () => {
    const smil = withLayout(
      [region('words', 0, 0, 100, 50), region('pic', 0, 50, 100, 50)],
      [
        { ...IMG, region: 'pic' },
        { ...TEXT, region: 'words' },
      ],
      { width: 100, height: 100 },
    );
    expect(layoutOf(smil)).toEqual(['100x100', 'Text 0,0 100x50 undefined', 'Image 0,50 100x50 undefined']);
    expect(completeSmil(smil).slides[0]?.media.map(medium => medium.region)).toEqual(['Image', 'Text']);
  });

  it('with names in lower case, as Tizen writes them', () => {
    const smil = withLayout(
      [
        { id: 'text', left: '0%', top: '50%', width: '100%', height: '50%' },
        { id: 'image', left: '0%', top: '0%', width: '100%', height: '50%' },
      ],
      [IMG, TEXT],
      { width: '100%', height: '100%' },
    );
    expect(layoutOf(smil)).toEqual([
      '100%x100%',
      'Text 0%,50% 100%x50% undefined',
      'Image 0%,0% 100%x50% undefined',
    ]);
  });

  it('with a size for the root-layout', () => {
    const percent: SmilRegion[] = [
      { id: 'Image', width: '100%', height: '70%' },
      { id: 'Text', top: '70%', width: '100%', height: '30%' },
    ];
    expect(layoutOf(withLayout(percent, [IMG, TEXT]))).toEqual([
      '160x140',
      'Image 0%,0% 100%x70% undefined',
      'Text 0%,70% 100%x30% undefined',
    ]);
    const pixels = [region('Image', 10, 0, 230, 100), region('Text', 0, 100, 200, 60)];
    expect(layoutOf(withLayout(pixels, [IMG, TEXT], { width: '100%', height: 0 }))[0]).toBe('240x160');
  });

  it('in one unit, inside the screen, nothing missing', () => {
    const smil = withLayout(
      [
        { id: 'Image', left: 0, width: '100%', height: 120, fit: 'slice' },
        { id: 'Text', left: 10, top: 120, height: 100 },
      ],
      [IMG, TEXT],
      { width: 160, height: 140 },
    );
    expect(layoutOf(smil)).toEqual(['160x140', 'Image 0,0 160x120 slice', 'Text 10,120 150x20 undefined']);
  });

  it('but makes a new one where a region that is used is missing or cannot be seen', () => {
    const only = [region('Image', 0, 0, 160, 140)];
    expect(layoutOf(withLayout(only, [IMG, TEXT], { width: 160, height: 140 }))).toHaveLength(3);
    const hidden = [region('Image', 160, 0, 160, 140)];
    expect(layoutOf(withLayout(hidden, [IMG], { width: 160, height: 140 }))).toEqual([
      '160x140',
      'Image 0,0 160x140 meet',
    ]);
  });

  it('and a text may stay in the region for pictures', () => {
    const smil = withLayout([region('Image', 0, 0, 160, 140)], [{ ...TEXT, region: 'Image' }], {
      width: 160,
      height: 140,
    });
    expect(completeSmil(smil).slides[0]?.media[0]?.region).toBe('Image');
  });
});

describe('completeSmil gives regions', () => {
  const regionsOf = (media: SmilMedium[], options?: CompletionOptions): (string | undefined)[] =>
    completeSmil(slides(media), options).slides[0]?.media.map(({ region }) => region) ?? [];

  it('to what is seen and to nothing else', () => {
    expect(regionsOf([IMG, TEXT, { ...AUDIO, region: 'Image' }])).toEqual(['Image', 'Text', undefined]);
    expect(regionsOf([VIDEO])).toEqual(['Image']);
  });

  it('to a ref by the kind of its part', () => {
    const ref: SmilMedium = { element: 'ref', src: 'x' };
    expect(regionsOf([ref])).toEqual(['Image']);
    expect(regionsOf([ref], { kindOf: () => 'text' })).toEqual(['Text']);
    expect(regionsOf([ref], { kindOf: () => 'audio' })).toEqual([undefined]);
  });

  it('that differ', () => {
    const layout = withLayout(
      [
        { id: 'Image', width: 160, height: 70 },
        { id: 'Text', top: 70, width: 160, height: 70 },
      ],
      [
        { ...TEXT, region: 'Image' },
        { ...IMG, region: 'Image' },
      ],
      { width: 160, height: 140 },
    );
    expect(completeSmil(layout).slides[0]?.media.map(({ region }) => region)).toEqual(['Image', 'Text']);
  });
});

describe('completeSmil gives times', () => {
  const timesOf = (
    durationMs: number | undefined,
    media: SmilMedium[],
    options?: CompletionOptions,
  ): unknown => {
    const smil: Smil = {
      head: { metas: [] },
      slides: [{ ...(durationMs === undefined ? {} : { durationMs }), media }],
    };
    const [slide] = completeSmil(smil, options).slides;
    return [slide?.durationMs, ...(slide?.media.flatMap(({ beginMs, endMs }) => [beginMs, endMs]) ?? [])];
  };
  const lasting = (ms: number): CompletionOptions => ({ mediaDurationMs: () => ms });

  it('to slides that have none', () => {
    expect(timesOf(undefined, [])).toEqual([5000]);
    expect(timesOf(0, [])).toEqual([5000]);
    expect(timesOf(undefined, [], { slideDurationMs: 3000 })).toEqual([3000]);
    expect(timesOf(undefined, [AUDIO])).toEqual([7000, undefined, undefined]);
    expect(timesOf(undefined, [AUDIO], lasting(2000))).toEqual([5000, undefined, undefined]);
    expect(timesOf(undefined, [{ ...TEXT, endMs: 9000 }])).toEqual([9000, undefined, 9000]);
    expect(timesOf(undefined, [{ ...TEXT, beginMs: 9000 }])).toEqual([9001, 9000, undefined]);
  });

  it('so that a sound or video is not cut', () => {
    expect(timesOf(3000, [AUDIO], lasting(12_345.6))).toEqual([12_346, undefined, undefined]);
    expect(timesOf(3000, [{ ...VIDEO, beginMs: 1000 }], lasting(4000))).toEqual([5000, 1000, undefined]);
    expect(timesOf(3000, [{ ...AUDIO, endMs: 2000 }], lasting(4000))).toEqual([3000, undefined, 2000]);
    expect(timesOf(3000, [IMG], lasting(4000))).toEqual([3000, undefined, undefined]);
  });

  it('inside the slide', () => {
    expect(timesOf(3000, [{ ...TEXT, endMs: 9000 }])).toEqual([3000, undefined, undefined]);
    expect(timesOf(3000, [{ ...TEXT, beginMs: 3000 }])).toEqual([3000, undefined, undefined]);
    expect(timesOf(3000, [{ ...TEXT, beginMs: 2000, endMs: 1000 }])).toEqual([3000, 2000, undefined]);
    expect(timesOf(3000, [{ ...TEXT, beginMs: 1000, endMs: 3000 }])).toEqual([3000, 1000, 3000]);
  });
});

describe('buildSmil', () => {
  it('makes a presentation of slides', () => {
    const smil = buildSmil(
      [
        {
          text: { src: 'a.txt' },
          image: { src: 'a.jpg', alt: 'A "picture"' },
          audio: { src: 'a.amr' },
          durationMs: 8000,
        },
        { video: { src: 'b.3gp' }, text: { src: 'b.txt', beginMs: 1000 } },
      ],
      {
        metas: [{ name: 'author', content: 'R&D' }],
        mediaDurationMs: src => (src === 'b.3gp' ? 9000 : undefined),
      },
    );
    expect(formatSmil(smil)).toBe(
      '<smil><head><meta name="author" content="R&amp;D"/><layout><root-layout width="176" height="184"/>' +
        '<region id="Image" left="0" top="0" width="176" height="144" fit="meet"/>' +
        '<region id="Text" left="0" top="144" width="176" height="40" fit="scroll"/></layout></head><body>' +
        '<par dur="8000ms"><img src="a.jpg" region="Image" alt="A &quot;picture&quot;"/>' +
        '<text src="a.txt" region="Text"/><audio src="a.amr"/></par>' +
        '<par dur="9000ms"><video src="b.3gp" region="Image"/><text src="b.txt" region="Text" begin="1000ms"/></par>' +
        '</body></smil>',
    );
  });

  it('puts the text first where it stands above', () => {
    const smil = buildSmil([{ image: { src: 'a' }, text: { src: 'b' } }], {
      layout: { preset: 'text-above-image' },
    });
    expect(smil.slides[0]?.media.map(({ element }) => element)).toEqual(['text', 'img']);
  });

  it('never writes the mark of 3GPP SMIL', () => {
    const smil = buildSmil([{ text: { src: 'a' } }], {
      metas: [{ name: 'SMILProfile', content: '3GPP-SMIL-Rel-5' }],
    });
    expect(smil.head.metas).toEqual([]);
  });
});

describe('formatSmil refuses', () => {
  const good = buildSmil([{ image: { src: 'a.jpg' } }]);
  const medium = (change: object): Smil => ({
    ...good,
    slides: [{ durationMs: 5000, media: [{ element: 'img', src: 'a.jpg', region: 'Image', ...change }] }],
  });

  it.each<[string, Smil]>([
    ['layout/missing-head', { ...good, head: { metas: [] } }],
    ['slide/none', { ...good, slides: [] }],
    ['timing/missing-dur', { ...good, slides: [{ media: [{ ...IMG, region: 'Image' }] }] }],
    [
      'timing/not-milliseconds',
      { ...good, slides: [{ durationMs: 0.5, media: [{ ...IMG, region: 'Image' }] }] },
    ],
    [
      'timing/syntax',
      { ...good, slides: [{ durationMs: Number.NaN, media: [{ ...IMG, region: 'Image' }] }] },
    ],
    ['slide/missing-region', slidesOf(good, [IMG])],
    ['slide/unknown-region', medium({ region: 'Elsewhere' })],
    [
      'slide/duplicate-media',
      slidesOf(good, [
        { ...IMG, region: 'Image' },
        { ...IMG, region: 'Text' },
      ]),
    ],
    ['ref/missing-src', medium({ src: '' })],
    ['ref/external', medium({ src: 'http://example.com/a.jpg' })],
    ['ref/non-ascii', medium({ src: 'blå.jpg' })],
    ['smil/unknown-element', medium({ element: 'img onload="x"' })],
    ['xml/illegal-character', medium({ alt: '\u0000' })],
  ])('%s', (code, smil) => {
    expect(() => formatSmil(smil)).toThrow(expect.objectContaining({ name: 'MmsError', code }));
  });
});

function slidesOf(smil: Smil, media: SmilMedium[]): Smil {
  return { ...smil, slides: [{ durationMs: 5000, media }] };
}

describe('mapSources', () => {
  it('replaces every src and leaves the model that it was given', () => {
    const smil = slides([IMG, TEXT], [AUDIO]);
    const mapped = mapSources(smil, (src, medium, slide) => `${slide}-${medium.element}-${src}`);
    expect(mapped.slides.flatMap(({ media }) => media.map(({ src }) => src))).toEqual([
      '0-img-a.jpg',
      '0-text-a.txt',
      '1-audio-a.amr',
    ]);
    expect(smil.slides[0]?.media[0]?.src).toBe('a.jpg');
  });
});
