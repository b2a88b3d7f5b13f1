import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  acceptManifest,
  checkManifest,
  type Manifest,
  type ManifestSlide,
} from '../../src/manifest/index.ts';
import { HEADER_FIELDS } from '../../src/mms/index.ts';
import type { LayoutOptions, SmilFit } from '../../src/smil/index.ts';
import { EXAMPLE, UNPACKED } from './example.ts';

const SLIDES = [{ text: 'Hello' }];

/** A manifest that has one slide, and these keys. */
const withSlide = (keys: object): object => ({ slides: SLIDES, ...keys });
const slide = (keys: object): object => ({ slides: [keys] });
const part = (keys: object): object => ({ parts: [keys] });

describe('checkManifest', () => {
  it('takes the example and an unpacked message', () => {
    expect(checkManifest(EXAMPLE)).toEqual([]);
    expect(checkManifest(UNPACKED)).toEqual([]);
    expect(acceptManifest(UNPACKED).manifest).toEqual(UNPACKED);
  });

  it.each([
    ['durations', slide({ text: 'a', duration: '1.5s' })],
    ['milliseconds', slide({ text: { value: 'a', begin: 0, end: '2500ms' }, duration: 5000 })],
    ['sizes', withSlide({ budget: { bytes: '1.5MB', reserve: 0 } })],
    ['an authored document', { smil: 'show/Sale.SMIL' }],
    ['attachments alone', { attachments: ['contact.vcf'] }],
    ['a text that is attached', { attachments: [{ value: 'BEGIN:VCARD', name: 'me.vcf' }] }],
    [
      'a tune and a card',
      { slides: [{ audio: { tune: { events: [] } } }], attachments: [{ card: { family: 'Smith' } }] },
    ],
    ['several files by target', withSlide({ targets: { a: {}, b: {} }, out: { mms: '[target].mms' } })],
    ['one file for one target', withSlide({ targets: { a: {} }, out: { mms: 'a.mms' } })],
    [
      'a profile as an object',
      withSlide({ targets: { a: { profile: { maxBytes: 1, image: { types: [] } } } } }),
    ],
    ['bytes of a script', slide({ image: { data: new Uint8Array(3), name: 'a.jpg' } })],
    ['a date of a script', withSlide({ headers: { date: new Date(0), expiry: { absolute: new Date(0) } } })],
    ['keys that are undefined', withSlide({ subject: undefined, nonsense: undefined })],
    [
      'words and octets of headers',
      withSlide({ headers: { priority: 'high', readReport: true, store: 0x81 } }),
    ],
    ['no subject in headers', withSlide({ subject: 'a', headers: { cc: ['+447700900124'] } })],
  ])('takes %s', (_name, manifest) => {
    expect(checkManifest(manifest)).toEqual([]);
  });

  it.each([
    ['a typo', { slide: [], slides: [] }, 'manifest/unknown-key', 'slide', 'did you mean slides?'],
    [
      'a swap of letters',
      slide({ imgae: 'a.jpg' }),
      'manifest/unknown-key',
      'slides[0].imgae',
      'did you mean image?',
    ],
    ['a header at the top', withSlide({ cc: [] }), 'manifest/unknown-key', 'cc', 'did you mean headers.cc?'],
    [
      'another case',
      withSlide({ contentclass: 'text' }),
      'manifest/unknown-key',
      'contentclass',
      'did you mean contentClass?',
    ],
    [
      'a misspelt header',
      withSlide({ headers: { prioritty: 'low' } }),
      'manifest/unknown-key',
      'headers.prioritty',
      'did you mean priority?',
    ],
    [
      'the content type as header',
      withSlide({ headers: { contentType: 'a/b' } }),
      'manifest/unknown-key',
      'headers.contentType',
      undefined,
    ],
    [
      'a rule that lint has not',
      withSlide({ lint: { 'ref/unreferencd': 'off' } }),
      'manifest/unknown-key',
      'lint.ref/unreferencd',
      'did you mean ref/unreferenced?',
    ],
    [
      'a target that is a path',
      withSlide({ targets: { '../x': {} } }),
      'manifest/unknown-key',
      'targets.../x',
      undefined,
    ],
    ['a number for a text', withSlide({ subject: 2024 }), 'manifest/type', 'subject', 'put it in quotes'],
    [
      'a number for an address',
      withSlide({ to: [447700900123] }),
      'manifest/type',
      'to[0]',
      'put it in quotes',
    ],
    [
      'a number for a version',
      withSlide({ headers: { mmsVersion: 1.2 } }),
      'manifest/type',
      'headers.mmsVersion',
      'put it in quotes',
    ],
    [
      'one address for a list',
      withSlide({ to: '+447700900123' }),
      'manifest/type',
      'to',
      'write a list: [ … ]',
    ],
    [
      'an empty value',
      withSlide({ subject: null }),
      'manifest/type',
      'subject',
      'leave the key out, or give it a value',
    ],
    [
      'bytes without a name',
      slide({ image: new Uint8Array(3) }),
      'manifest/type',
      'slides[0].image',
      'write { data, name }',
    ],
    ['no object', [EXAMPLE], 'manifest/type', undefined, undefined],
    [
      'bytes for a file',
      slide({ image: { data: 'a.jpg', name: 'a' } }),
      'manifest/type',
      'slides[0].image.data',
      undefined,
    ],
    [
      'a misspelt word',
      withSlide({ contentClass: 'image-ritch' }),
      'manifest/value',
      'contentClass',
      'did you mean image-rich?',
    ],
    ['a misspelt SMIL word', withSlide({ smil: 'alway' }), 'manifest/value', 'smil', 'did you mean always?'],
    [
      'a SMIL file of a target',
      withSlide({ targets: { a: { smil: 'b.smil' } } }),
      'manifest/value',
      'targets.a.smil',
      undefined,
    ],
    [
      'a duration with a blank',
      slide({ text: 'a', duration: '5 s' }),
      'manifest/value',
      'slides[0].duration',
      undefined,
    ],
    [
      'no duration',
      slide({ text: 'a', duration: '0.0s' }),
      'manifest/value',
      'slides[0].duration',
      undefined,
    ],
    [
      'auto for a time',
      slide({ text: { value: 'a', begin: 'auto' } }),
      'manifest/value',
      'slides[0].text.begin',
      undefined,
    ],
    [
      'half a millisecond',
      slide({ text: 'a', duration: 0.5 }),
      'manifest/value',
      'slides[0].duration',
      undefined,
    ],
    [
      'a budget of nothing',
      withSlide({ budget: { bytes: '0kB' } }),
      'manifest/value',
      'budget.bytes',
      undefined,
    ],
    [
      'too many colours',
      slide({ image: { src: 'a', maxColours: 257 } }),
      'manifest/value',
      'slides[0].image.maxColours',
      undefined,
    ],
    [
      'half a byte in hex',
      withSlide({ unknown: [{ code: 1, raw: 'abc' }] }),
      'manifest/value',
      'unknown[0].raw',
      undefined,
    ],
    [
      'no octets in hex',
      withSlide({ unknown: [{ code: 1 }] }),
      'manifest/missing',
      'unknown[0].raw',
      undefined,
    ],
    ['a part without type', part({ src: 'a' }), 'manifest/missing', 'parts[0].type', undefined],
    ['a part without source', part({ type: 'a/b' }), 'manifest/missing', 'parts[0]', undefined],
    [
      'a picture without source',
      slide({ image: { as: 'gif' } }),
      'manifest/missing',
      'slides[0].image',
      undefined,
    ],
    ['nothing to send', { subject: 'a' }, 'manifest/missing', undefined, 'there is nothing to send'],
    [
      'a content type of slides',
      withSlide({ contentType: { type: 'a/b' } }),
      'manifest/missing',
      'contentType',
      undefined,
    ],
    ['alt for a text', slide({ text: 'a', alt: 'b' }), 'manifest/missing', 'slides[0].alt', undefined],
    [
      'data without a name',
      slide({ image: { data: new Uint8Array(1) } }),
      'manifest/missing',
      'slides[0].image.data',
      undefined,
    ],
    [
      'a text attached without a name',
      { attachments: [{ value: 'a' }] },
      'manifest/missing',
      'attachments[0].value',
      undefined,
    ],
    ['slides and a document', withSlide({ smil: 'a.smil' }), 'manifest/conflict', 'smil', undefined],
    ['slides and parts', withSlide({ parts: [] }), 'manifest/conflict', 'parts', undefined],
    [
      'a picture and a video',
      slide({ image: 'a', video: 'b' }),
      'manifest/conflict',
      'slides[0].video',
      undefined,
    ],
    [
      'a sound beside a video',
      slide({ video: 'a', audio: 'b' }),
      'manifest/conflict',
      'slides[0].audio',
      undefined,
    ],
    [
      'two sources',
      slide({ text: { value: 'a', src: 'b' } }),
      'manifest/conflict',
      'slides[0].text.value',
      undefined,
    ],
    [
      'alt said twice',
      slide({ image: { src: 'a', alt: 'b' }, alt: 'c' }),
      'manifest/conflict',
      'slides[0].image',
      undefined,
    ],
    [
      'the subject said twice',
      withSlide({ subject: 'a', headers: { subject: 'a' } }),
      'manifest/conflict',
      'headers',
      undefined,
    ],
    [
      'recipients said twice',
      withSlide({ to: [], headers: { to: [] } }),
      'manifest/conflict',
      'headers',
      undefined,
    ],
    [
      'one file for two targets',
      withSlide({ targets: { a: {}, b: {} }, out: { zip: 'a.zip' } }),
      'manifest/conflict',
      'out',
      undefined,
    ],
    [
      'two forms of a time',
      withSlide({ headers: { expiry: { relative: 1, absolute: '2004-05-23' } } }),
      'manifest/conflict',
      'headers.expiry.absolute',
      undefined,
    ],
    [
      'a charset beside parameters',
      part({ src: 'a', type: 'a/b', charset: 'utf-8', parameters: {} }),
      'manifest/conflict',
      'parts[0].parameters',
      undefined,
    ],
    [
      'a function in a tune',
      slide({ audio: { tune: { play: () => 0 } } }),
      'manifest/type',
      'slides[0].audio.tune.play',
      undefined,
    ],
  ])('refuses %s', (_name, manifest, code, path, hint) => {
    const [found, ...others] = checkManifest(manifest);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code, severity: 'error' });
    expect(found?.path).toBe(path);
    if (hint !== undefined) expect(found?.hint).toBe(hint);
  });

  it('names all problems at once, in their order', () => {
    const issues = checkManifest({
      sbject: 'a',
      budget: { bytes: 'much' },
      slides: [{ image: 5 }, { text: { value: 'a', fit: 'meet' } }, 'a.jpg'],
      targets: { a: { smil: 'sometimes' } },
    });
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'manifest/unknown-key sbject',
      'manifest/value budget.bytes',
      'manifest/type slides[0].image',
      'manifest/unknown-key slides[1].text.fit',
      'manifest/type slides[2]',
      'manifest/value targets.a.smil',
    ]);
  });

  it('says what was expected and found, without control characters', () => {
    const [found] = checkManifest(withSlide({ mode: 'str\u001b[31mict'.padEnd(80, 'x') }));
    expect(found?.message).toMatch(
      /^expected one of restricted, warning, free, found "str\\\\u\{1b\}\[31mict.*…"$/,
    );
  });

  it.each(['slides', 'headers', 'layout'])('refuses __proto__ in or beside %s', key => {
    const json = `{"slides":[{"text":"a"}],"__proto__":{"a":1},"${key}":{"__proto__":{"a":1}}}`;
    const codes = checkManifest(JSON.parse(json)).map(({ code, path }) => `${code} ${path}`);
    expect(codes).toContain('manifest/unknown-key __proto__');
    if (key !== 'slides') expect(codes).toContain(`manifest/unknown-key ${key}.__proto__`);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  it.each([
    ['targets', '{"slides":[],"targets":{"__proto__":{}}}'],
    ['vars', '{"slides":[],"vars":{"__proto__":"a"}}'],
    ['lint', '{"slides":[],"lint":{"__proto__":"off"}}'],
    ['parameters', '{"parts":[{"src":"a","type":"a/b","parameters":{"__proto__":"a"}}]}'],
    ['a tune', '{"slides":[{"audio":{"tune":{"events":[{"__proto__":1}]}}}]}'],
  ])('refuses __proto__ as a name in %s', (_name, json) => {
    expect(checkManifest(JSON.parse(json)).map(({ code }) => code)).toEqual(['manifest/unknown-key']);
  });

  it('looks at own keys only', () => {
    const inherited: object = Object.create({ slides: 5, nonsense: 1 });
    expect(checkManifest(Object.assign(inherited, { attachments: ['a'] }))).toEqual([]);
    expect(checkManifest({ slides: [], toString: 1 })).toMatchObject([{ code: 'manifest/unknown-key' }]);
  });

  it('bounds what it says about a huge manifest, and the depth of data', () => {
    expect(checkManifest({ slides: new Array(5000).fill(1) })).toHaveLength(1000);
    let deep: object = {};
    for (let level = 0; level < 100; level++) deep = { deep };
    expect(checkManifest(slide({ audio: { tune: deep } }))).toMatchObject([{ code: 'manifest/too-deep' }]);
  });

  it('offers every header field of the two PDUs that carry a message', () => {
    const wanted = HEADER_FIELDS.filter(({ in: pdus }) => 'm-send-req' in pdus || 'm-retrieve-conf' in pdus);
    const [found] = checkManifest(withSlide({ headers: { '?': 1 } }));
    const offered = found?.hint?.replace('the keys are ', '').split(', ');
    const keys = new Set(wanted.map(({ key }) => key as string));
    keys.delete('messageType');
    keys.delete('contentType');
    expect(new Set(offered)).toEqual(keys);
  });
});

describe('Manifest', () => {
  it('is the type of what the table describes', () => {
    expectTypeOf<Manifest['layout']>().toEqualTypeOf<
      { readonly [K in keyof LayoutOptions]?: LayoutOptions[K] } | undefined
    >();
    expectTypeOf<Extract<ManifestSlide['image'], object>['fit']>().toEqualTypeOf<SmilFit | undefined>();
    expectTypeOf<NonNullable<Manifest['contentClass']>>().toEqualTypeOf<
      Exclude<NonNullable<Manifest['headers']>['contentClass'], number | undefined>
    >();
    expectTypeOf({ slides: [{ text: 'a', duration: 5 }] }).toExtend<Manifest>();
    expectTypeOf({ slides: [{ text: 5 }] }).not.toExtend<Manifest>();
    expectTypeOf({ parts: [{ src: 'a' }] }).not.toExtend<Manifest>();
    expectTypeOf({ pdu: 'send-conf' as const }).not.toExtend<Manifest>();
    expectTypeOf({ attachments: [{ data: new Uint8Array(1), name: 'a' }] }).toExtend<Manifest>();
  });
});
