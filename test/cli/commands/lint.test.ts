import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../../../src/cli/commands/lint.ts';
import { encodePdu } from '../../../src/mms/index.ts';
import { GOOD, text } from '../../lint/samples.ts';

const VECTORS = resolve(import.meta.dirname, '../../vectors');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, data: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
  return path;
}

interface Ran {
  readonly code: number;
  readonly out: string;
}

async function run(args: readonly string[], stdin: string | Uint8Array = ''): Promise<Ran> {
  let out = '';
  const code = await lint.run(parseArgs({ args: [...args], options: lint.options, allowPositionals: true }), {
    stdout: {
      write: data => {
        out += String(data);
      },
    },
    stderr: { write: () => undefined },
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    env: {},
    isTerminal: false,
  });
  return { code, out };
}

/** The codes that `mms lint --json` prints. */
async function codesOf(args: readonly string[], stdin?: string | Uint8Array): Promise<string[]> {
  const { out } = await run([...args, '--json'], stdin);
  return JSON.parse(out).findings.map(({ code }: { code: string }) => code);
}

const mms = encodePdu({
  messageType: 'm-send-req',
  transactionId: 'T1',
  to: ['+447700900123'],
  contentType: { type: 'application/vnd.wap.multipart.related' },
  parts: GOOD.parts,
});

const DOCUMENT = '<smil>\n<body>\n<par dur="5s"><text src="a.txt"/></par></body></smil>';

describe('mms lint', () => {
  it('judges a SMIL document alone', async () => {
    const path = file('a.smil', DOCUMENT);
    const { code, out } = await run([path]);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        `${path}:1:1   warning  layout/missing-head      no <head>: some phones then show an empty message  [AOSP SmilDocumentImpl]`,
        `${path}:3:6   warning  timing/not-milliseconds  dur="5s" is written "5000ms"  [MMS-CONF2]`,
        `${path}:3:15  warning  slide/missing-region     <text> has no region  [Tizen MmsPluginSMILValidate]`,
        '✔ 3 warnings',
        '',
      ].join('\n'),
    );
  });

  it('judges standard input', async () => {
    expect(await codesOf(['-'], DOCUMENT)).toContain('layout/missing-head');
    expect(await codesOf(['-'], mms)).toEqual(['layout/unused-region']);
  });

  it('exits with 1 for errors, and for more warnings than allowed', async () => {
    const warned = file('w.smil', DOCUMENT);
    expect((await run([warned, '--max-warnings', '3'])).code).toBe(0);
    expect((await run([warned, '--max-warnings', '2'])).code).toBe(1);
    expect((await run([file('e.smil', '<smil/>')])).code).toBe(1);
    expect((await run([file('n.smil', '<smil>')])).code).toBe(1);
  });

  it('takes settings of rules', async () => {
    const path = file('s.smil', DOCUMENT);
    const off = [
      '--rule',
      'layout/missing-head=off,timing/not-milliseconds=off',
      '--rule',
      'slide/missing-region=error',
    ];
    const { code, out } = await run([path, ...off]);
    expect([code, out.split('\n').length]).toEqual([1, 3]);
    await expect(run([path, '--rule', 'x'])).rejects.toThrow(expect.objectContaining({ name: 'UsageError' }));
    await expect(run([path, '--rule', 'x/y=off'])).rejects.toThrow(
      expect.objectContaining({ code: 'lint/unknown-rule' }),
    );
  });

  it('prints every format', async () => {
    const path = file('f.smil', DOCUMENT);
    expect((await run([path, '--format', 'github'])).out).toMatch(
      /^::warning file=.*f\.smil,line=1,col=1,title=/,
    );
    expect(JSON.parse((await run([path, '--format', 'sarif'])).out).version).toBe('2.1.0');
    expect(JSON.parse((await run([path, '--format', 'json'])).out)).toMatchObject({ errors: 0, warnings: 3 });
    await expect(run([path, '--format', 'xml'])).rejects.toThrow(
      expect.objectContaining({ name: 'UsageError' }),
    );
  });

  it('judges for a profile, a class and a mode', async () => {
    const path = file(
      'big.mms',
      encodePdu({
        messageType: 'm-send-req',
        transactionId: 'T',
        to: ['+447700900123'],
        contentType: { type: 'application/vnd.wap.multipart.mixed' },
        parts: [text('a.txt', 'x'.repeat(31_000))],
      }),
    );
    expect(await codesOf([path])).toEqual([]);
    expect(await codesOf([path, '--content-class', 'text'])).toEqual(['size/over-class']);
    expect((await run([path, '--content-class', 'text', '--mode', 'restricted'])).code).toBe(1);
    expect(await codesOf([path, '--profile', 'nokia-6610'])).toEqual(['size/over-profile']);
    const own = file('own.json', '{ "maxBytes": 31500, "accept": [] }');
    expect(await codesOf([path, '--profile', own])).toEqual(['size/near-limit']);
    await expect(run([path, '--profile', 'nokia-0'])).rejects.toThrow(
      expect.objectContaining({ code: 'media/unknown-profile' }),
    );
  });

  it('judges a folder and a manifest, whose settings hold until an option wins', async () => {
    file('dir/a.smil', DOCUMENT);
    file('dir/a.txt', 'hello');
    const dir = join(folder, 'dir');
    const { code, out } = await run([dir]);
    expect(code).toBe(0);
    expect(out).toMatch(/^.*\/dir\/a\.smil:1:1 +warning +layout\/missing-head .*\[fixed\]/);
    expect((await run([dir, '--max-warnings', '0'])).code).toBe(0);

    const manifest = file(
      'm.yaml',
      'slides: [{ text: "hello" }]\nsubject: "a subject that is much longer than forty characters"\nlint: { header/subject-too-long: error }\n',
    );
    expect((await run([manifest])).code).toBe(1);
    expect((await run([manifest, '--rule', 'header/subject-too-long=off'])).code).toBe(0);
    const wrong = file('wrong.yaml', 'slides: [{ txt: "hello" }]\n');
    const found = await run([wrong]);
    expect([found.code, found.out]).toEqual([1, expect.stringContaining('manifest/unknown-key')]);
    const typo = file('typo.yaml', 'slides: [{ text: "hello" }]\nlint: { header/nothing: off }\n');
    expect((await run([typo])).code).toBe(1);
  });

  it('refuses wrong usage and files that are not there', async () => {
    await expect(run([])).rejects.toThrow(expect.objectContaining({ name: 'UsageError' }));
    await expect(run(['a', 'b'])).rejects.toThrow(expect.objectContaining({ name: 'UsageError' }));
    await expect(run([join(folder, 'absent.mms')])).rejects.toThrow(
      expect.objectContaining({ code: 'file/not-found' }),
    );
    await expect(run([join(folder, 'absent.zip')])).rejects.toThrow(
      expect.objectContaining({ code: 'file/not-found' }),
    );
  });
});

describe('mms lint of a ZIP', () => {
  const { cases }: { cases: { file: string; rules: string[]; verdict: string }[] } = JSON.parse(
    readFileSync(join(VECTORS, 'zip/zip-cases.json'), 'utf8'),
  );

  it.each(cases)('$file raises $rules', async ({ file: name, rules, verdict }) => {
    const path = join(VECTORS, 'zip', name);
    expect(await codesOf([path])).toEqual(expect.arrayContaining(rules));
    expect((await run([path])).code).toBe(verdict === 'ok' ? 0 : 1);
  });

  it('names the files in it, and says each thing once', async () => {
    const path = join(VECTORS, 'zip/zip/04-missing-reference.zip');
    expect((await run([path])).out).toContain(`${path}#presentation.smil:1:253`);
    const attached = await codesOf([join(VECTORS, 'zip/zip/05-unreferenced.zip')]);
    expect(attached).toEqual(['ref/unreferenced']);
  });

  it('raises zip/encrypted and zip/too-large, which none of the cases has', async () => {
    const good = readFileSync(join(VECTORS, 'zip/zip/01-complete.zip'));
    expect(await codesOf([file('good.zip', good)])).not.toEqual(
      expect.arrayContaining(['zip/encrypted', 'zip/too-large']),
    );
    expect(await codesOf([join(VECTORS, 'zip/tools/refused-encrypted.zip')])).toContain('zip/encrypted');
    const large = Buffer.from(good);
    large.writeUInt32LE(6 * 1024 * 1024, large.indexOf('PK\u0001\u0002') + 24);
    expect(await codesOf([file('large.zip', large)])).toContain('zip/too-large');
  });
});
