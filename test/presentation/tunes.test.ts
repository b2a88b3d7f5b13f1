import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Presentation } from '../../src/presentation/index.ts';
import { formatIMelody, parseIMelody, parseRtttl, parseTune, toMidi } from '../../src/ringtone/index.ts';

const tune = parseRtttl('x:d=4,o=5,b=160:c,d,e');
const manifest = (type?: string) => ({
  slides: [
    {
      text: 'Listen',
      audio: { tune: { title: tune.title, events: tune.events }, ...(type === undefined ? {} : { type }) },
    },
  ],
});

describe('a tune in a manifest', () => {
  it.each([
    [undefined, 'audio/midi', '.mid'],
    ['audio/imelody', 'audio/imelody', '.imy'],
    ['text/x-imelody', 'text/x-imelody', '.imy'],
    ['audio/wav', 'audio/wav', '.wav'],
  ])('asked for as %s becomes %s', async (type, contentType, extension) => {
    const presentation = await Presentation.fromManifest(manifest(type));
    const part = presentation.parts.find(({ kind }) => kind === 'audio');
    expect(part?.contentType).toBe(contentType);
    expect(part?.name.endsWith(extension)).toBe(true);
    if (extension === '.imy') {
      expect(parseIMelody(part?.data ?? '').events.map(({ note }) => note)).toEqual(['c', 'd', 'e']);
    }
  });
});

describe('a tune as text', () => {
  const RTTTL = 'Fifth:d=4,o=5,b=63:8p,8g5,8g5,8g5,2d#5';
  const RTX = 'Fifth:d=4,o=5,b=63:8P,8G,8G,8G,2D#';
  const IMELODY = formatIMelody(parseRtttl(RTTTL));
  const folder = mkdtempSync(join(tmpdir(), 'mms-tunes-'));
  const FILES = ['fifth.rtttl', 'fifth.rtx', 'fifth.imy', 'fifth.txt', 'fifth.mid'];
  beforeAll(() => {
    const octets = [RTTTL, RTX, IMELODY, RTTTL, toMidi(parseRtttl(RTTTL))];
    for (const [index, name] of FILES.entries()) writeFileSync(join(folder, name), octets[index] ?? '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const notesOf = ({ parts }: Presentation) => {
    const part = parts.find(({ kind }) => kind === 'audio');
    const notes = parseTune(part?.data ?? '').events.map(({ note }) => note);
    return [part?.contentType, ...notes.filter(note => note !== 'p')];
  };
  const of = (text: string, change: object = {}) =>
    Presentation.fromManifest({ slides: [{ audio: { tune: text, ...change } }] }, { baseDir: folder });

  it.each([
    ['RTTTL', RTTTL],
    ['RTX', RTX],
    ['iMelody', IMELODY],
    ...FILES.map((name): [string, string] => ['file', name]),
  ])('%s %s', async (_form, text) => {
    expect(notesOf(await of(text))).toEqual(['audio/midi', 'g', 'g', 'g', 'd#']);
  });

  it('is written as its type says', async () => {
    expect(notesOf(await of(RTTTL, { type: 'audio/imelody' }))[0]).toBe('audio/imelody');
  });

  it('stands in YAML as it is published', async () => {
    const file = join(folder, 'message.yaml');
    writeFileSync(file, `slides:\n  - audio: { tune: "${RTTTL}" }\n`);
    expect(notesOf(await Presentation.fromManifest(file))).toContain('d#');
  });

  it('is refused where it stands', async () => {
    const file = join(folder, 'wrong.yaml');
    const lines = [
      'slides:',
      '  - text: Hi',
      '    audio: { tune: "no notes:d=4:" }',
      '  - audio: { tune: none.imy }',
    ];
    writeFileSync(file, lines.join('\n'));
    await expect(Presentation.fromManifest(file)).rejects.toMatchObject({
      details: {
        issues: [
          { path: expect.stringMatching(/^slides\[0\]\.audio\.tune/), line: 3, column: 20 },
          { code: 'file/not-found', path: 'slides[1].audio.tune', line: 4, column: 20 },
        ],
      },
    });
  });

  it('tells what was odd about it', async () => {
    const { issues } = await of('Fifth:d=4,o=5,b=63:8g5,8g5,8');
    expect(issues).toContainEqual(expect.objectContaining({ path: 'slides[0].audio', severity: 'warning' }));
  });
});
