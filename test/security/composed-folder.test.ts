import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isInside, openReal, writeZip } from '../../src/archive/index.ts';
import type { Command } from '../../src/cli/command.ts';
import { adapt } from '../../src/cli/commands/adapt.ts';
import { compose } from '../../src/cli/commands/compose.ts';
import { lint } from '../../src/cli/commands/lint.ts';
import { preview } from '../../src/cli/commands/preview.ts';
import { send } from '../../src/cli/commands/send.ts';
import { startDevServer } from '../../src/dev/index.ts';
import {
  composeTargets,
  openPresentation,
  Presentation,
  presentation,
} from '../../src/presentation/index.ts';
import { runCommand } from '../support/cli.ts';

const SECRET = 'a stranger must not get this';
const SMIL =
  '<smil><head><layout><root-layout/></layout></head><body><par><text src="note.txt"/></par></body></smil>';

const made: string[] = [];
let root = '';
const at = (...names: string[]): string => join(root, ...names);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'mms-stranger-')));
  made.push(root);
  mkdirSync(at('show/media'), { recursive: true });
  writeFileSync(at('secret.txt'), SECRET);
  writeFileSync(at('show/media/hello.txt'), 'Hello');
});
afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true });
});

function manifest(value: object, name = 'message.json'): string {
  writeFileSync(at('show', name), JSON.stringify(value));
  return at('show', name);
}

const textOf = ({ parts }: Presentation): string =>
  parts.map(({ data }) => new TextDecoder().decode(data)).join('\n');

/** Every key of a manifest that names a file, with the name in its place. */
const NAMING: readonly [what: string, manifest: (name: string) => object][] = [
  ['a medium', name => ({ slides: [{ text: { src: name } }] })],
  ['an attachment', name => ({ attachments: [name] })],
  ['a listed part', name => ({ parts: [{ src: name, type: 'text/plain' }] })],
  [
    'an unpacked part',
    name => ({ smil: 'verbatim', parts: [{ src: name, type: 'text/plain', sha256: '0'.repeat(64) }] }),
  ],
];

const OUT_OF_IT: readonly [what: string, name: () => string][] = [
  ['a path by ..', () => '../secret.txt'],
  ['a longer one', () => 'media/../../secret.txt'],
  ['an absolute path', () => at('secret.txt')],
];

describe('a composed folder', () => {
  for (const [key, value] of NAMING) {
    it.each(OUT_OF_IT)(`refuses %s for ${key}`, async (_, name) => {
      manifest(value(name()));
      const refusal = { code: 'file/outside-root', hint: expect.stringContaining('put the') };
      await expect(Presentation.fromFolder(at('show'))).rejects.toMatchObject(refusal);
      await expect(openPresentation([at('show')])).rejects.toMatchObject(refusal);
    });
  }

  it('refuses SMIL documents and profiles outside it', async () => {
    for (const value of [
      { smil: '../show.smil' },
      { slides: [{ text: 'Hi' }], targets: { one: { profile: '../phone.json' } } },
    ]) {
      manifest(value);
      await expect(openPresentation([at('show')])).rejects.toMatchObject({ code: 'file/outside-root' });
    }
  });

  it('reads what it holds, also from a folder beside that of the manifest', async () => {
    for (const name of ['media/hello.txt', './media/../media/hello.txt']) {
      manifest({ slides: [{ text: { src: name } }] });
      expect(textOf(await Presentation.fromFolder(at('show')))).toContain('Hello');
    }
    rmSync(at('show/message.json'));
    mkdirSync(at('show/config'));
    manifest({ slides: [{ text: { src: '../media/hello.txt' } }] }, 'config/message.json');
    expect(textOf(await Presentation.fromFolder(at('show')))).toContain('Hello');
  });

  it('follows no link, neither in sight nor hidden, neither by manifest nor by SMIL', async () => {
    symlinkSync(at('secret.txt'), at('show/note.txt'));
    manifest({ slides: [{ text: { src: 'note.txt' } }] });
    await expect(Presentation.fromFolder(at('show'))).rejects.toMatchObject({ code: 'folder/symlink' });

    rmSync(at('show/note.txt'));
    symlinkSync(at('secret.txt'), at('show/.note.txt'));
    symlinkSync(root, at('show/.up'));
    for (const name of ['.note.txt', '.up/secret.txt']) {
      manifest({ slides: [{ text: { src: name } }] });
      await expect(Presentation.fromFolder(at('show'))).rejects.toMatchObject({
        code: 'file/not-found',
        hint: 'hidden files are not read',
      });
      writeFileSync(at('show/show.smil'), SMIL.replace('note.txt', name));
      manifest({ smil: 'show.smil' });
      await expect(Presentation.fromFolder(at('show'))).rejects.toMatchObject({ code: 'ref/unresolved' });
    }
    rmSync(at('show/message.json'));
    await expect(Presentation.fromFolder(at('show'))).rejects.toMatchObject({ code: 'ref/unresolved' });
  });

  it('writes its outputs inside alone, never hidden, never over what it read', async () => {
    for (const [name, code] of [
      ['../out.mms', 'file/outside-root'],
      [at('out.mms'), 'file/outside-root'],
      ['.git/hooks/post-checkout', 'file/outside-root'],
      ['media/hello.txt', 'file/output-is-input'],
      ['message.json', 'file/output-is-input'],
    ] as const) {
      manifest({ slides: [{ text: { src: 'media/hello.txt' } }], out: { report: name, mms: 'a.mms' } });
      await expect(runCommand(compose, [at('show')]), name).rejects.toMatchObject({
        code,
        path: 'out.report',
      });
    }
    expect(existsSync(at('show/a.mms'))).toBe(false);
    manifest({ to: ['+447700900123'], slides: [{ text: 'Hi' }], out: { mms: 'made/a.mms' } });
    for (const _ of ['first', 'again']) expect((await runCommand(compose, [at('show')])).code).toBe(0);
    expect(readFileSync(at('show/made/a.mms')).length).toBeGreaterThan(50);
  });

  it('is explained by the live preview, which shows nothing of outside', async () => {
    manifest({ slides: [{ text: { src: '../secret.txt' } }] });
    const server = await startDevServer([at('show')]);
    const page = await (await fetch(`${server.url}preview`)).text();
    await server.close();
    expect(page).toContain('file/outside-root');
    expect(page).not.toContain(SECRET);
  });
});

describe('a composed ZIP', () => {
  const zipOf = async (value: object): Promise<string> => {
    const data = new TextEncoder().encode(JSON.stringify(value));
    writeFileSync(at('show.zip'), await writeZip([{ name: 'message.json', data }]));
    return at('show.zip');
  };

  for (const [key, value] of NAMING) {
    it.each(OUT_OF_IT)(`refuses %s for ${key}`, async (_, name) => {
      const path = await zipOf(value(name()));
      const refusal = { code: 'file/outside-root' };
      await expect(openPresentation([path])).rejects.toMatchObject(refusal);
      await expect(Presentation.fromZip(readFileSync(path))).rejects.toMatchObject(refusal);
    });
  }

  it('writes no file of its own choice', async () => {
    const slides = [{ text: 'Hi' }];
    const inside = await zipOf({ slides, out: { mms: 'package.json' } });
    await expect(runCommand(compose, [inside])).rejects.toThrow(/expected -o/);
    for (const mms of ['../../out.mms', at('out.mms'), '.bashrc']) {
      const path = await zipOf({ slides, out: { mms } });
      await expect(runCommand(compose, [path])).rejects.toMatchObject({ code: 'file/outside-root' });
    }
    expect(existsSync(at('out.mms'))).toBe(false);
  });
});

describe('a manifest that the user names', () => {
  it('reaches out, unless it is what was unpacked', async () => {
    for (const [key, value] of NAMING) {
      const opened = Presentation.fromManifest(manifest(value('../secret.txt')));
      if (key === 'an unpacked part')
        await expect(opened).rejects.toMatchObject({ code: 'file/outside-root' });
      else expect(textOf(await opened), key).toContain(SECRET);
    }
  });

  it('stays below a root, links followed, however it is opened', async () => {
    symlinkSync(at('secret.txt'), at('show/link.txt'));
    symlinkSync(at('show/media/hello.txt'), at('show/inner.txt'));
    const options = { root: at('show') };
    for (const name of ['../secret.txt', '../nothing.txt', at('secret.txt'), 'link.txt']) {
      const value = { slides: [{ text: { src: name } }] };
      const path = manifest(value);
      const refusal = { code: 'file/outside-root', path: 'slides[0].text' };
      await expect(Presentation.fromManifest(path, options)).rejects.toMatchObject(refusal);
      await expect(composeTargets(path, options)).rejects.toMatchObject(refusal);
      await expect(openPresentation([path], options)).rejects.toMatchObject(refusal);
      await expect(
        presentation({ ...options, baseDir: at('show') })
          .slide({ text: { src: name } })
          .build(),
      ).rejects.toMatchObject(refusal);
    }
    for (const src of ['media/hello.txt', 'inner.txt', at('show/media/hello.txt')]) {
      const path = manifest({ slides: [{ text: { src } }] });
      expect(textOf(await Presentation.fromManifest(path, options)), src).toContain('Hello');
    }
  });

  it('stays below a root by its SMIL, its profiles and its outputs too', async () => {
    symlinkSync(at('secret.txt'), at('show/note.txt'));
    writeFileSync(at('show/show.smil'), SMIL);
    symlinkSync(root, at('show/up'));
    symlinkSync(at('made.mms'), at('show/dangling.mms'));
    for (const value of [
      { smil: 'show.smil' },
      { slides: [{ text: 'Hi' }], targets: { one: { profile: '../secret.txt' } } },
      { slides: [{ text: 'Hi' }], out: { mms: '../out.mms' } },
      { slides: [{ text: 'Hi' }], out: { mms: 'up/out.mms' } },
      { slides: [{ text: 'Hi' }], out: { mms: 'dangling.mms' } },
    ]) {
      const refusal = { code: 'file/outside-root' };
      await expect(composeTargets(manifest(value), { root: at('show') })).rejects.toMatchObject(refusal);
    }
  });

  it.each<[Command, string[]]>([
    [compose, ['-o', 'OUT']],
    [adapt, ['--max-size', '9999', '-o', 'OUT']],
    [preview, ['-o', 'OUT']],
    [send, ['--to', '+447700900123', '--dry-run']],
  ])('stays below --root: $name', async (command, rest) => {
    const path = manifest({ slides: [{ text: { src: '../secret.txt' } }] });
    const words = command === send ? ['mms', path] : [path];
    const args = [...words, ...rest.map(word => (word === 'OUT' ? at('out') : word))];
    await expect(runCommand(command, [...args, '--root', at('show')])).rejects.toMatchObject({
      code: 'file/outside-root',
    });
    expect(existsSync(at('out'))).toBe(false);
    expect((await runCommand(command, args)).code).toBe(0);
  });

  it('stays below --root: lint, dev', async () => {
    const value = { slides: [{ text: { src: '../secret.txt' } }] };
    for (const targets of [undefined, { one: {}, two: {} }]) {
      const path = manifest({ ...value, targets });
      const { code, stdout } = await runCommand(lint, [path, '--root', at('show')]);
      expect([code, stdout]).toEqual([1, expect.stringContaining('file/outside-root')]);
    }
    const server = await startDevServer([manifest(value)], { root: at('show') });
    const page = await (await fetch(`${server.url}preview`)).text();
    await server.close();
    expect(page).toContain('file/outside-root');
  });

  it('says that the root is missing, when it is', async () => {
    const path = manifest({ slides: [{ text: { src: 'media/hello.txt' } }] });
    await expect(Presentation.fromManifest(path, { root: at('gone') })).rejects.toMatchObject({
      code: 'file/not-found',
      message: expect.stringContaining(at('gone')),
    });
  });
});

describe('a file that is opened by its real path', () => {
  it('is not one that took its place', async () => {
    const path = at('show/media/hello.txt');
    // The folder becomes a link between the look at its path and the opening.
    const opened = await openReal(path, () => {
      rmSync(at('show/media'), { recursive: true });
      mkdirSync(at('other'));
      linkSync(at('secret.txt'), at('other/hello.txt'));
      symlinkSync(at('other'), at('show/media'));
      return true;
    });
    expect(opened).toBeUndefined();
  });

  it('is inside a folder or not, whatever the way there', async () => {
    symlinkSync('..', at('show/up'));
    symlinkSync(at('show/nothing'), at('show/inner'));
    symlinkSync(at('nothing'), at('show/outer'));
    const inside = ['show/media', 'show/new/file', 'show/up/show/media', 'show/inner'];
    const outside = ['', 'show', 'secret.txt', 'shown', 'show/up/new', 'show/up', 'show/outer'];
    for (const name of inside) expect(await isInside(at('show'), at(name)), name).toBe(true);
    for (const name of outside) expect(await isInside(at('show'), resolve(root, name)), name).toBe(false);
  });
});
