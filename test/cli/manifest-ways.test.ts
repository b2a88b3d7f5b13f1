import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeZip } from '../../src/archive/index.ts';
import { runCli } from '../../src/cli/run.ts';
import { Presentation } from '../../src/presentation/index.ts';

const HARBOUR = join(import.meta.dirname, '../../samples/harbour');
const NOON = readFileSync(join(HARBOUR, 'noon.jpg'));
const LIMIT = 4096;

const roots: string[] = [];
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mms-ways-'));
  roots.push(root);
});
afterAll(() => {
  for (const one of roots) rmSync(one, { recursive: true });
});

const at = (...names: string[]): string => join(root, ...names);
const namesOf = (file: string): string[] =>
  Presentation.fromMms(readFileSync(file)).parts.map(({ name }) => name);

async function mms(
  args: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<{ code: number; stdout: string; stderr: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, {
    stdout: { write: data => out.push(String(data)) },
    stderr: { write: text => err.push(text) },
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    env: {},
    isTerminal: false,
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

const YAML = `to: ["+447700900123"]\nslides: [{ image: noon.jpg, text: Noon }]\n`;
const JSON_TEXT = JSON.stringify({ slides: [{ image: 'noon.jpg', text: 'Noon' }] });

describe('a manifest is never content', () => {
  const SENT = ['smil.smil', 'noon.jpg', 'slide1.txt'];

  for (const [name, text] of [
    ['message.yaml', YAML],
    ['message.yml', YAML],
    ['message.json', JSON_TEXT],
    ['sale.yaml', YAML],
  ] as const) {
    it(`in a folder: ${name}`, async () => {
      mkdirSync(at('show'));
      writeFileSync(at('show', name), text);
      writeFileSync(at('show/noon.jpg'), NOON);
      expect(await mms(['compose', at('show'), '-o', at('a.mms')])).toMatchObject({ code: 0 });
      expect(namesOf(at('a.mms'))).toEqual(SENT);
    });

    it(`in a ZIP: ${name}, at the top or in its only folder`, async () => {
      for (const folder of ['', 'show/']) {
        const entries = [
          { name: `${folder}${name}`, data: new TextEncoder().encode(text) },
          { name: `${folder}noon.jpg`, data: new Uint8Array(NOON) },
        ];
        writeFileSync(at('show.zip'), await writeZip(entries));
        expect(await mms(['compose', at('show.zip'), '-o', at('a.mms')])).toMatchObject({ code: 0 });
        expect(namesOf(at('a.mms'))).toEqual(SENT);
      }
    });
  }

  for (const text of [YAML.replace('image: noon.jpg, ', ''), '{"slides":[{"text":"Noon"}]}']) {
    it(`on standard input: ${text.slice(0, 10)}`, async () => {
      expect(await mms(['compose', '-', '-o', at('a.mms')], text)).toMatchObject({ code: 0 });
      expect(namesOf(at('a.mms'))).toEqual(['smil.smil', 'slide1.txt']);
    });
  }

  it('a text on standard input stays a text', async () => {
    await mms(['compose', '-', '-o', at('a.mms')], 'Slides: we have three new ones');
    expect(namesOf(at('a.mms'))).toEqual(['stdin']);
  });

  it('two of them are refused', async () => {
    mkdirSync(at('show'));
    writeFileSync(at('show/message.yaml'), YAML);
    writeFileSync(at('show/message.json'), JSON_TEXT);
    const { code, stderr } = await mms(['compose', at('show'), '-o', at('a.mms')]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('manifest/several')]);
  });

  it('one in a ZIP names nothing outside it', async () => {
    writeFileSync(at('secret.jpg'), NOON);
    const text = JSON.stringify({ slides: [{ image: at('secret.jpg') }] });
    writeFileSync(
      at('show.zip'),
      await writeZip([{ name: 'message.json', data: new TextEncoder().encode(text) }]),
    );
    const { code, stderr } = await mms(['compose', at('show.zip'), '-o', at('a.mms')]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('file/outside-root')]);
  });
});

describe('the budget holds whatever the way out', () => {
  const budget = `budget: { bytes: 4kB }\n${YAML}`;
  const ways: readonly [what: string, args: () => Promise<string[]>, stdin?: string][] = [
    ['a manifest', async () => [at('m.yaml')]],
    [
      'a folder',
      async () => {
        renameSync(at('m.yaml'), at('message.yaml'));
        return [root];
      },
    ],
    [
      'a ZIP',
      async () => {
        const entries = ['m.yaml', 'noon.jpg'].map(name => ({
          name,
          data: new Uint8Array(readFileSync(at(name))),
        }));
        writeFileSync(at('x.zip'), await writeZip(entries));
        return [at('x.zip')];
      },
    ],
  ];
  for (const [what, args] of ways) {
    it(`from ${what} to -o`, async () => {
      writeFileSync(at('noon.jpg'), NOON);
      writeFileSync(at('m.yaml'), budget);
      expect(NOON.length).toBeGreaterThan(LIMIT);
      const out = join(tmpdir(), `mms-ways-${process.pid}.mms`);
      expect(await mms(['compose', ...(await args()), '-o', out])).toMatchObject({ code: 0 });
      expect(statSync(out).size).toBeLessThanOrEqual(LIMIT);
      rmSync(out);
    });
  }

  it('in the library, for manifest and builder', async () => {
    const message = await Presentation.fromManifest(
      { budget: { bytes: '4kB' }, slides: [{ image: 'noon.jpg' }] },
      { baseDir: HARBOUR },
    );
    expect(message.toMms().length).toBeLessThanOrEqual(LIMIT);
  });

  it('the only target is taken, of several one is chosen or all are written', async () => {
    writeFileSync(at('noon.jpg'), NOON);
    writeFileSync(at('one.yaml'), `targets: { small: { budget: { bytes: 4kB } } }\n${YAML}`);
    expect(await mms(['compose', at('one.yaml'), '-o', at('one.mms')])).toMatchObject({ code: 0 });
    expect(statSync(at('one.mms')).size).toBeLessThanOrEqual(LIMIT);

    writeFileSync(at('two.yaml'), `targets: { small: { budget: { bytes: 4kB } }, large: {} }\n${YAML}`);
    const { stderr } = await mms(['compose', at('two.yaml'), '-o', at('none.mms')]);
    expect(stderr).toContain('fitted to none of the targets small, large');
    await mms(['compose', at('two.yaml'), '-o', at('two.mms'), '--target', 'small']);
    expect(statSync(at('two.mms')).size).toBeLessThanOrEqual(LIMIT);
    await mms(['compose', at('two.yaml'), '-o', at('two-[target].mms')]);
    expect(statSync(at('two-small.mms')).size).toBeLessThanOrEqual(LIMIT);
    expect(statSync(at('two-large.mms')).size).toBeGreaterThan(LIMIT);
    const unknown = await mms(['compose', at('two.yaml'), '-o', at('two.mms'), '--target', 'smal']);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('did you mean small?')]);
  });
});

describe('wrong input', () => {
  it('all missing files of a manifest are told at once', async () => {
    writeFileSync(
      at('m.yaml'),
      'slides: [{ image: a.jpg, text: A }, { image: b.jpg }]\nattachments: [c.vcf]\n',
    );
    const { code, stderr } = await mms(['compose', at('m.yaml'), '-o', at('a.mms')]);
    expect(code).toBe(1);
    for (const place of ['slides[0].image', 'slides[1].image', 'attachments[0]'])
      expect(stderr).toContain(place);
  });

  it('--mms-version 2.0 is refused', async () => {
    const { code, stderr } = await mms(['compose', '-', '-o', at('a.mms'), '--mms-version', '2.0'], 'Hi');
    expect([code, stderr]).toEqual([2, expect.stringContaining('1.0, 1.1, 1.2, 1.3')]);
  });
});

describe('an output never replaces an input', () => {
  it('not a file that a manifest or a folder holds, under any name', async () => {
    mkdirSync(at('show'));
    writeFileSync(at('show/noon.jpg'), NOON);
    writeFileSync(at('m.yaml'), YAML.replace('noon.jpg', 'show/noon.jpg'));
    symlinkSync(at('show/noon.jpg'), at('link.mms'));
    for (const input of [at('m.yaml'), at('show')]) {
      for (const output of [at('show/noon.jpg'), at('link.mms'), `${root}/show/../show/noon.jpg`]) {
        const { code, stderr } = await mms(['compose', input, '-o', output]);
        expect([code, stderr]).toEqual([1, expect.stringContaining('file/output-is-input')]);
      }
    }
    expect(readFileSync(at('show/noon.jpg'))).toEqual(NOON);
  });
});
