import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorPage } from '../../src/dev/dev-pages.ts';
import { isMmsError } from '../../src/errors.ts';
import { openPresentation } from '../../src/presentation/index.ts';
import { runLine } from '../support/cli.ts';

const HARBOUR = join(import.meta.dirname, '../../samples/harbour');
const folder = mkdtempSync(join(tmpdir(), 'mms-problems-'));
const at = (name: string): string => join(folder, name);

const MANIFEST = `subject: Hi
to: ["+447700900123"]
slides:
  - image: non.jpg
    text: { file: cap.txt }
  - image: note.jpg
    durration: 5s
  - image: noon.jpg
    audio: missing.amr
  - image: note.jpg
attachments:
  - x/y.vcf
targets:
  a: { profile: nokia-62300 }
`;

/** Where each problem stands, what it is about, and what to do. */
const PROBLEMS: readonly (readonly [place: string, path: string, message: RegExp, hint: RegExp])[] = [
  ['4:12', 'slides[0].image', /non\.jpg/, /did you mean noon\.jpg\?/],
  ['5:11', 'slides[0].text', /cap\.txt/, /beside it there are .*noon\.jpg/],
  ['6:12', 'slides[1].image', /note\.jpg holds text\/plain/, /give a JPEG/],
  ['7:5', 'slides[1].durration', /no key "durration"/, /did you mean duration\?/],
  ['9:12', 'slides[2].audio', /missing\.amr/, /beside it/],
  ['10:12', 'slides[3].image', /note\.jpg holds text\/plain/, /give a JPEG/],
  ['12:5', 'attachments[0]', /y\.vcf/, /there is no folder/],
  ['14:17', 'targets.a.profile', /nokia-62300/, /near are Nokia 6230/],
];

beforeAll(() => {
  copyFileSync(join(HARBOUR, 'noon.jpg'), at('noon.jpg'));
  writeFileSync(at('note.jpg'), 'hello');
  writeFileSync(at('m.yaml'), MANIFEST);
  writeFileSync(at('good-keys.yaml'), MANIFEST.replace('durration', 'duration'));
  mkdirSync(at('out'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const mms = (...args: string[]) => runLine(args);

const COMMANDS: Readonly<Record<string, string[]>> = {
  compose: ['compose', at('m.yaml'), '-o', at('out/m.mms')],
  send: ['send', 'mms', at('m.yaml'), '--to', '447700900123', '--dry-run'],
  preview: ['preview', at('m.yaml'), '-o', at('out/m.html')],
  adapt: ['adapt', at('m.yaml'), '--max-size', '100kB', '-o', at('out/m.mms')],
};

describe('every problem of a manifest is told at once, with file, line, column and what to do', () => {
  it.each(Object.entries(COMMANDS))('mms %s', async (_name, args) => {
    const { code, stderr } = await mms(...args);
    expect(code).toBe(1);
    const lines = stderr.split('\n');
    for (const [place, path, message, hint] of PROBLEMS) {
      const index = lines.findIndex(line => line.includes(`${at('m.yaml')}:${place} ${path}: `));
      expect(lines[index], path).toMatch(message);
      expect(lines[index + 1], path).toMatch(hint);
    }
  });

  it('mms lint', async () => {
    const { code, stdout } = await mms('lint', at('m.yaml'));
    expect(code).toBe(1);
    for (const [place, , message, hint] of PROBLEMS) {
      const line = stdout.split('\n').find(one => one.startsWith(`${at('m.yaml')}:${place} `));
      expect(line).toMatch(message);
      expect(line).toMatch(hint);
    }
    expect(stdout).toContain('8 errors');
  });

  it('mms compose --json', async () => {
    const { stderr } = await mms(...(COMMANDS['compose'] ?? []), '--json');
    const { issues } = JSON.parse(stderr).error;
    expect(issues).toHaveLength(PROBLEMS.length);
    for (const [place, path, message, hint] of PROBLEMS) {
      const [line, column] = place.split(':').map(Number);
      expect(issues).toContainEqual(
        expect.objectContaining({
          ...{ file: at('m.yaml'), line, column, path, severity: 'error' },
          ...{ message: expect.stringMatching(message), hint: expect.stringMatching(hint) },
        }),
      );
    }
  });

  it('the page of mms dev', async () => {
    const error: unknown = await openPresentation([at('m.yaml')]).catch((cause: unknown) => cause);
    const page = errorPage(error);
    for (const [place, path] of PROBLEMS) expect(page).toContain(`${at('m.yaml')}:${place} ${path}`);
  });

  it('the library, where every key is right', async () => {
    const error: unknown = await openPresentation([at('good-keys.yaml')]).catch((cause: unknown) => cause);
    const issues = isMmsError(error) ? (error.details?.issues ?? []) : [];
    const wanted = PROBLEMS.filter(([, path]) => !path.endsWith('durration')).map(([place]) => place);
    expect(issues.map(({ line, column }) => `${line}:${column}`)).toEqual(expect.arrayContaining(wanted));
    expect(issues).toHaveLength(wanted.length);
  });

  it('a message that was unpacked', async () => {
    const parts = [
      { src: 'gone.jpg', type: 'image/jpeg' },
      { src: 'away.txt', type: 'text/plain' },
    ];
    writeFileSync(at('message.json'), JSON.stringify({ parts }, null, 2));
    const error: unknown = await openPresentation([at('message.json')]).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      details: {
        issues: [
          { code: 'file/not-found', path: 'parts[0]', file: at('message.json'), line: 3 },
          { code: 'file/not-found', path: 'parts[1]', file: at('message.json'), line: 7 },
        ],
      },
    });
    rmSync(at('message.json'));
  });
});
