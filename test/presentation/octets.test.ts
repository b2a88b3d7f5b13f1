import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFolder, writeZip } from '../../src/archive/index.ts';
import { openPresentation, Presentation, presentation } from '../../src/presentation/index.ts';

const HARBOUR = join(import.meta.dirname, '../../samples/harbour');
const octetsOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(HARBOUR, name)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mms-octets-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const codes = ({ issues }: Presentation): string[] => issues.map(({ code }) => code);
const part = (message: Presentation, name: string) => message.parts.find(one => one.name === name);

/** A message of a picture and a text, unpacked into a folder. */
async function unpacked(): Promise<string> {
  const message = await presentation()
    .slide({ image: { data: octetsOf('noon.jpg'), name: 'noon.jpg' }, text: { value: 'Hello' } })
    .build();
  const folder = mkdtempSync(join(root, 'unpacked-'));
  await writeFolder(folder, message.unpack());
  return folder;
}

describe('what is edited after unpacking follows its octets', () => {
  it('a text that gets Greek letters becomes utf-8', async () => {
    const folder = await unpacked();
    writeFileSync(join(folder, 'slide1.txt'), 'Ελλάδα');
    const message = await Presentation.fromFolder(folder);
    expect(part(message, 'slide1.txt')?.parameters['charset']).toBe('utf-8');
    expect(codes(message)).toContain('text/charset-mismatch');
  });

  it('a picture exchanged for one of another type gets its type', async () => {
    const folder = await unpacked();
    writeFileSync(join(folder, 'noon.jpg'), octetsOf('night.png'));
    const message = await Presentation.fromFolder(folder);
    expect(part(message, 'noon.jpg')).toMatchObject({ contentType: 'image/png', kind: 'image' });
    expect(message.issues).toContainEqual(
      expect.objectContaining({ code: 'media/type-mismatch', path: 'parts[1]', severity: 'warning' }),
    );
  });

  it('what nobody touched stays as it is, wrong or not', async () => {
    const wrong = await Presentation.fromManifest({
      parts: [
        {
          data: utf8('Ελλάδα'),
          name: 'a.txt',
          type: 'text/plain',
          parameters: { name: 'a.txt', charset: 'us-ascii' },
        },
      ],
    });
    const sent = wrong.parts.map(one => ({ ...one, parameters: { name: 'a.txt', charset: 'us-ascii' } }));
    const received = new Presentation({ parts: sent, headers: {}, issues: [] });
    const folder = mkdtempSync(join(root, 'untouched-'));
    await writeFolder(folder, received.unpack());
    const again = await Presentation.fromFolder(folder);
    expect(again.toMms()).toEqual(received.toMms());
    expect(again.issues).toEqual([]);
  });

  it('a listed part without a digest follows its octets as well', async () => {
    const message = await Presentation.fromManifest({
      parts: [{ data: octetsOf('night.png'), name: 'a.jpg', type: 'image/jpeg' }],
    });
    expect(part(message, 'a.jpg')?.contentType).toBe('image/png');
    expect(codes(message)).toContain('media/type-mismatch');
  });
});

describe('type and charset follow the octets', () => {
  it('in a builder: a picture named for another type', async () => {
    const message = await presentation()
      .slide({ image: { data: octetsOf('night.png'), name: 'night.jpg' } })
      .build();
    expect(part(message, 'night.jpg')?.contentType).toBe('image/png');
    expect(codes(message)).toContain('media/type-mismatch');
  });

  const texts: readonly [what: string, data: Uint8Array, sent: Uint8Array, charset: string][] = [
    ['UTF-16', utf16le('Hallo €'), utf8('Hallo €'), 'utf-8'],
    ['windows-1252', latin1('5 \x80 \x93x\x94'), utf8('5 € “x”'), 'utf-8'],
    ['iso-8859-1', latin1('na\xefve'), utf8('naïve'), 'utf-8'],
    ['us-ascii', utf8('plain'), utf8('plain'), 'us-ascii'],
    ['utf-8', utf8('naïve'), utf8('naïve'), 'utf-8'],
  ];
  for (const [what, data, sent, charset] of texts) {
    it(`a text file in ${what} is sent in ${charset}`, async () => {
      const message = await Presentation.fromFiles([{ name: 'a.txt', data }]);
      expect(part(message, 'a.txt')).toMatchObject({ data: sent, parameters: { name: 'a.txt', charset } });
      expect(codes(message).includes('text/converted')).toBe(what !== charset);
    });
  }

  it('a text is sent in the charset that is asked for', async () => {
    const message = await presentation()
      .slide({ text: { data: utf8('naïve'), name: 'a.txt', charset: 'iso-8859-1' } })
      .build();
    expect(part(message, 'a.txt')).toMatchObject({
      data: latin1('na\xefve'),
      parameters: { charset: 'iso-8859-1' },
    });
  });

  it('a charset that lacks the characters is not written', async () => {
    const message = await presentation()
      .slide({ text: { data: utf8('Ελλάδα'), name: 'a.txt', charset: 'us-ascii' } })
      .build();
    expect(part(message, 'a.txt')).toMatchObject({ data: utf8('Ελλάδα'), parameters: { charset: 'utf-8' } });
    expect(codes(message)).toContain('text/charset-mismatch');
  });
});

describe('verbatim means byte for byte', () => {
  const ILL_FORMED = '<smil><body><par><img src="noon.jpg" alt="A & B"/></par></body></smil>';

  async function illFormed(smil: 'verbatim' | undefined): Promise<Presentation> {
    const zip = await writeZip([
      { name: 'show.smil', data: utf8(ILL_FORMED) },
      { name: 'noon.jpg', data: octetsOf('noon.jpg') },
    ]);
    return Presentation.fromZip(zip, { smil });
  }

  it('a SMIL document that is not XML is sent as it is', async () => {
    const message = await illFormed('verbatim');
    expect(message.parts.map(({ name }) => name)).toEqual(['show.smil', 'noon.jpg']);
    expect(message.parts[0]?.data).toEqual(utf8(ILL_FORMED));
    expect(message.issues).toContainEqual(
      expect.objectContaining({ code: 'smil/not-well-formed', severity: 'warning', file: 'show.smil' }),
    );
  });

  it('else it is refused', async () => {
    await expect(illFormed(undefined)).rejects.toThrow(
      expect.objectContaining({ code: 'smil/not-well-formed' }),
    );
  });

  it('unpack and compose give the message again', async () => {
    const bytes = (await illFormed('verbatim')).toMms();
    const folder = mkdtempSync(join(root, 'ill-formed-'));
    await writeFolder(folder, Presentation.fromMms(bytes).unpack());
    expect((await Presentation.fromFolder(folder)).toMms()).toEqual(bytes);
  });
});

describe('an input that says it is a message and is none', () => {
  for (const name of ['junk.mms', 'junk.zip', 'JUNK.ZIP', 'empty.mms']) {
    it(`${name} is refused`, async () => {
      const file = join(root, name);
      writeFileSync(file, name.startsWith('empty') ? '' : 'no such thing');
      const refusal = expect.objectContaining({ code: 'file/unknown-format', path: file });
      await expect(openPresentation([file])).rejects.toThrow(refusal);
      await expect(openPresentation([join(HARBOUR, 'noon.jpg'), file])).rejects.toThrow(refusal);
    });
  }
});

describe('a SMIL document in a manifest', () => {
  it('tells the media even where no document is sent', async () => {
    writeFileSync(join(root, 'noon.jpg'), octetsOf('noon.jpg'));
    writeFileSync(join(root, 'show.smil'), '<smil><body><par><img src="noon.jpg"/></par></body></smil>');
    const message = await Presentation.fromManifest({ smil: 'show.smil' }, { baseDir: root, smil: 'never' });
    expect(message.parts.map(({ name }) => name)).toEqual(['noon.jpg']);
    expect(message.smil).toBeUndefined();
  });

  it('names each <ref> by the type of its part, unless verbatim', async () => {
    const zip = await writeZip([
      {
        name: 'show.smil',
        data: utf8(
          '<smil><body><par><ref src="noon.jpg"/><ref src="a.txt"/><ref src="harbour.mid"/></par></body></smil>',
        ),
      },
      { name: 'noon.jpg', data: octetsOf('noon.jpg') },
      { name: 'a.txt', data: utf8('Noon') },
      { name: 'harbour.mid', data: octetsOf('harbour.mid') },
    ]);
    const elements = (message: Presentation): string[] =>
      message.smil?.document.slides.flatMap(({ media }) => media.map(({ element }) => element)) ?? [];
    expect(elements(await Presentation.fromZip(zip))).toEqual(['img', 'text', 'audio']);
    expect(elements(await Presentation.fromZip(zip, { smil: 'verbatim' }))).toEqual(['ref', 'ref', 'ref']);
  });
});
