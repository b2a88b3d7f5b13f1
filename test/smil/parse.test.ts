import { describe, expect, it } from 'vitest';
import { isMmsError, type MmsError } from '../../src/errors.ts';
import { parseSmil, parseSrc } from '../../src/smil/index.ts';

function refusalOf(text: string): MmsError {
  try {
    parseSmil(text);
  } catch (error) {
    if (isMmsError(error)) return error;
    throw error;
  }
  throw new Error('was read');
}

const body = (content: string): string =>
  `<smil><head><layout><root-layout width="160" height="140"/><region id="Image" width="160" height="140"/></layout></head><body>${content}</body></smil>`;
const codesOf = (text: string): string[] => parseSmil(text).issues.map(({ code }) => code);

describe('parseSmil', () => {
  it('refuses what is not well-formed with line and column', () => {
    const error = refusalOf('<smil>\n <body>\n  <par>\n </body></smil>');
    expect(error).toMatchObject({
      code: 'smil/not-well-formed',
      details: { issues: [{ code: 'smil/not-well-formed', line: 4, column: 2 }] },
    });
    expect(error.message).toContain('line 4, column 2');
    expect(refusalOf('<!DOCTYPE smil [ ]><smil/>').code).toBe('smil/doctype-internal-subset');
    expect(refusalOf('<smil>\u0001</smil>').code).toBe('smil/not-well-formed');
    expect(refusalOf(`<smil>${' '.repeat(70_000)}</smil>`).code).toBe('xml/too-large');
  });

  it('shows what can be shown of another structure', () => {
    const inSequence = parseSmil(
      body('<seq><par dur="1s"><img src="a" region="Image"/></par></seq><text src="b"/>'),
    );
    expect(inSequence.smil.slides).toEqual([
      { durationMs: 1000, media: [{ element: 'img', src: 'a', region: 'Image' }] },
      { media: [{ element: 'text', src: 'b' }] },
    ]);
    const nested = parseSmil(
      body('<par dur="1s"><par><switch><audio src="a"/></switch></par><text src="b"/></par>'),
    );
    expect(nested.smil.slides[0]?.media.map(({ src }) => src)).toEqual(['a', 'b']);
    const upper = parseSmil('<smil><BODY><Par DUR="2s"><IMG SRC="a"/></Par></BODY></smil>');
    expect(upper.smil.slides).toEqual([{ durationMs: 2000, media: [{ element: 'img', src: 'a' }] }]);
    expect(upper.issues.filter(({ code }) => code === 'smil/case')).toHaveLength(5);
  });

  it('says where each reference stands', () => {
    const { references } = parseSmil(
      '<smil><body>\n<par><img src="a"/>\n<text   src="b"/></par></body></smil>',
    );
    expect(references).toEqual([
      { src: 'a', path: 'slides[0].image', slide: 0, medium: 0, place: { line: 2, column: 11 } },
      { src: 'b', path: 'slides[0].text', slide: 0, medium: 1, place: { line: 3, column: 9 } },
    ]);
  });

  it('gives findings in reading order, with path, line and column', () => {
    const { issues } = parseSmil(body('<par>\n<img src="a b" region="Image" begin="1s"/></par>'));
    expect(issues.map(({ code, path, line, column }) => [code, path, line, column])).toEqual([
      ['timing/missing-dur', 'slides[0]', 1, 127],
      ['ref/unsafe-chars', 'slides[0].image', 2, 6],
      ['timing/not-milliseconds', 'slides[0].image', 2, 31],
    ]);
  });

  it.each([
    ['<smil><layout/><body><par/></body></smil>', 'smil/structure'],
    ['<smil><foo/><body><par/></body></smil>', 'smil/unknown-element'],
    ['<smil><head/><head/><body><par/></body></smil>', 'smil/structure'],
    ['<smil><head><layout/><layout/></head><body><par/></body></smil>', 'smil/structure'],
    ['<smil><head><title/></head><body><par/></body></smil>', 'smil/unknown-element'],
    ['<smil><head/><body><par/></body></smil>', 'layout/missing-head'],
    ['<smil><head><layout/></head><body><par/></body></smil>', 'layout/root-layout-count'],
    [body('<par dur="1ms" id="x"/>'), 'smil/unknown-attribute'],
    [body('<par dur="1ms"/>'), 'slide/empty'],
    [body('<par dur="1ms"><img src="a"><area/></img></par>'), 'smil/unknown-element'],
    [body('<par dur="99s"/>'), 'timing/too-long'],
    [body('<par dur="999ms"/>'), 'timing/too-short'],
    [body('<par dur="1ms"/>'.repeat(11)), 'slide/too-many'],
    [body('').replace('width="160" height="140"/><', 'width="160"/><'), 'layout/root-size-missing'],
    [body('').replace('width="160"', 'width="160.5"'), 'layout/length-syntax'],
    [body('').replace('<region ', '<region fit="cover" '), 'layout/unknown-fit'],
    [body('').replace('<region ', '<region backgroundColor="red" '), 'layout/background-attribute'],
    [
      body('').replace('<root-layout ', '<root-layout background-color="red" '),
      'layout/background-attribute',
    ],
    [body(''), 'layout/unused-region'],
  ])('%s raises %s', (text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  it('says nothing against a document of the subset', () => {
    expect(
      codesOf(
        body('<par dur="1000ms"><img src="cid:a_B-1.x@y" region="Image" begin="0ms" end="1000ms"/></par>'),
      ),
    ).toEqual([]);
    const zero = body('<par dur="1000ms"><img src="a" region="Image"/></par>').replace(
      'width="160" height="140"/></layout>',
      'left="0" top="10%" width="100%" height="90%"/></layout>',
    );
    expect(codesOf(zero)).toEqual([]);
  });
});

describe('parseSrc', () => {
  it.each([
    ['a.jpg', { cid: false, name: 'a.jpg' }],
    ['cid:a.jpg', { cid: true, name: 'a.jpg' }],
    ['CID:a%20b', { cid: true, name: 'a b' }],
    ['./././img/a.jpg', { cid: false, name: 'img/a.jpg' }],
    ['50%.jpg', { cid: false, name: '50%.jpg' }],
    ['../x', { cid: false, name: '../x' }],
    ['10:30.jpg', { cid: false, name: '10:30.jpg' }],
  ])('%s', (src, target) => {
    expect(parseSrc(src)).toEqual(target);
  });

  it.each([
    'http://example.com/a.jpg',
    'HTTPS://x',
    'file:///etc/passwd',
    'data:image/png;base64,AA==',
    'javascript:alert(1)',
    'rtsp://x/y',
    '//host/a.jpg',
    './//host/a',
    '%2F%2Fhost',
    'cid:',
    '',
  ])('X6: %j leaves the message', src => {
    expect(parseSrc(src)).toBeUndefined();
  });

  it('is never fetched', () => {
    const before = globalThis.fetch;
    let fetched = 0;
    globalThis.fetch = () => {
      fetched += 1;
      return Promise.reject(new Error('fetched'));
    };
    try {
      const { issues } = parseSmil(
        body('<par dur="1000ms"><img src="http://localhost/a" region="Image"/></par>'),
      );
      expect(issues.map(({ code }) => code)).toEqual(['ref/external']);
      expect(fetched).toBe(0);
    } finally {
      globalThis.fetch = before;
    }
  });
});
