import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeWbmp } from '../../src/bitmap/index.ts';
import { toHex } from '../../src/bytes/index.ts';
import { isMmsError } from '../../src/errors.ts';
import { headersShape } from '../../src/manifest/header-shapes.ts';
import type { Manifest } from '../../src/manifest/index.ts';
import { manifestShape } from '../../src/manifest/manifest-shape.ts';
import { composeTargets } from '../../src/presentation/index.ts';
import type { Shape } from '../../src/schema/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const PICTURE = join(import.meta.dirname, '../../samples/harbour/night.png');
const PHOTO = join(import.meta.dirname, '../../samples/harbour/noon.jpg');
const clear = { r: 0, g: 0, b: 0, alpha: 0 };
const glassy = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
  .png()
  .toBuffer();
const told = await sharp({ create: { width: 8, height: 8, channels: 3, background: clear } })
  .jpeg()
  .withExif({ IFD0: { Make: 'Acme' } })
  .toBuffer();
const camera = { slides: [{ image: { data: new Uint8Array(told), name: 'a.jpg' } }] };
const glass = { slides: [{ image: { data: new Uint8Array(glassy), name: 'glass.png', as: 'jpeg' } }] };
const wbmp = encodeWbmp({ width: 8, height: 1, rows: ['#.#.#.#.'] });
writeFileSync(join(folder, 'a.txt'), 'from a file');
writeFileSync(join(folder, 'b.txt'), 'from another file');
writeFileSync(join(folder, 'show.smil'), '<smil><body><par dur="3s"><text src="a.txt"/></par></body></smil>');

const text = { slides: [{ text: 'One' }] };
const image = (change: object) => ({ slides: [{ image: { src: PICTURE, ...change } }] });
const video = (change: object) => ({
  slides: [{ video: { data: octets('film'), name: 'a.3gp', ...change } }],
});
const audio = (change: object) => ({
  slides: [{ audio: { data: octets('tone'), name: 'a.amr', ...change } }],
});
const words = (change: object) => ({ slides: [{ text: { value: 'Grüße', ...change } }] });
const octetText = (change: object) => ({
  slides: [{ text: { data: octets('a'), name: 'a.txt', ...change } }],
});
const aside = (change: object) => ({ attachments: [{ value: 'One', name: 'a.txt', ...change }] });
const part = (change: object) => ({
  parts: [{ data: octets('a'), name: 'a.txt', type: 'text/plain', ...change }],
});
const GIF = Uint8Array.from([...octets('GIF89a'), 1, 0, 1, 0, 0, 0, 0, 0x3b]);
const gif = (change: object) => part({ data: GIF, name: 'a.txt', type: 'text/plain', ...change });
const target = (change: object) => ({ ...image({}), targets: { one: { profile: 'nokia-6230', ...change } } });
const emsTarget = (change: object) => ({ ...target(change), out: { ems: 'a.json' } });

const tune = (note: string) => ({
  tune: { title: 'a', events: [{ note, octave: 5, duration: 4, modifier: 'none', bpm: 120 }] },
});

/** A manifest without the key, or with another value, and one with it: they may not come to the same. */
const ROWS: Readonly<Record<string, readonly [object, object]>> = {
  pdu: [text, { ...text, pdu: 'retrieve-conf' }],
  subject: [text, { ...text, subject: 'Hi' }],
  to: [text, { ...text, to: ['+447700900123'] }],
  headers: [text, { ...text, headers: { subject: 'Hi' } }],
  network: [
    { ...image({}), network: '234-10' },
    { ...image({}), network: '440-10' },
  ],
  contentClass: [image({}), { ...image({}), contentClass: 'text' }],
  mode: [
    { ...image({}), contentClass: 'text' },
    { ...image({}), contentClass: 'text', mode: 'restricted' },
  ],
  budget: [image({}), { ...image({}), budget: { bytes: 3000 } }],
  'budget.bytes': [
    { ...image({}), budget: { bytes: 4000 } },
    { ...image({}), budget: { bytes: 3000 } },
  ],
  'budget.reserve': [
    { ...image({}), budget: { bytes: 4000, reserve: 0 } },
    { ...image({}), budget: { bytes: 4000, reserve: 2000 } },
  ],
  layout: [text, { ...text, layout: { width: 99 } }],
  'layout.preset': [
    { slides: [{ text: 'One', image: PICTURE }] },
    { slides: [{ text: 'One', image: PICTURE }], layout: { preset: 'text-above-image' } },
  ],
  'layout.width': [text, { ...text, layout: { width: 99 } }],
  'layout.height': [text, { ...text, layout: { height: 99 } }],
  'layout.imageHeight': [
    { slides: [{ text: 'One', image: PICTURE }] },
    { slides: [{ text: 'One', image: PICTURE }], layout: { imageHeight: 77 } },
  ],
  'layout.imageWidth': [
    { slides: [{ text: 'One', image: PICTURE }], layout: { preset: 'image-beside-text' } },
    { slides: [{ text: 'One', image: PICTURE }], layout: { preset: 'image-beside-text', imageWidth: 77 } },
  ],
  defaults: [text, { ...text, defaults: { duration: '9s' } }],
  'defaults.duration': [text, { ...text, defaults: { duration: '9s' } }],
  'defaults.charset': [text, { ...text, defaults: { charset: 'utf-16' } }],
  'defaults.background': [
    { ...glass, defaults: { background: '#000000' } },
    { ...glass, defaults: { background: '#ff0000' } },
  ],
  vars: [
    { slides: [{ text: '{{a}}' }], vars: { a: 'One' } },
    { slides: [{ text: '{{a}}' }], vars: { a: 'Two' } },
  ],
  metadata: [camera, { ...camera, metadata: 'keep' }],
  smil: [text, { ...text, smil: 'never' }],
  adapt: [
    { ...image({}), budget: { bytes: 3000 } },
    { ...image({}), budget: { bytes: 3000 }, adapt: false },
  ],
  slides: [text, { slides: [{ text: 'Two' }] }],
  'slides.image': [text, { slides: [{ text: 'One', image: PICTURE }] }],
  'slides.image.src': [image({}), image({ src: 'none.png' })],
  'slides.image.file': [image({}), { slides: [{ image: { file: 'none.png' } }] }],
  'slides.image.data': [
    { slides: [{ image: { data: wbmp, name: 'a.wbmp' } }] },
    { slides: [{ image: { data: wbmp.with(4, 0), name: 'a.wbmp' } }] },
  ],
  'slides.image.name': [
    { slides: [{ image: { data: wbmp, name: 'a.wbmp' } }] },
    { slides: [{ image: { data: wbmp, name: 'b.wbmp' } }] },
  ],
  'slides.image.as': [image({}), image({ as: 'gif' })],
  'slides.image.maxColours': [
    image({ src: PHOTO, as: 'gif' }),
    image({ src: PHOTO, as: 'gif', maxColours: 2 }),
  ],
  'slides.image.fit': [image({}), image({ fit: 'fill' })],
  'slides.image.alt': [image({}), image({ alt: 'night' })],
  'slides.image.begin': [image({}), image({ begin: '1s' })],
  'slides.image.end': [image({}), image({ end: '1s' })],
  'slides.image.type': [image({}), image({ type: 'image/x-own' })],
  'slides.video': [text, video({})],
  'slides.video.src': [video({}), { slides: [{ video: { src: 'none.3gp' } }] }],
  'slides.video.file': [video({}), { slides: [{ video: { file: 'none.3gp' } }] }],
  'slides.video.data': [video({}), video({ data: octets('another') })],
  'slides.video.name': [video({}), video({ name: 'b.3gp' })],
  'slides.video.fit': [video({}), video({ fit: 'hidden' })],
  'slides.video.alt': [video({}), video({ alt: 'night' })],
  'slides.video.begin': [video({}), video({ begin: '1s' })],
  'slides.video.end': [video({}), video({ end: '1s' })],
  'slides.video.type': [video({}), video({ type: 'video/x-own' })],
  'slides.text': [text, { slides: [{ text: 'Two' }] }],
  'slides.text.src': [{ slides: [{ text: { src: 'a.txt' } }] }, { slides: [{ text: { src: 'b.txt' } }] }],
  'slides.text.file': [{ slides: [{ text: { file: 'a.txt' } }] }, { slides: [{ text: { file: 'b.txt' } }] }],
  'slides.text.data': [octetText({}), octetText({ data: octets('b') })],
  'slides.text.name': [octetText({}), octetText({ name: 'b.txt' })],
  'slides.text.value': [words({}), words({ value: 'Two' })],
  'slides.text.charset': [words({}), words({ charset: 'iso-8859-1' })],
  'slides.text.alt': [words({}), words({ alt: 'night' })],
  'slides.text.begin': [words({}), words({ begin: '1s' })],
  'slides.text.end': [words({}), words({ end: '1s' })],
  'slides.text.type': [words({}), words({ type: 'text/x-own' })],
  'slides.audio': [text, audio({})],
  'slides.audio.src': [audio({}), { slides: [{ audio: { src: 'none.amr' } }] }],
  'slides.audio.file': [audio({}), { slides: [{ audio: { file: 'none.amr' } }] }],
  'slides.audio.data': [audio({}), audio({ data: octets('another') })],
  'slides.audio.name': [audio({}), audio({ name: 'b.amr' })],
  'slides.audio.tune': [{ slides: [{ audio: tune('c') }] }, { slides: [{ audio: tune('d') }] }],
  'slides.audio.alt': [audio({}), audio({ alt: 'night' })],
  'slides.audio.begin': [audio({}), audio({ begin: '1s' })],
  'slides.audio.end': [audio({}), audio({ end: '1s' })],
  'slides.audio.type': [audio({}), audio({ type: 'audio/x-own' })],
  'slides.alt': [image({}), { slides: [{ image: PICTURE, alt: 'night' }] }],
  'slides.duration': [text, { slides: [{ text: 'One', duration: '9s' }] }],
  attachments: [text, { ...text, ...aside({}) }],
  'attachments.src': [{ attachments: [{ src: 'a.txt' }] }, { attachments: [{ src: 'b.txt' }] }],
  'attachments.file': [{ attachments: [{ file: 'a.txt' }] }, { attachments: [{ file: 'b.txt' }] }],
  'attachments.data': [
    { attachments: [{ data: octets('a'), name: 'a.txt' }] },
    { attachments: [{ data: octets('b'), name: 'a.txt' }] },
  ],
  'attachments.name': [aside({}), aside({ name: 'b.txt' })],
  'attachments.value': [aside({}), aside({ value: 'Two' })],
  'attachments.card': [
    { attachments: [{ card: { formattedName: 'Ann' } }] },
    { attachments: [{ card: { formattedName: 'Bob' } }] },
  ],
  'attachments.charset': [aside({}), aside({ charset: 'utf-16' })],
  'attachments.type': [aside({}), aside({ type: 'text/x-own' })],
  contentType: [
    part({}),
    { ...part({}), contentType: { type: 'application/vnd.wap.multipart.alternative' } },
  ],
  parts: [text, part({})],
  'parts.src': [
    { parts: [{ src: 'a.txt', type: 'text/plain' }] },
    { parts: [{ src: 'b.txt', type: 'text/plain' }] },
  ],
  'parts.data': [part({}), part({ data: octets('b') })],
  'parts.name': [part({}), part({ name: 'b.txt' })],
  'parts.type': [part({}), part({ type: 'text/html' })],
  'parts.sha256': [
    gif({ sha256: createHash('sha256').update(GIF).digest('hex') }),
    gif({ sha256: '0'.repeat(64) }),
  ],
  'parts.typeCode': [part({ type: 'a/b' }), part({ type: 'a/b', typeCode: 0x7f })],
  'parts.charset': [part({}), part({ charset: 'utf-8' })],
  'parts.parameters': [part({}), part({ parameters: { name: 'c.txt' } })],
  'parts.unknownParameters': [part({}), part({ unknownParameters: [{ code: 0x7d, raw: '81' }] })],
  'parts.contentId': [part({}), part({ contentId: null })],
  'parts.contentLocation': [part({}), part({ contentLocation: 'else' })],
  'parts.headers': [part({}), part({ headers: [{ name: 'X-Own', value: 'a' }] })],
  unknown: [text, { ...text, unknown: [{ code: 0x5f, raw: '81' }] }],
  applicationHeaders: [text, { ...text, applicationHeaders: [{ name: 'X-Own', value: 'a' }] }],
  targets: [image({}), target({})],
  'targets.profile': [target({}), target({ profile: 'content-class-image-basic' })],
  'targets.network': [target({}), target({ network: '440-10' })],
  'targets.phoneMake': [emsTarget({}), emsTarget({ phoneMake: 'Ericsson' })],
  'targets.contentClass': [target({}), target({ contentClass: 'text' })],
  'targets.mode': [target({ contentClass: 'text' }), target({ contentClass: 'text', mode: 'restricted' })],
  'targets.budget': [target({}), target({ budget: { bytes: 3000 } })],
  'targets.smil': [target({}), target({ smil: 'never' })],
  'targets.adapt': [target({ budget: { bytes: 3000 } }), target({ budget: { bytes: 3000 }, adapt: false })],
  lint: [
    { ...image({}), contentClass: 'text' },
    { ...image({}), contentClass: 'text', lint: { 'media/not-in-class': 'off' } },
  ],
  out: [text, { ...text, out: { mms: 'a.mms' } }],
  'out.mms': [text, { ...text, out: { mms: 'a.mms' } }],
  'out.zip': [text, { ...text, out: { zip: 'a.zip' } }],
  'out.preview': [text, { ...text, out: { preview: 'a.html' } }],
  'out.ems': [text, { ...text, out: { ems: 'a.json' } }],
  'out.report': [text, { ...text, out: { report: 'a.json' } }],
};

/** For editors; nothing follows from it. */
const NOT_READ = new Set(['$schema']);

/** The keys of a shape, and of what stands below them, as `slides.image.fit`. */
function keysOf(shape: Shape, depth: number): string[] {
  switch (shape.kind) {
    case 'object':
      return Object.entries(shape.keys).flatMap(([key, below]) => [
        key,
        ...(depth === 0 || OWN_TESTS.has(key) ? [] : keysOf(below, depth - 1).map(rest => `${key}.${rest}`)),
      ]);
    case 'list':
      return keysOf(shape.item, depth);
    case 'map':
      return keysOf(shape.value, depth);
    case 'one-of':
      return shape.options.flatMap(option => keysOf(option, depth));
    default:
      return [];
  }
}

/** Values of the wire, whose keys the codecs of the manifest are tested for; and the header fields, see below. */
const OWN_TESTS = new Set(['headers', 'unknown', 'applicationHeaders', 'contentType', 'parameters']);
const ELSEWHERE = /^parts\.(?:unknownParameters|parameters|headers)\.|^targets\.budget\./;

async function outcome(manifest: object): Promise<string> {
  try {
    const messages = await composeTargets(manifest as Manifest, { baseDir: folder });
    const seen = messages.map(({ presentation, target: name, findings, changes, ems, files }) => {
      const { bytes, issues } = presentation.encode({ transactionId: 'T' });
      return { name, findings, changes, ems, files, issues, bytes: toHex(bytes) };
    });
    return JSON.stringify(seen);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return `${error.code} ${error.path} ${error.message}`;
  }
}

describe('every key of a manifest', () => {
  it('has a row', () => {
    const keys = new Set(keysOf(manifestShape, 2).filter(key => !ELSEWHERE.test(key) && !NOT_READ.has(key)));
    expect([...keys].filter(key => !Object.hasOwn(ROWS, key))).toEqual([]);
  });

  it.each(Object.entries(ROWS))('%s makes a difference', async (key, [before, after]) => {
    const [first, second] = [await outcome(before), await outcome(after)];
    expect(first).not.toBe(second);
    const needsFile = /\.(?:src|file)$/.test(key);
    for (const seen of [first, second]) expect(seen).not.toMatch(/^manifest\//);
    if (!needsFile) expect(first).toMatch(/^\[/);
  });
});

describe('every header field of a manifest', () => {
  const values = [
    'yes',
    'personal',
    'low',
    '2004-05-23T14:14:58Z',
    { relative: 60 },
    'a',
    '+447700900123',
    ['+447700900123'],
    1,
    'text',
    'draft',
    '1.3',
    ['a'],
    [{ count: 1, address: '+447700900123' }],
    [{ count: 1, date: '2004-05-23T14:14:58Z' }],
    [{ action: 'add', text: 'a' }],
    'show',
    'requested-text-only',
    'ok',
  ];

  it.each(headersShape.kind === 'object' ? Object.keys(headersShape.keys) : [])(
    '%s makes a difference',
    async key => {
      const base = await outcome(text);
      const seen = new Set<string>();
      for (const value of values) {
        for (const pdu of ['send-req', 'retrieve-conf']) {
          const result = await outcome({ ...text, pdu, headers: { [key]: value, mmsVersion: '1.3' } });
          if (!result.startsWith('manifest/')) seen.add(result);
        }
      }
      seen.delete(base);
      expect(seen.size).toBeGreaterThan(1);
    },
  );
});
