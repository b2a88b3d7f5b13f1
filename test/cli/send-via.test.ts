import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { send } from '../../src/cli/commands/send.ts';
import { type RecordingServer, recordingServer } from '../submit/ways/recording-server.ts';
import { runCommand, runLine } from '../support/cli.ts';

const FILE = new URL('../vectors/ways-out/mm1-send-req.mms', import.meta.url).pathname;
const TO = '447700900123';
const env = { MMS_USERNAME: 'shop', MMS_PASSWORD: 'CANARY-7f3a' };

let folder: string;
let server: RecordingServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'via-'));
  server = await recordingServer(() => ({ status: 202, body: '0: Accepted for delivery' }));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => runCommand(send, args, { env });
const way = async (value: object): Promise<string> => {
  const path = join(folder, 'way.json');
  await writeFile(path, JSON.stringify(value));
  return path;
};

describe('mms send --via', () => {
  it.each([
    ['mm1', 'http://127.0.0.1:1/mms'],
    ['mm7', 'http://127.0.0.1:1/mm7'],
  ])('%s shows the request in a dry run', async (via, url) => {
    const { code, stdout } = await run('mms', FILE, '--to', TO, '--via', via, '--server', url, '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain(`POST ${url}`);
    expect(stdout).not.toContain('CANARY');
    expect(stdout).not.toContain(Buffer.from('shop:CANARY-7f3a').toString('base64'));
  });

  it.each([
    ['kannel', 'http://127.0.0.1:1', 'password=%5BREDACTED%5D'],
    ['smpp', 'smpp://127.0.0.1:1', 'short_message: 4869'],
  ])('%s does so, and never shows a password', async (via, url, text) => {
    const args = ['text', '--text', 'Hi', '--to', TO, '--via', via, '--server', url, '--dry-run'];
    for (const password of ['CANARY-7f3a', 'Q9']) {
      const { code, stdout } = await runCommand(send, args, { env: { ...env, MMS_PASSWORD: password } });
      expect(code).toBe(0);
      expect(stdout).toContain(text);
      expect(stdout).not.toContain(password);
    }
    expect((await runCommand(send, args)).code).toBe(0);
  });

  it('kannel sends, by a journal once', async () => {
    const journal = join(folder, 'j');
    const args = [
      'text',
      '--text',
      'Hi',
      '--to',
      `${TO},447700900124`,
      '--via',
      'kannel',
      '--server',
      server.url,
    ];
    for (let turn = 0; turn < 2; turn++) {
      const { code, stderr } = await run(...args, '--journal', journal);
      expect(code).toBe(0);
      expect(stderr).toContain('2  accepted');
    }
    expect(server.requests).toHaveLength(2);
    expect(server.requests[0]?.line).toMatch(
      /^GET \/cgi-bin\/sendsms\?username=shop&password=CANARY-7f3a&to=%2B447700900123&coding=0/,
    );
    expect(await readFile(journal, 'utf8')).not.toContain('CANARY');
  });

  it('mm1 takes address, proxy and header fields of a network', async () => {
    const path = await way({ subscriber: { line1: TO, line1NoCountryCode: '07700900123', nai: 'x' } });
    const args = ['mms', FILE, '--to', TO, '--via', 'mm1', '--network', '310-260', '--way', path];
    const { code, stdout } = await run(...args, '--insecure-http', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(/POST http:\/\/\S+\n/);
  });

  it('mm1 tells its header fields for a network that wants some, and goes straight where there is no proxy', async () => {
    const path = await way({ subscriber: { line1: TO, line1NoCountryCode: '07700900123', nai: 'x' } });
    const via = ['mms', FILE, '--to', TO, '--via', 'mm1', '--way', path, '--insecure-http', '--dry-run'];
    const wanting = await run(...via, '--network', '310-004');
    expect(wanting.stdout).toMatch(/^ {2}x-vzw-mdn: 1/im);
    const plain = await run(...via, '--network', '001-01');
    expect(plain.stdout).toMatch(/POST http:\/\//);
    expect(plain.stdout).not.toMatch(/x-vzw-mdn/i);
  });

  it('mm1 wants an address: of a network of which none is known there is none', async () => {
    const via = ['send', 'mms', FILE, '--to', TO, '--via', 'mm1', '--dry-run'];
    for (const [network, told] of [
      [['--network', '204-03'], 'no access point of 204-03 is known'],
      [[], 'expected --server, such as http://mmsc.example/mms'],
    ] as const) {
      const { code, stderr } = await runLine([...via, ...network]);
      expect([code, stderr.includes(told)]).toEqual([2, true]);
    }
  });

  it('mm7 needs no account, but none by half', async () => {
    const args = [
      'mms',
      FILE,
      '--to',
      TO,
      '--via',
      'mm7',
      '--server',
      'https://127.0.0.1:1/mm7',
      '--dry-run',
    ];
    const without = await runCommand(send, args);
    expect([without.code, without.stdout.includes('uthorization')]).toEqual([0, false]);
    await expect(runCommand(send, args, { env: { MMS_USERNAME: 'shop' } })).rejects.toThrow(
      'expected MMS_USERNAME and MMS_PASSWORD in the environment',
    );
  });

  it('modem prints what to send down the line', async () => {
    const sms = await run('text', '--text', 'Hi', '--to', TO, '--via', 'modem');
    expect(sms.stdout).toContain('AT+CMGS=15\n    waits for > , 10 s\n0001000C9144770009103200000');
    const path = await way({ dialect: 'quectel', network: { apn: 'mms', mmsc: 'http://mmsc.example' } });
    const mms = await run('mms', FILE, '--to', TO, '--via', 'modem', '--way', path, '--json');
    expect(JSON.parse(mms.stdout).map(({ send: line }: { send: string }) => line)).toContain(
      'AT+QMMSEND=300\r',
    );
  });

  it.each([
    [{}, 'submit/missing', '--way.dialect'],
    [{ dialect: 'quectel' }, 'submit/missing', '--way.network'],
    [{ dialect: 'quectel', network: 'mms' }, 'submit/value', '--way.network'],
    [{ dialect: 'sim800', network: { apn: '"', mmsc: 'http://a' } }, 'submit/character', '--way.network.apn'],
  ])('a modem with %j: the error names --way, not --network', async (options, code, place) => {
    const { stderr } = await runLine([
      ...['send', 'mms', FILE, '--to', TO, '--via', 'modem'],
      ...['--way', await way(options)],
    ]);
    expect(stderr).toMatch(new RegExp(`^mms send: ${place}: .*\\[${code}\\]\\n`));
  });

  it.each([
    [['--via', 'pigeon'], 'UsageError'],
    [['--via', 'kannel'], 'UsageError'],
    [['--via', 'kannel', '--server', 'http://127.0.0.1:1', '--chunk', '2'], 'UsageError'],
    [['--via', 'modem', '--journal', 'x'], 'UsageError'],
  ])('refuses %j', async (args, name) => {
    await expect(run('text', '--text', 'Hi', '--to', TO, ...args)).rejects.toMatchObject({ name });
  });

  it('refuses a key that the way does not have', async () => {
    const path = await way({ smcs: 'a' });
    const args = [
      'text',
      '--text',
      'Hi',
      '--to',
      TO,
      '--via',
      'kannel',
      '--server',
      server.url,
      '--way',
      path,
    ];
    await expect(run(...args)).rejects.toMatchObject({ code: 'submit/value', path: '--way.smcs' });
    expect(server.requests).toEqual([]);
  });
});
