import { describe, expect, it } from 'vitest';
import { type LintPart, lint } from '../../../src/lint/index.ts';
import { amr, part, smil, text } from '../samples.ts';

const codesOf = (media: string, ...parts: LintPart[]): string[] =>
  lint({ parts: [smil(`<par dur="5000ms">${media}</par>`), ...parts] }).map(({ code }) => code);

describe('a part that no slide shows', () => {
  it.each([
    part('a.gif', 'image/gif', ''),
    part('a.3gp', 'video/3gpp', ''),
    part('a.amr', 'audio/amr', amr(20)),
    text('a.txt', 'hello'),
  ])('is a warning where an element could show it: $contentType', shown => {
    const found = lint({ parts: [smil('<par dur="5000ms"/>'), shown] });
    expect(found.filter(({ code }) => code === 'ref/unreferenced')).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('the element of a part', () => {
  const image = '<img src="a" region="Image"/>';

  it('may be any where its kind does not show from outside', () => {
    expect(codesOf(image, part('a', 'application/vnd.oma.drm.message', 'x'))).not.toContain(
      'media/element-mismatch',
    );
    expect(codesOf(image, part('a', 'application/octet-stream', 'x'))).not.toContain(
      'media/element-mismatch',
    );
    expect(codesOf(image, part('a', 'application/x-unheard-of', 'x'))).toContain('media/element-mismatch');
  });

  it('is none for another presentation', () => {
    const other = part('a', 'application/smil', '<smil><body/></smil>');
    expect(codesOf('<ref src="a" region="Image"/>', other)).toContain('media/element-mismatch');
  });
});

describe('a src', () => {
  it('that leaves the message needs no part', () => {
    const src = (value: string): string[] => codesOf(`<img src="${value}" region="Image"/>`);
    expect(src('http://www.example.com/a.gif')).not.toContain('ref/unresolved');
    expect(src('a.gif')).toContain('ref/unresolved');
  });
});
