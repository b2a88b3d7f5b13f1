import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decode } from '../../../src/cli/commands/decode.ts';
import { textOf } from '../../../src/message/index.ts';
import { openManifest, Presentation } from '../../../src/presentation/index.ts';
import { runCommand } from '../../support/cli.ts';

const SMIL = '<smil>\n<body><par dur="3s"><text src="a.txt"/></par></body>\n</smil>\n';
const UTF_32 = Uint8Array.of(0xff, 0xfe, 0, 0, 0x48, 0, 0, 0, 0xe9, 0, 0, 0);

const folder = mkdtempSync(join(tmpdir(), 'mms-manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'show.smil'), SMIL);
writeFileSync(join(folder, 'a.txt'), 'Hello');
writeFileSync(join(folder, 'wide.txt'), UTF_32);

const shown = { smil: 'show.smil' };

describe('a manifest that names a SMIL document', () => {
  it('has its slides, completed', async () => {
    const { slides, smil } = await Presentation.fromManifest(shown, { baseDir: folder });
    expect(slides).toMatchObject([{ durationMs: 3000, text: { part: { name: 'a.txt' } } }]);
    expect(smil?.text).toContain('<root-layout');
  });

  it('keeps the document octet by octet, if that is wanted', async () => {
    const { smil, parts } = await Presentation.fromManifest(shown, { baseDir: folder, smil: 'verbatim' });
    expect(smil?.text).toBe(SMIL);
    expect(parts.map(({ name }) => name)).toEqual(['show.smil', 'a.txt']);
  });

  it('sends the media that the document names without it, if none is wanted', async () => {
    const { smil, parts } = await Presentation.fromManifest(shown, { baseDir: folder, smil: 'never' });
    expect(smil).toBeUndefined();
    expect(parts.map(({ name }) => name)).toEqual(['a.txt']);
  });
});

describe('the media of a manifest', () => {
  it('are tunes and cards too', async () => {
    const event = { note: 'a', octave: 5, duration: 4, modifier: 'none', bpm: 120 };
    const { parts } = await Presentation.fromManifest({
      slides: [{ text: 'Hi', audio: { tune: { title: 'a', events: [event] } } }],
      attachments: [{ card: { formattedName: 'Jo Doe' } }],
    });
    expect(parts.map(({ contentType }) => contentType)).toEqual(
      expect.arrayContaining(['audio/midi', 'text/x-vCard']),
    );
  });

  it('are texts of any charset, which arrive in one that phones read', async () => {
    const { parts } = await Presentation.fromManifest(
      { slides: [{ text: { src: 'wide.txt' } }] },
      { baseDir: folder },
    );
    const part = parts.find(({ name }) => name === 'wide.txt');
    expect(part && textOf(part)).toEqual({ text: 'Hé', exact: true });
    expect(part?.parameters['charset']).toBe('utf-8');
  });
});

it('mms decode tells size and SHA-256 of every part', async () => {
  const message = await Presentation.fromManifest(shown, { baseDir: folder });
  const { stdout } = await runCommand(decode, ['-', '--json'], { stdin: message.toMms() });
  const { parts }: { parts: unknown[] } = JSON.parse(stdout);
  expect(parts).toMatchObject(
    message.parts.map(({ data }) => ({
      size: data.length,
      sha256: createHash('sha256').update(data).digest('hex'),
    })),
  );
});

describe('a manifest', () => {
  const file = join(folder, 'odd.yaml');
  const written = (text: string, encoding: BufferEncoding = 'utf8') =>
    writeFileSync(file, Buffer.from(text, encoding));

  it('that says nothing of header fields has none, and no slides where it has attachments alone', async () => {
    const attachments = [{ value: 'Hi', name: 'a.txt' }];
    const { headers, smil } = await Presentation.fromManifest({ attachments });
    expect(headers).toStrictEqual({});
    expect(smil).toBeUndefined();
    expect(await openManifest({ attachments }, {})).not.toHaveProperty('placeOf');
  });

  it('has no more octets than are allowed', async () => {
    written('slides: [{ text: Hi }]');
    await expect(openManifest(file, { limits: { maxManifestBytes: 4 } })).rejects.toMatchObject({
      code: 'file/too-large',
    });
    await expect(openManifest(file, { limits: { maxManifestDepth: 1 } })).rejects.toMatchObject({
      code: expect.stringMatching(/^manifest\//),
    });
  });

  it('tells what is odd about its text, and what is wrong in it, with its name', async () => {
    written('\ufeffslides: [{ text: Hi }]', 'utf16le');
    expect((await openManifest(file, {})).issues).toMatchObject([
      { code: expect.stringMatching(/^text\//), file },
    ]);
    written('slides: [{ tekst: Hi }]');
    await expect(openManifest(file, {})).rejects.toMatchObject({
      details: { issues: [{ code: 'manifest/unknown-key', file, line: 1 }] },
    });
  });

  it('is refused where nothing in it is as it should be', async () => {
    await expect(Presentation.fromManifest(Object({ slides: 5 }))).rejects.toSatisfy(
      error => Object(error).details.issues.length === 1 && Object(error).code === 'manifest/type',
    );
    await expect(Presentation.fromManifest(Object(['slides']))).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:manifest|bytes)\//),
    });
  });
});
