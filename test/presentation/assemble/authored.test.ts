import { describe, expect, it } from 'vitest';
import { assembleAuthored } from '../../../src/presentation/assemble/authored.ts';
import { resolveReferences } from '../../../src/presentation/assemble/references.ts';
import { Presentation } from '../../../src/presentation/index.ts';
import { parseSmil } from '../../../src/smil/index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const LAYOUT =
  '<head><layout><root-layout width="160" height="120"/><region id="Text" width="100%" height="100%"/></layout></head>';
/** Not as we would write it: blanks, single quotes and a comment. */
const DOCUMENT = `<smil>\n ${LAYOUT}<body>  <!-- mine --><par dur='5s'><text src='a.txt' region='Text'/></par></body></smil>\n`;

const asset = (name: string, text: string) => ({ name, data: utf8(text), path: name });

describe('an authored document', () => {
  it.each([true, false])('verbatim %s: its octets stay only where they are asked to', async verbatim => {
    const { smil } = await assembleAuthored({
      document: asset('show.smil', DOCUMENT),
      assets: [asset('a.txt', 'Hello')],
      verbatim,
      unreferenced: 'attach',
      headers: {},
      issues: [],
    });
    const kept = smil?.part.data;
    if (verbatim) expect(kept).toEqual(utf8(DOCUMENT));
    else expect(kept).not.toEqual(utf8(DOCUMENT));
  });
});

describe('a reference of a document in a folder', () => {
  const sourceOf = (src: string, ...names: string[]) => {
    const parsed = parseSmil(
      `<smil>${LAYOUT}<body><par><text src="${src}" region="Text"/></par></body></smil>`,
    );
    const { bySrc } = resolveReferences(
      parsed,
      'show/main.smil',
      names.map(name => asset(name, name)),
    );
    return bySrc.get(src)?.name;
  };

  it('is looked for in that folder, then at the top, then by its base name', () => {
    expect(sourceOf('a.txt', 'a.txt', 'show/a.txt', 'other/a.txt')).toBe('show/a.txt');
    expect(sourceOf('a.txt', 'other/a.txt', 'a.txt')).toBe('a.txt');
    expect(sourceOf('a.txt', 'other/a.txt')).toBe('other/a.txt');
    expect(sourceOf('a.txt', 'other/a.txt', 'more/a.txt')).toBeUndefined();
  });
});

describe('a card in a manifest', () => {
  it('is a part of its own type', async () => {
    const card = { family: 'Doe', given: 'Jane' };
    const { parts } = await Presentation.fromManifest({
      slides: [{ text: 'Hello' }],
      attachments: [{ card }],
    });
    const part = parts.find(({ name }) => name.endsWith('.vcf'));
    expect(part?.contentType.toLowerCase()).toBe('text/x-vcard');
    expect(new TextDecoder().decode(part?.data)).toMatch(/^BEGIN:VCARD\r\nVERSION:2\.1\r\n/);
  });
});
