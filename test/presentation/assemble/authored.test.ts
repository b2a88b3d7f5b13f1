import { describe, expect, it } from 'vitest';
import { Presentation } from '../../../src/presentation/index.ts';
import { amr, GIF, isoMedia, latin1, utf8 } from '../../media/samples.ts';

const LAYOUT =
  '<head><layout><root-layout width="160" height="120"/><region id="Text" width="100%" height="100%"/></layout></head>';
/** Not as we would write it: blanks, single quotes and a comment. */
const DOCUMENT = `<smil>\n ${LAYOUT}<body>  <!-- mine --><par dur='5s'><text src='a.txt' region='Text'/></par></body></smil>\n`;

type Options = Parameters<typeof Presentation.fromFiles>[1];

/** The message of a document `show.smil` and other files. */
function authored(document: string, files: Readonly<Record<string, Uint8Array>>, options: Options = {}) {
  const named = Object.entries(files).map(([name, data]) => ({ name, data }));
  return Presentation.fromFiles([{ name: 'show.smil', data: utf8(document) }, ...named], options);
}

/** A document of one slide, without head. */
const slideOf = (...media: string[]): string => `<smil><body><par>${media.join('')}</par></body></smil>`;

const severities = ({ issues }: Presentation) =>
  Object.fromEntries(issues.map(({ code, severity, fixed = false }) => [code, fixed ? 'fixed' : severity]));

const text = utf8('Hello');

describe('an authored document', () => {
  it('stays octet by octet only where that is asked for', async () => {
    const verbatim = await authored(DOCUMENT, { 'a.txt': text }, { smil: 'verbatim' });
    expect(verbatim.parts[0]?.data).toEqual(utf8(DOCUMENT));
    expect(verbatim.smil?.text).toBe(DOCUMENT);
    const completed = await authored(DOCUMENT, { 'a.txt': text });
    expect(completed.parts[0]?.data).not.toEqual(utf8(DOCUMENT));
  });

  it('names the parts as they are called, in the form that it has', async () => {
    const { smil, parts } = await authored(
      slideOf('<img src="1cid:a.gif"/>', '<text src="cid:\u00e4.txt"/>', '<audio src="./a.amr"/>'),
      { '1cid:a.gif': GIF, '\u00e4.txt': text, 'a.amr': amr(1) },
    );
    expect(smil?.document.slides[0]?.media.map(({ src }) => src)).toEqual([
      '1cid_a.gif',
      'cid:a.txt',
      'a.amr',
    ]);
    expect(parts.map(({ name }) => name)).toEqual(['show.smil', '1cid_a.gif', 'a.txt', 'a.amr']);
  });

  it('has each file once, by whatever names it shows it', async () => {
    const { parts } = await authored(
      slideOf('<img src="a.gif"/>', '<text src="a.txt"/>', '<ref src="./a.gif"/>'),
      {
        'a.gif': GIF,
        'a.txt': text,
      },
      { smil: 'verbatim' },
    );
    expect(parts.map(({ name }) => name)).toEqual(['show.smil', 'a.gif', 'a.txt']);
  });

  it('shows a <ref> by what its part is, and lasts as long as its sound', async () => {
    const { smil } = await authored(slideOf('<ref src="cid:a.3gp"/>', '<ref src="a.txt"/>'), {
      'a.3gp': isoMedia('3gp4', ['vide'], 9000),
      'a.txt': text,
    });
    expect(smil?.document.slides).toMatchObject([
      { durationMs: 9000, media: [{ element: 'video' }, { element: 'text' }] },
    ]);
  });

  it('shares no name with what is beside it', async () => {
    const { parts } = await authored(
      DOCUMENT,
      { 'a.txt': text, smil: GIF, 'in/show.smil': text },
      {
        smilName: 'show.smil',
      },
    );
    expect(parts.map(({ contentId }) => contentId)).toEqual([
      '<smil>',
      '<a.txt>',
      '<smil-2>',
      '<show-2.smil>',
    ]);
  });

  it('has the header fields of the caller', async () => {
    expect((await authored(DOCUMENT, { 'a.txt': text }, { headers: { subject: 'Hi' } })).headers).toEqual({
      subject: 'Hi',
    });
  });
});

describe('a document that is kept octet by octet', () => {
  it('finds its parts by the names that it uses, others go by their own', async () => {
    const files = { 'mein bild.gif': GIF, '1cid:a.txt': text, 'c.vcf': latin1('BEGIN:VCARD') };
    const document = slideOf('<img src="cid:mein bild.gif"/>', '<text src="1cid:a.txt"/>');
    const { parts } = await authored(document, files, { smil: 'verbatim' });
    const names = parts.map(({ name, contentId, contentLocation }) => [name, contentId, contentLocation]);
    expect(names.slice(1)).toEqual([
      ['mein_bild.gif', '<mein bild.gif>', 'mein bild.gif'],
      ['1cid_a.txt', '<1cid:a.txt>', '1cid:a.txt'],
      ['c.vcf', '<c.vcf>', 'c.vcf'],
    ]);
  });

  it('may break rules of SMIL, which is said; its parts must exist', async () => {
    const broken = slideOf('<img src="a.gif"/>', '<img src="a.gif"/>');
    await expect(authored(broken, { 'a.gif': GIF })).rejects.toMatchObject({ code: 'slide/duplicate-media' });
    const doctype = '<!DOCTYPE smil>';
    expect(
      severities(await authored(doctype + broken, { 'a.gif': GIF }, { smil: 'verbatim' })),
    ).toMatchObject({
      'smil/doctype': 'info',
      'slide/duplicate-media': 'warning',
      'layout/missing-head': 'warning',
    });
    for (const source of ['src="http://example.com/a.gif"', '', 'src="b.gif"'])
      await expect(
        authored(slideOf(`<img ${source}/>`), { 'a.gif': GIF }, { smil: 'verbatim' }),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^ref\//) });
  });

  it('may be no XML: all files follow it under their own names, and nothing else is said', async () => {
    const message = await authored(
      '<smil',
      { 'a.gif': GIF, '\u00e4.txt': text },
      {
        smil: 'verbatim',
        unreferenced: 'drop',
      },
    );
    expect(message.parts.map(({ name }) => name)).toEqual(['show.smil', 'a.gif', 'a.txt']);
    expect(severities(message)).toEqual({ 'smil/not-well-formed': 'warning', 'name/changed': 'fixed' });
  });
});

describe('what is found in a document', () => {
  it('is fixed where completing it mends that, else not', async () => {
    const document = slideOf('<img src="\u00e4.gif"/>', '<text src="a b.txt"/>', '</par><par>');
    const message = await authored(document, { '\u00e4.gif': GIF, 'a b.txt': text });
    expect(severities(message)).toMatchObject({
      'layout/missing-head': 'fixed',
      'ref/non-ascii': 'fixed',
      'ref/unsafe-chars': 'fixed',
      'slide/empty': 'warning',
    });
  });

  it('is told with all other problems at once', async () => {
    const files = { 'a.gif': text };
    await expect(
      authored(slideOf('<img src="a.gif"/>', '<text src="gone.txt"/>'), files),
    ).rejects.toMatchObject({
      code: 'ref/unresolved',
      details: {
        issues: expect.arrayContaining([
          expect.objectContaining({ code: 'ref/unresolved' }),
          expect.objectContaining({ code: 'media/not-a-picture' }),
        ]),
      },
    });
  });
});

describe('a file that no slide shows', () => {
  it('is sent as an attachment, which is no surprise for a card', async () => {
    const files = { 'a.txt': text, 'b.gif': GIF, 'c.vcf': latin1('BEGIN:VCARD') };
    const { issues } = await authored(DOCUMENT, files);
    expect(issues.filter(({ code }) => code === 'ref/unreferenced')).toMatchObject([
      {
        severity: 'warning',
        file: 'b.gif',
        message: 'b.gif: no slide shows it; it is sent as an attachment',
      },
      { severity: 'info', file: 'c.vcf' },
    ]);
  });
});
