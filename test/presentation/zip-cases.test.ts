import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMmsError, type MmsError } from '../../src/errors.ts';
import { decodePdu } from '../../src/mms/index.ts';
import { Presentation } from '../../src/presentation/index.ts';

const FOLDER = join(import.meta.dirname, '../vectors/zip');

interface ZipCase {
  readonly file: string;
  readonly sha256: string;
  readonly verdict: 'ok' | 'error';
  readonly smil?: string | null;
  readonly parts?: readonly string[];
  readonly rules: readonly string[];
  readonly missing?: readonly string[];
  readonly charsets?: Readonly<Record<string, string>>;
}

const { cases } = JSON.parse(readFileSync(join(FOLDER, 'zip-cases.json'), 'utf8')) as {
  cases: readonly ZipCase[];
};

const read = (file: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, file)));
const baseName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

async function refusal(bytes: Uint8Array): Promise<MmsError> {
  try {
    await Presentation.fromZip(bytes);
  } catch (error) {
    if (isMmsError(error)) return error;
    throw error;
  }
  throw new Error('the archive was accepted');
}

describe('ZIP bundles', () => {
  it('has the 14 cases', () => expect(cases).toHaveLength(14));

  for (const zip of cases.filter(({ verdict }) => verdict === 'ok')) {
    it(`${zip.file} becomes a message`, async () => {
      const bytes = read(zip.file);
      expect(sha256(bytes)).toBe(zip.sha256);
      const message = await Presentation.fromZip(bytes);
      const codes = message.issues.map(({ code }) => code);
      for (const rule of zip.rules) expect(codes).toContain(rule);
      const unexpected = message.issues.filter(
        ({ code, severity }) => severity !== 'info' && code !== 'text/converted' && !zip.rules.includes(code),
      );
      expect(unexpected).toEqual([]);
      if (zip.parts !== undefined) {
        const media = message.parts.filter(part => part !== message.smil?.part);
        expect(media.map(({ name }) => name)).toEqual(zip.parts.map(baseName));
      }
      if (typeof zip.smil === 'string') expect(message.smil?.part.name).toBe(baseName(zip.smil));
      for (const [name, charset] of Object.entries(zip.charsets ?? {})) {
        const text = message.parts.find(part => part.name === name);
        expect([name, text?.parameters['charset']]).toEqual([name, 'utf-8']);
        const found = message.issues.find(({ code, file }) => code === 'text/converted' && file === name);
        expect(found?.message.includes(`was in ${charset}`)).toBe(charset === 'utf-8' ? undefined : true);
      }
      const names = message.parts.map(part => part.name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      const shown = message.slides
        .flatMap(({ image, video, text, audio }) => [image, video, text, audio])
        .filter(Boolean);
      const referenced = message.smil?.document.slides.flatMap(slide => slide.media) ?? [];
      expect(shown).toHaveLength(referenced.length);
    });
  }

  for (const zip of cases.filter(({ verdict }) => verdict === 'error')) {
    it(`${zip.file} is refused`, async () => {
      const error = await refusal(read(zip.file));
      expect(zip.rules).toContain(error.code);
      const messages = [error, ...(error.details?.issues ?? [])].map(({ message }) => message).join('\n');
      for (const name of zip.missing ?? []) expect(messages).toContain(name);
    });
  }

  it('03-two-smil.zip is composed when the caller names one', async () => {
    const message = await Presentation.fromZip(read('zip/03-two-smil.zip'), { smilName: 'a.smil' });
    expect(message.smil?.part.name).toBe('a.smil');
  });

  it('07-flatten-collision.zip keeps two different pictures and rewrites their src', async () => {
    const message = await Presentation.fromZip(read('zip/07-flatten-collision.zip'));
    const pictures = message.slides.flatMap(({ image }) => (image === undefined ? [] : [image.part.name]));
    expect(new Set(pictures).size).toBe(2);
  });

  it('02-no-smil.zip without presentation is a mixed message', async () => {
    const message = await Presentation.fromZip(read('zip/02-no-smil.zip'), { smil: 'never' });
    const pdu = decodePdu(message.toMms({ to: ['+447700900123'] }));
    expect(pdu).toMatchObject({ contentType: { type: 'application/vnd.wap.multipart.mixed' } });
    expect(message.smil).toBeUndefined();
  });
});

describe("the manual's luther.zip", () => {
  const expected = JSON.parse(readFileSync(join(FOLDER, 'luther.expected.json'), 'utf8')) as {
    sha256: string;
    durMs: number;
    slides: number;
    text: string;
    textCharset: string;
    entries: readonly { name: string; sha256: string }[];
    references: readonly { src: string; entry: string }[];
  };

  it('becomes what luther.expected.json says', async () => {
    const bytes = read('luther.zip');
    expect(sha256(bytes)).toBe(expected.sha256);
    const message = await Presentation.fromZip(bytes);
    const pdu = decodePdu(message.toMms({ to: ['+447700900123'], subject: 'Luther' }));
    if (pdu.messageType !== 'm-send-req') throw new Error(pdu.messageType);
    expect(pdu.subject).toBe('Luther');
    expect(pdu.to).toEqual(['+447700900123/TYPE=PLMN']);
    expect(pdu.contentType).toEqual({
      type: 'application/vnd.wap.multipart.related',
      parameters: { type: 'application/smil', start: '<smil>' },
    });
    const [smil, text] = pdu.parts ?? [];
    expect(pdu.parts).toHaveLength(2);
    expect(smil).toMatchObject({
      contentId: '<smil>',
      contentLocation: 'luther.smil',
      contentType: 'application/smil',
    });
    expect(text).toMatchObject({
      contentType: 'text/plain',
      contentId: '<luther.txt>',
      contentLocation: 'luther.txt',
      parameters: { name: 'luther.txt', charset: expected.textCharset },
    });
    expect(sha256(text?.data ?? new Uint8Array())).toBe(expected.entries[1]?.sha256);
    expect(new TextDecoder().decode(text?.data)).toBe(expected.text);
    expect(message.slides).toHaveLength(expected.slides);
    expect(message.slides[0]?.durationMs).toBe(expected.durMs);
    expect(message.smil?.text).toContain(`src="${expected.references[0]?.src}"`);
    expect(message.smil?.text).toContain('<root-layout');
    expect(message.smil?.text).toContain('dur="20000ms"');
  });
});
