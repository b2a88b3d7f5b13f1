import { describe, expect, it } from 'vitest';
import { errorPage, framePage } from '../../src/dev/dev-pages.ts';
import { MmsError } from '../../src/errors.ts';
import { issue } from '../../src/issues/index.ts';

const notesOf = (error: unknown): readonly (string | undefined)[] =>
  [...errorPage(error).matchAll(/<li class="note error">(.*?)<\/li>/g)].map(([, note]) => note);

it('the frame knows which page it holds', () => {
  expect(framePage(7)).toContain('<output data-version="7">');
});

describe('what is wrong with the input', () => {
  it('is told with its place, what to do, and its code', () => {
    const error = new MmsError('file/not-found', 'there is no <file>', {
      path: 'slides[0].image',
      hint: 'look again',
    });
    expect(notesOf(error)).toEqual([
      '<span><code>slides[0].image</code></span><b>there is no &lt;file&gt;</b><span>look again</span> <span class="code">file/not-found</span>',
    ]);
  });

  it('is told without what is not known', () => {
    expect(notesOf(new MmsError('file/not-found', 'gone'))).toEqual([
      '<b>gone</b> <span class="code">file/not-found</span>',
    ]);
  });

  it('is every problem of the input that is not mended', () => {
    const place = { file: 'message.yaml', line: 3, column: 5, path: 'to[0]' };
    const issues = [
      issue('manifest/type', 'expected a number', place),
      issue('manifest/type', 'expected a text', { line: 4 }),
      issue('manifest/type', 'expected a list', { fixed: true }),
      issue('text/converted', 'read as Latin-1'),
    ];
    const notes = notesOf(new MmsError('manifest/type', 'the first', { details: { issues } }));
    expect(notes).toHaveLength(2);
    expect(notes[0]).toMatch(/^<span><code>message\.yaml:3:5 to\[0\]<\/code><\/span><b>expected a number/);
    expect(notes[1]).toMatch(/^<span><code>:4:1<\/code>/);
  });

  it('is the error itself where the findings have none', () => {
    const issues = [issue('text/converted', 'read as Latin-1')];
    expect(notesOf(new MmsError('manifest/type', 'refused', { details: { issues } }))).toEqual([
      expect.stringContaining('<b>refused</b>'),
    ]);
  });

  it('may be no fault of the input', () => {
    expect(errorPage(new RangeError('too far'))).toContain('<p>too far</p>');
    expect(errorPage('gone')).toContain('<p>gone</p>');
  });
});
