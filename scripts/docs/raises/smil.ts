import type { Raise } from './raise.ts';

const LAYOUT = `<root-layout width="160" height="140"/>
<region id="Image" width="160" height="120"/>
<region id="Text" top="120" width="160" height="20"/>`;

const ROOT_ONLY = LAYOUT.split('\n', 1).join('');
const ONE_REGION = LAYOUT.split('\n', 2).join('\n');
const IMAGE = '<img src="a.jpg" region="Image"/>';
const TEXT = '<text src="a.txt" region="Text"/>';
const PAR = `<par dur="5000ms">${IMAGE}${TEXT}</par>`;

const lint = (text: string): Raise => ({ run: 'mms lint show.smil', files: { 'show.smil': `${text}\n` } });

/** A document with this body and layout. */
const show = (body: string, layout = LAYOUT): Raise =>
  lint(`<smil>\n<head><layout>\n${layout}\n</layout></head>\n<body>\n${body}\n</body>\n</smil>`);

const laidOut = (layout: string): Raise => show(PAR, layout);
const par = (media: string, attributes = 'dur="5000ms"'): Raise => show(`<par ${attributes}>${media}</par>`);
const lasting = (attributes: string): Raise => par(`${IMAGE}${TEXT}`, attributes);

/** Documents of SMIL, each with one fault. */
export const SMIL_RAISES = {
  'smil/not-well-formed': lint('<smil><body><par>'),
  'smil/root': lint('<html><body/></html>'),
  'smil/case': show(PAR.replace('<par', '<PAR').replace('</par', '</PAR')),
  'smil/structure': lint(`<smil>\n<body>${PAR}</body>\n<head><layout>\n${LAYOUT}\n</layout></head>\n</smil>`),
  'smil/no-body': lint(`<smil>\n<head><layout>\n${ROOT_ONLY}\n</layout></head>\n</smil>`),
  'smil/doctype-internal-subset': lint('<!DOCTYPE smil [<!ENTITY a "b">]>\n<smil/>'),
  'smil/doctype': lint(
    `<?xml version="1.0"?>\n<smil>\n<head><layout>\n${LAYOUT}\n</layout></head>\n<body>${PAR}</body>\n</smil>`,
  ),
  'smil/unknown-element': par(`${IMAGE}${TEXT}<marquee/>`),
  'smil/unknown-attribute': par(`${IMAGE}${TEXT}`, 'dur="5000ms" speed="2"'),
  'smil/transition': lint(
    `<smil>\n<head><layout>\n${LAYOUT}\n</layout>\n<transition id="fade" type="fade"/></head>\n<body>${PAR}</body>\n</smil>`,
  ),
  'smil/param-in-text': par(`${IMAGE}<text src="a.txt" region="Text"><param name="a" value="b"/></text>`),
  'layout/missing-head': lint(`<smil><body>${PAR}</body></smil>`),
  'layout/root-layout-count': laidOut(LAYOUT.replace(/<root.*\n/, '$&$&')),
  'layout/root-size-missing': laidOut(LAYOUT.replace(' width="160" height="140"', '')),
  'layout/too-many-regions': {
    ...laidOut(`${LAYOUT}\n<region id="More" width="160" height="20"/>`),
    besides: ['layout/region-name', 'layout/unused-region'],
  },
  'layout/duplicate-region': show(`<par dur="5000ms">${IMAGE}</par>`, LAYOUT.replace('"Text"', '"Image"')),
  'layout/region-name': show(PAR.replace('"Text"', '"Words"'), LAYOUT.replace('"Text"', '"Words"')),
  'layout/mixed-units': laidOut(LAYOUT.replace('width="160" height="120"', 'width="100%" height="120"')),
  'layout/region-outside-root': laidOut(LAYOUT.replace('top="120"', 'top="130"')),
  'layout/length-syntax': laidOut(LAYOUT.replace('height="20"', 'height="20pt"')),
  'layout/unknown-fit': laidOut(LAYOUT.replace('id="Image"', 'id="Image" fit="stretch"')),
  'layout/background-attribute': laidOut(LAYOUT.replace('id="Image"', 'id="Image" backgroundColor="red"')),
  'layout/unused-region': par(TEXT),
  'slide/none': show('', ROOT_ONLY),
  'slide/not-par': show(`${PAR}\n${TEXT}`),
  'slide/nested-container': par(`<seq>${IMAGE}</seq>${TEXT}`),
  'slide/empty': show(`${PAR}\n<par dur="5000ms"/>`),
  'slide/too-many': show(Array(11).fill(PAR).join('\n')),
  'slide/duplicate-media': {
    ...par(`${TEXT}${IMAGE}${IMAGE.replace('a.jpg', 'b.jpg')}`),
    besides: ['slide/region-reused'],
  },
  'slide/image-and-video': par(`${IMAGE}<video src="a.3gp" region="Text"/>`),
  'slide/region-reused': show(
    `<par dur="5000ms">${IMAGE}${TEXT.replace('"Text"', '"Image"')}</par>`,
    ONE_REGION,
  ),
  'slide/video-and-audio': par(`<video src="a.3gp" region="Image"/>${TEXT}<audio src="a.amr"/>`),
  'slide/missing-region': show(`<par dur="5000ms">${IMAGE}<text src="a.txt"/></par>`, ONE_REGION),
  'slide/unknown-region': show(
    `<par dur="5000ms">${IMAGE}${TEXT.replace('"Text"', '"Words"')}</par>`,
    ONE_REGION,
  ),
  'slide/audio-region': par(`${IMAGE}${TEXT}<audio src="a.amr" region="Text"/>`),
  'timing/missing-dur': lasting(''),
  'timing/not-milliseconds': lasting('dur="5s"'),
  'timing/syntax': lasting('dur="soon"'),
  'timing/indefinite': lasting('dur="indefinite"'),
  'timing/clock-value': lasting('dur="00:05"'),
  'timing/zero-dur': lasting('dur="0ms"'),
  'timing/end-before-begin': par(`${IMAGE}${TEXT.replace('/>', ' begin="3000ms" end="2000ms"/>')}`),
  'timing/beyond-slide': par(`${IMAGE}${TEXT.replace('/>', ' end="6000ms"/>')}`),
  'timing/too-short': lasting('dur="999ms"'),
  'timing/too-long': lasting('dur="60001ms"'),
  'ref/missing-src': par(`${IMAGE}<text region="Text"/>`),
  'ref/external': par(`${TEXT}<img src="http://example.com/a.jpg" region="Image"/>`),
  'ref/non-ascii': par(`${IMAGE}<text src="å.txt" region="Text"/>`),
  'ref/unsafe-chars': par(`${IMAGE}<text src="a b.txt" region="Text"/>`),
} satisfies Readonly<Record<string, Raise>>;
