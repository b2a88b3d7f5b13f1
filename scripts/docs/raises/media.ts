import { GIF } from './pdus.ts';
import { program, type Raise, type Raises } from './raise.ts';

/** A grey JPEG of 8x8 pixels behind its SOI. */
const GREY =
  'ffdb004300100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e404457453738506d51575f626768673e4d71797064785c656763ffc0000b080008000801011100ffc40014000100000000000000000000000000000003ffc40014100100000000000000000000000000000000ffda0008010100003f0047ffd9';
/** The same, progressive. */
const PROGRESSIVE =
  'ffdb004300100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e404457453738506d51575f626768673e4d71797064785c656763ffc2000b080008000801011100ffc40014000100000000000000000000000000000002ffda00080101000000015fffc40014100100000000000000000000000000000000ffda00080101000105027fffc40014100100000000000000000000000000000000ffda0008010100063f027fffc40014100100000000000000000000000000000000ffda0008010100013f217fffda00080101000000107fffc40014100100000000000000000000000000000000ffda0008010100013f107fffd9';
/** The same, in four colours. */
const CMYK =
  'ffee000e41646f626500640000000000ffdb004300100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e404457453738506d51575f626768673e4d71797064785c656763ffc000140800080008044311004d11005911004b1100ffc4001500010100000000000000000000000000000703ffc40014100100000000000000000000000000000000ffda000e0443004d0059004b00003f00402010107fffd9';
/** A half-transparent PNG of one pixel. */
const TRANSPARENT =
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154089963f8cfc0d00000048101800e02c5240000000049454e44ae426082';

const JFIF = 'ffe000104a46494600010100000100010000';
const jpeg = (content: string): string => `ffd8${JFIF}${content}`;

/** A JPEG with an EXIF block of one field. */
const tagged = (tag: string, value: string): string =>
  jpeg(`ffe10022457869660000 4d4d002a00000008 0001 ${tag} 0003 00000001 ${value}0000 00000000${GREY}`);

const HEAD = '474946383961';
const FRAME = '21f90400000000002c0000000001000100000202440100';
const film = (width: string, height: string): string =>
  `00000010667479703367703400000000 0000006c6d6f6f76 000000647472616b 0000005c746b686400000001${'00'.repeat(72)}${width}0000${height}0000`;

/** A message of one medium, judged. */
const shows = (key: string, name: string, hex: string, options = '', more: Raise['files'] = {}): Raise => ({
  run: `mms lint message.yaml${options}`,
  files: {
    'message.yaml': `slides: [{ ${key}: ${name} }]\n`,
    ...more,
    [name]: hex.replaceAll(' ', ''),
  },
});
const picture = (name: string, hex: string, options = '', more: Raise['files'] = {}): Raise =>
  shows('image', name, hex, options, more);

/** A message of a picture, a text and a sound, judged. */
const sound = (name: string, hex: string, more = ''): Raise => ({
  run: 'mms lint message.yaml',
  files: {
    'message.yaml': `slides: [{ image: a.gif, text: Hello, audio: ${name}${more} }]\n`,
    'a.gif': GIF,
    [name]: hex,
  },
});

/** A folder with a SMIL document of one slide, judged. */
const folder = (slide: string, files: Readonly<Record<string, string>>, region = ''): Raise => ({
  run: 'mms lint show',
  files: {
    'show/show.smil': `<smil>
<head><layout><root-layout width="160" height="140"/>${region}</layout></head>
<body>${slide}</body>
</smil>
`,
    ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`show/${name}`, content])),
  },
});

/** A message with an attachment, judged. */
const attached = (name: string, content: string, more: Raise['files'] = {}): Raise => ({
  run: 'mms lint message.yaml',
  besides: ['ref/unreferenced'],
  files: { 'message.yaml': `slides: [{ text: Hello }]\nattachments: [${name}]\n`, [name]: content, ...more },
});

const phone = (keys: object): Raise['files'] => ({
  'phone.json': `${JSON.stringify({ id: 'my-phone', ...keys })}\n`,
});

/** Pictures, sounds and films, each with one fault. */
export const MEDIA_RAISES = {
  'media/not-a-picture': { run: 'mms bitmap a.gif', files: { 'a.gif': GIF.slice(0, 20) } },
  'media/too-many-pixels': {
    run: 'mms bitmap a.gif',
    files: { 'a.gif': `${HEAD}28232823${GIF.slice(20)}`.replace('0100010000020', '2823282300020') },
  },
  'media/too-many-frames': program(`
import { fromHex } from 'mms-composer';
import { decodeImage } from 'mms-composer/media';

const head = '${GIF.slice(0, 38)}';
const frame = '${FRAME}';
await decodeImage(fromHex(\`\${head}\${frame.repeat(101)}3b\`));`),
  'media/cannot-fit': program(`
import { fromHex } from 'mms-composer';
import { adaptImage } from 'mms-composer/media';

const dot = fromHex('${GIF}');
await adaptImage(dot, { maxBytes: 10 });`),
  'media/type-mismatch': {
    run: 'mms compose a.jpg --to +447700900123 -o out.mms',
    files: { 'a.jpg': GIF },
  },
  'media/unknown-type': {
    run: 'mms compose a.bin --to +447700900123 -o out.mms',
    files: { 'a.bin': '00010203' },
  },
  'media/element-mismatch': folder(
    '<par dur="5000ms"><img src="a.txt" region="Image"/></par>',
    {
      'a.txt': 'Hello',
    },
    '<region id="Image" width="160" height="140"/>',
  ),
  'media/unknown-profile': { run: 'mms lint a.smil --profile nothing', files: { 'a.smil': '<smil/>\n' } },
  'media/invalid-profile': {
    run: 'mms lint a.smil --profile phone.json',
    files: { 'a.smil': '<smil/>\n', 'phone.json': '{ "maxBytes": "many" }\n' },
  },
  'media/not-in-class': picture('a.gif', GIF, ' --content-class text'),
  'media/not-accepted': picture('a.gif', GIF, ' --profile phone.json', phone({ accept: ['image/jpeg'] })),
  'media/progressive-jpeg': picture('a.jpg', jpeg(PROGRESSIVE)),
  'media/no-jfif': picture('a.jpg', `ffd8${GREY}`),
  'media/cmyk-jpeg': picture('a.jpg', jpeg(CMYK)),
  'media/animated-gif': picture(
    'a.gif',
    `${GIF.slice(0, 38)}${FRAME}${FRAME}3b`,
    ' --profile phone.json',
    phone({ accept: ['image/gif'], animation: false }),
  ),
  'media/alpha-flattened': {
    ...picture('a.png', TRANSPARENT, ' --profile phone.json', phone({ accept: ['image/jpeg'] })),
    besides: ['media/not-accepted'],
  },
  'media/orientation': picture('a.jpg', tagged('0112', '0006')),
  'media/image-too-large': picture(
    'a.gif',
    `${HEAD}a1007800${GIF.slice(20)}`,
    ' --content-class image-basic',
  ),
  'media/video-dimensions': shows('video', 'a.3gp', film('0280', '01e0'), ' --content-class video-basic'),
  'media/location': {
    ...picture('a.jpg', tagged('8825', '0001')),
    besides: ['media/personal-metadata'],
  },
  'media/personal-metadata': picture('a.jpg', tagged('010f', '0001')),
  'media/rare-type': sound('a.mmf', '4d4d4d440000001c434e5449000000080000000000000000'),
  'media/jad': attached('game.jad', 'MIDlet-Name: Game\nMIDlet-Version: 1.0\nMIDlet-Vendor: Example\n'),
  'media/drm-untouched': attached('song.dm', '--b\r\nContent-Type: audio/amr\r\n\r\nHello\r\n--b--\r\n'),
  'timing/shorter-than-media': program(
    `
import { readFileSync } from 'node:fs';
import { lint } from 'mms-composer/lint';

const parts = [
  { name: 'show.smil', contentType: 'application/smil', parameters: {}, data: readFileSync('show.smil') },
  { name: 'a.amr', contentType: 'audio/amr', parameters: {}, data: readFileSync('a.amr') },
];
console.log(lint({ parts }));`,
    {
      'show.smil': `<smil>
<head><layout><root-layout width="160" height="140"/></layout></head>
<body><par dur="1000ms"><audio src="a.amr"/></par></body>
</smil>
`,
      'a.amr': `2321414d520a${`04${'00'.repeat(12)}`.repeat(75)}`,
    },
  ),
} satisfies Raises;
