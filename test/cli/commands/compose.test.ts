import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run.ts';
import { decodePdu } from '../../../src/mms/index.ts';
import { describeWithOracle } from '../../support/oracle.ts';

const ROOT = join(import.meta.dirname, '../../..');
const HARBOUR = join(ROOT, 'samples/harbour/message.yaml');
const LUTHER = join(ROOT, 'samples/luther.zip');
const MAIN = join(ROOT, 'dist/cli/main.js');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mms-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const octets = (name: string): Uint8Array => new Uint8Array(readFileSync(at(name)));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function mms(...args: string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, {
    stdout: {
      write: data => out.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1')),
    },
    stderr: { write: text => err.push(text) },
    stdin: async () => new Uint8Array(),
    env: {},
    isTerminal: false,
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

describe('mms compose', () => {
  it("makes the manual's luther.zip a message", async () => {
    const { code, stdout } = await mms(
      'compose',
      LUTHER,
      '-o',
      at('luther.mms'),
      '--to',
      '+447700900123',
      '--subject',
      'Luther',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('luther.txt');
    const pdu = decodePdu(octets('luther.mms'));
    expect(pdu).toMatchObject({
      messageType: 'm-send-req',
      subject: 'Luther',
      to: ['+447700900123/TYPE=PLMN'],
    });
  });

  it('compose, unpack, compose gives the same octets', async () => {
    for (const [input, ...options] of [
      [HARBOUR],
      [LUTHER, '--to', '+447700900123', '--subject', 'Ünïcode'],
    ]) {
      const name = `round-${options.length}`;
      expect((await mms('compose', input ?? '', '-o', at(`${name}.mms`), ...options)).code).toBe(0);
      expect((await mms('unpack', at(`${name}.mms`), '-d', at(name))).code).toBe(0);
      expect((await mms('compose', at(name), '-o', at(`${name}-again.mms`))).code).toBe(0);
      expect(octets(`${name}-again.mms`)).toEqual(octets(`${name}.mms`));
    }
  });

  it('a ZIP of a message composes to the same message', async () => {
    const headers = [
      '--to',
      '+447700900123',
      '--subject',
      'A day at the harbour',
      '--date',
      '2026-05-23T14:14:58Z',
    ];
    expect((await mms('compose', HARBOUR, '-o', at('h.mms'))).code).toBe(0);
    expect((await mms('compose', HARBOUR, '-o', at('h.zip'))).code).toBe(0);
    expect((await mms('compose', at('h.zip'), '-o', at('h2.mms'), ...headers)).code).toBe(0);
    expect(octets('h2.mms')).toEqual(octets('h.mms'));
  });

  it('media files in order make slides, a picture beside its text', async () => {
    const media = ['morning.jpg', 'noon.jpg', 'harbour.mid'].map(name => join(ROOT, 'samples/harbour', name));
    writeFileSync(at('words.txt'), 'Grüße');
    const files = [media[0] ?? '', at('words.txt'), media[1] ?? '', media[2] ?? ''];
    expect((await mms('compose', ...files, '-o', at('files.mms'), '--to', '50505')).code).toBe(0);
    const pdu = decodePdu(octets('files.mms'));
    if (pdu.messageType !== 'm-send-req') throw new Error(pdu.messageType);
    const smil = new TextDecoder().decode(pdu.parts?.[0]?.data);
    expect(smil.match(/<par /g)).toHaveLength(2);
    expect(smil).toMatch(/<par [^>]*><img [^>]*morning\.jpg[^>]*\/><text [^>]*words\.txt/);
    expect(pdu.parts?.map(part => part.contentLocation)).toEqual([
      'smil.smil',
      'morning.jpg',
      'words.txt',
      'noon.jpg',
      'harbour.mid',
    ]);
  });

  it('retrieve-conf has a date, no Bcc and no insert-address', async () => {
    const { code, stderr } = await mms(
      'compose',
      HARBOUR,
      '-o',
      at('r.mms'),
      '--pdu',
      'retrieve-conf',
      '--bcc',
      '50505',
    );
    expect(code).toBe(0);
    expect(stderr).toContain('mms/field-dropped');
    const pdu = decodePdu(octets('r.mms'));
    expect(pdu).toMatchObject({ messageType: 'm-retrieve-conf', date: new Date('2026-05-23T14:14:58Z') });
    expect(pdu).not.toHaveProperty('from');
    expect(pdu).not.toHaveProperty('bcc');
  });

  it('says that a message names no recipient, and composes it', async () => {
    const { code, stderr } = await mms('compose', LUTHER, '-o', at('nobody.mms'));
    expect(code).toBe(0);
    expect(stderr).toContain('mms/no-recipient-composed');
  });

  it('writes every target of a manifest', async () => {
    const copy = at('targets');
    cpSync(join(ROOT, 'samples/harbour'), copy, { recursive: true });
    const manifest = join(copy, 'message.yaml');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll('../../out/', 'out/'));
    appendFileSync(manifest, '  preview: "out/[target].html"\n');
    const { code, stdout } = await mms('compose', manifest, '--json');
    expect(code).toBe(0);
    const written = JSON.parse(stdout) as {
      target: string;
      files: string[];
      sizes: { total: number };
      maxBytes: number;
    }[];
    expect(written.map(({ target }) => target)).toEqual(['nokia-6230', 'sonyericsson-t610', 'small']);
    for (const { files, sizes, maxBytes } of written) {
      const [message = '', page = '', report = ''] = files;
      expect(readFileSync(page, 'utf8')).toContain(`data-octets="${sizes.total}"`);
      expect(readFileSync(message)).toHaveLength(sizes.total);
      expect(sizes.total).toBeLessThanOrEqual(maxBytes);
      expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ sizes: { total: sizes.total } });
    }
  });

  it('gives the same octets twice, and in every time zone and language', () => {
    const outputs = [
      { TZ: 'UTC', LANG: 'C' },
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
    ].map(env => {
      const run = (file: string): Buffer => {
        const result = spawnSync(process.execPath, [MAIN, 'compose', HARBOUR, '-o', at(file)], {
          env: { ...process.env, ...env },
        });
        expect(result.status).toBe(0);
        return readFileSync(at(file));
      };
      return Buffer.concat([run('tz.mms'), run('tz.zip'), run('tz.mms')]).toString('base64');
    });
    expect(new Set(outputs).size).toBe(1);
  });
});

describe('bad input', () => {
  interface Case {
    readonly name: string;
    readonly args: () => string[];
    readonly code: number;
    readonly says: readonly string[];
  }

  const manifest = (name: string, text: string): string => {
    writeFileSync(at(name), text);
    return at(name);
  };
  const OUT = 'never.mms';
  const emptyZip = join(ROOT, 'test/vectors/zip/zip/13-empty.zip');

  const cases: readonly Case[] = [
    {
      name: 'a missing file',
      args: () => ['compose', at('nowhere.zip')],
      code: 1,
      says: ['nowhere.zip', 'file/not-found'],
    },
    { name: 'an empty ZIP', args: () => ['compose', emptyZip], code: 1, says: ['zip/empty'] },
    {
      name: 'a manifest with a typo',
      args: () => ['compose', manifest('typo.yaml', 'slides:\n  - imgae: a.jpg\n')],
      code: 1,
      says: ['slides[0].imgae', 'image', 'manifest/unknown-key'],
    },
    {
      name: 'a manifest that is not YAML',
      args: () => ['compose', manifest('broken.yaml', 'slides: [\n')],
      code: 1,
      says: ['manifest/syntax'],
    },
    {
      name: 'a picture that is missing',
      args: () => ['compose', manifest('gone.yaml', 'slides:\n  - text: x\n  - image: gone.jpg\n')],
      code: 1,
      says: ['slides[1].image', 'gone.jpg', 'file/not-found'],
    },
    {
      name: 'a picture that is none',
      args: () => {
        writeFileSync(at('fake.jpg'), 'this is text');
        return ['compose', manifest('fake.yaml', 'slides:\n  - image: fake.jpg\n')];
      },
      code: 1,
      says: ['slides[0].image', 'media/not-a-picture'],
    },
    {
      name: 'hexadecimal with a stray character',
      args: () => ['decode', '--hex', '8c80 9g'],
      code: 1,
      says: ['hex/bad-digit', 'character 7'],
    },
    {
      name: 'octets that are not a PDU',
      args: () => ['decode', '--hex', '00'],
      code: 1,
      says: ['mms/not-a-pdu', 'offset'],
    },
    { name: 'no command', args: () => [], code: 2, says: ['usage: mms'] },
    { name: 'an unknown command', args: () => ['compse'], code: 2, says: ['compse', 'compose'] },
    { name: 'an unknown option', args: () => ['compose', LUTHER, '--too', 'x'], code: 2, says: ['--too'] },
    { name: 'no output', args: () => ['compose', LUTHER], code: 2, says: ['-o'] },
    {
      name: 'a word that is not offered',
      args: () => ['compose', LUTHER, '--pdu', 'send'],
      code: 2,
      says: ['send-req'],
    },
    {
      name: 'a bad address',
      args: () => ['compose', LUTHER, '--to', 'a b'],
      code: 1,
      says: ['--to', 'mms/bad-address'],
    },
    {
      name: 'a bad date',
      args: () => ['compose', LUTHER, '--date', 'yesterday'],
      code: 1,
      says: ['date', 'bytes/value-range'],
    },
  ];

  for (const { name, args, code, says } of cases) {
    it(`${name}: one clear message, exit code ${code}, no file`, async () => {
      const words = args();
      const withOutput = words[0] === 'compose' && name !== 'no output' ? [...words, '-o', at(OUT)] : words;
      const outcome = await mms(...withOutput);
      expect(outcome.code).toBe(code);
      for (const word of says) expect(outcome.stderr).toContain(word);
      expect(outcome.stderr).not.toMatch(/^\s+at /m);
      expect(existsSync(at(OUT))).toBe(false);
      expect(readdirSync(folder).filter(file => file.endsWith('.tmp'))).toEqual([]);
    });
  }

  it('an output that cannot be written: exit code 1, nothing left', async () => {
    mkdirSync(at('taken.mms'), { recursive: true });
    const { code, stderr } = await mms('compose', LUTHER, '-o', at('taken.mms'));
    expect(code).toBe(1);
    expect(stderr).toContain('file/unwritable');
    expect((await mms('compose', LUTHER, '-o', at('no/such/folder/x.mms'))).code).toBe(1);
    expect(readdirSync(folder).filter(file => file.endsWith('.tmp'))).toEqual([]);
  });

  it('shows the stack only when DEBUG is set', () => {
    const env = { ...process.env, DEBUG: '1' };
    const { stderr } = spawnSync(process.execPath, [MAIN, 'decode', '--hex', '00'], {
      env,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^\s+at /m);
  });
});

describe('mms decode', () => {
  const PUSHED = '0106' + '01ae' + '02056a0045c60c036578616d706c650085036100010348656c6c6f000101';

  it('shows a WAP push with the document that it carries', async () => {
    const { code, stdout } = await mms('decode', '--hex', PUSHED, '--as', 'wsp-push');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      pduType: 'push',
      contentType: { type: 'application/vnd.wap.sic' },
      serviceIndication: { href: 'http://example.com/a', content: 'Hello' },
    });
  });

  it('shows the settings in a push', async () => {
    const body = '030b6a00c54601c65601870706034578616d706c6500010101';
    const { code, stdout } = await mms('decode', '--hex', `01060403b69183${body}`, '--as', 'wsp-push');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      contentType: { type: 'application/vnd.wap.connectivity-wbxml', parameters: { sec: 3 } },
      provisioning: {
        characteristics: [{ type: 'BOOTSTRAP', content: [{ name: 'NAME', value: 'Example' }] }],
      },
    });
  });

  it('shows the MMS notification in a push', async () => {
    const notification = JSON.parse(
      readFileSync(join(ROOT, 'test/vectors/mms/08-notification-ind.json'), 'utf8'),
    ) as { hex: string };
    const { code, stdout } = await mms(
      'decode',
      '--hex',
      `010603beaf84${notification.hex}`,
      '--as',
      'wsp-push',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      applicationId: 'x-wap-application:mms.ua',
      pdu: { messageType: 'm-notification-ind', messageSize: 23069 },
    });
  });

  it('refuses a form that it does not know', async () => {
    expect((await mms('decode', '--hex', PUSHED, '--as', 'wbxml')).code).toBe(2);
  });
});

describe('help', () => {
  it('lists the commands, and what each takes', async () => {
    const { code, stdout } = await mms('--help');
    expect(code).toBe(0);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) {2}/gm)].map(match => match[1] ?? '');
    expect(names).toContain('compose');
    for (const name of names) {
      const help = await mms(name, '--help');
      expect([name, help.code, help.stdout.includes(`usage: mms ${name}`)]).toEqual([name, 0, true]);
    }
  });

  it('tells the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect((await mms('--version')).stdout).toBe(`${version}\n`);
  });
});

describeWithOracle(['unzip'], 'unzip', () => {
  it('finds a bundle clean, its dates fixed', async () => {
    await mms('compose', HARBOUR, '-o', at('oracle.zip'));
    expect(spawnSync('unzip', ['-t', at('oracle.zip')]).status).toBe(0);
    const listing = spawnSync('unzip', ['-l', at('oracle.zip')], { encoding: 'utf8' }).stdout;
    expect(listing.match(/1980-01-01 00:00/g)).toHaveLength(8);
  });
});
