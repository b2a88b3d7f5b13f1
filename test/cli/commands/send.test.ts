import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../../src/cli/commands/sandbox.ts';
import { runCli } from '../../../src/cli/run.ts';
import { presentation } from '../../../src/presentation/index.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { GatewayClient } from '../../../src/submit/index.ts';
import { outside } from '../../support/cli.ts';

const PIN = 'CANARY-7f3a';
const ENV = { MMS_USERNAME: 'ANOther.12345', MMS_PIN: PIN };
const TO = ['--to', '447700900123,+44 7700 900124'];

let folder = '';
let sandbox: Sandbox;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'send-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

function file(name: string, data: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], env: Record<string, string> = ENV, stdin = ''): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCli(args, {
    stdout: {
      write: data => {
        out += typeof data === 'string' ? data : Buffer.from(data).toString();
      },
    },
    stderr: {
      write: text => {
        err += text;
      },
    },
    stdin: async () => Buffer.from(stdin),
    env,
    isTerminal: false,
  });
  expect(out + err).not.toContain(PIN);
  return { code, out, err };
}

const send = (...args: readonly string[]) => run(['send', ...args, '--server', sandbox.url]);
const received = () => sandbox.messages.at(-1)?.message;

describe('mms send', () => {
  it('says what became of it', async () => {
    const { code, out, err } = await send('text', '--text', 'Hello', ...TO);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^accepted by http:\/\/127\.0\.0\.1:\d+\/webservices\/http\/sendmms\n {2}447700900123 {2}accepted {2}[0-9A-F]{8} {2}-2 accepted: queued\n {2}447700900124 /,
    );
    expect(err).toBe('');
    expect(received()).toEqual({ kind: 'text', text: 'Hello', to: ['447700900123', '447700900124'] });
  });

  it('takes what each kind carries', async () => {
    const png = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const picture = file('a.png', png);
    const rows = JSON.stringify({
      width: 72,
      height: 14,
      rows: Array.from({ length: 14 }, () => '#'.repeat(72)),
    });
    const mms = (await presentation().slide({ text: 'Hi' }).build()).toMms();
    const cases: [string[], object][] = [
      [['text', file('a.txt', 'Hi')], { kind: 'text', text: 'Hi' }],
      [
        ['picture-message', picture, '--text', 'x'],
        { kind: 'picture-message', text: 'x', bitmap: expect.any(Uint8Array) },
      ],
      [
        ['group-graphic', '--library', '10147'],
        { kind: 'group-graphic', library: 10147, phoneMake: 'Nokia' },
      ],
      [['operator-logo', file('b.json', rows), '--mcc', '234', '--mnc', '33'], { mcc: '234', mnc: '33' }],
      [['ringtone', 'Uncle:d=8,o=5,b=130:a,4g'], { tune: 'Uncle:d=8,o=5,b=130:a,4g' }],
      [
        ['vcard', file('c.vcf', 'BEGIN:VCARD\nVERSION:3.0\nN:Smith;John\nEND:VCARD\n')],
        { card: 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Smith;John\r\nEND:VCARD\r\n' },
      ],
      [
        ['vcalendar', file('d.json', '{"type":"event","start":"2030-01-01T00:00:00Z","summary":"x"}')],
        { calendar: expect.stringContaining('SUMMARY:x') },
      ],
      [
        ['mms', file('e.mms', mms), '--text', 'Subject', '--no-adapt'],
        { subject: 'Subject', adapt: false, file: { name: 'e.mms' } },
      ],
      [
        ['mms', file('f.json', '{"slides":[{"text":"Hi"}],"subject":"Composed"}')],
        { subject: 'Composed', file: { name: 'message.mms' } },
      ],
      [
        ['wap-push', picture, '--name', 'card.png', '--content-type', 'image/png'],
        { file: { name: 'card.png', contentType: 'image/png' } },
      ],
      [
        ['service-indication', 'http://example.com/', '--id', '1', '--expires', '2030-01-01T00:00:00'],
        { href: 'http://example.com/', id: '1', expires: new Date('2030-01-01T00:00:00Z') },
      ],
      [
        ['pdu', '--udh', '06050413880000', '--data', '00ff'],
        { userData: new Uint8Array([0, 255]), dataCodingScheme: 0 },
      ],
    ];
    for (const [args, message] of cases) {
      const { code, err } = await send(...args, ...TO);
      expect([args[0], code, err]).toEqual([args[0], 0, '']);
      expect(received()).toMatchObject(message);
    }
  });

  it('takes the message as JSON, options win', async () => {
    const json = file(
      'm.json',
      JSON.stringify({
        to: ['447700900199'],
        file: { name: 'a.txt', data: '4869' },
        subject: 'x',
        replyTo: '447700900111',
      }),
    );
    const { code } = await send('mms', '--input', json, '--subject', 'y', '--delay', '10');
    expect(code).toBe(0);
    expect(received()).toEqual({
      kind: 'mms',
      to: ['447700900199'],
      replyTo: '447700900111',
      subject: 'y',
      delayMinutes: 10,
      file: { name: 'a.txt', data: new Uint8Array([0x48, 0x69]) },
    });
    const piped = await run(
      ['send', 'text', '--input', '-', '--server', sandbox.url],
      ENV,
      '{"text":"p","to":["447700900123"]}',
    );
    expect(piped.code).toBe(0);
  });

  it('knows kinds by the names of other commands, and refuses another kind in the JSON', async () => {
    expect((await send('sms', '--text', 'x', ...TO)).code).toBe(0);
    expect(received()).toMatchObject({ kind: 'text', text: 'x' });
    const json = file('kind.json', JSON.stringify({ kind: 'text', text: 'x', to: ['447700900123'] }));
    expect((await send('text', '--input', json)).code).toBe(0);
    const refused = await send('mms', '--input', json);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('the command says mms, the JSON says text');
  });

  it('prints one JSON document, whatever the outcome, and fails unless all was accepted', async () => {
    sandbox.fault({ kind: 'report', report: 15, every: 2 });
    const partial = await send('text', '--text', 'x', ...TO, '--json');
    expect([partial.code, JSON.parse(partial.out).outcome]).toEqual([1, 'partial']);
    sandbox.fault({ kind: 'report', report: 15 });
    const rejected = await send('text', '--text', 'x', ...TO, '--json');
    expect([rejected.code, JSON.parse(rejected.out).outcome]).toEqual([1, 'rejected']);
    expect(rejected.err).toContain('[submit/rejected]');
    sandbox.pause();
    const away = await send('text', '--text', 'x', ...TO, '--json');
    expect([away.code, JSON.parse(away.out).outcome]).toEqual([1, 'not-sent']);
    expect(away.err).toContain('[submit/not-connected]');
  });

  it('shows the request in a dry run, for which it needs no account', async () => {
    const { code, out } = await run(['send', 'ringtone', '--library', '73344', ...TO, '--dry-run'], {});
    expect(code).toBe(0);
    expect(out).toContain('dry run, nothing was sent');
    expect(out).toContain('POST https://www.csoft.co.uk/webservices/http/sendmms');
    expect(out).toContain(
      'Username=%5BREDACTED%5D&PIN=%5BREDACTED%5D&SendTo=447700900123%2C447700900124&Ringtone=73344',
    );
    const json = await send('ringtone', '--library', '73344', ...TO, '--dry-run', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ outcome: 'not-sent', request: { method: 'POST' } });
    expect(sandbox.connections).toBe(0);
  });

  it('reads the account from a file', async () => {
    const files = [
      file('account.env', `# the account\nMMS_USERNAME=ANOther.12345\nexport MMS_PIN="${PIN}"\n`),
      file('account.json', JSON.stringify({ username: 'ANOther.12345', pin: PIN })),
    ];
    for (const credentials of files) {
      const args = [
        'send',
        'text',
        '--text',
        'x',
        ...TO,
        '--server',
        sandbox.url,
        '--credentials',
        credentials,
      ];
      expect((await run(args, {})).code).toBe(0);
    }
    for (const broken of [`{"pin":"${PIN}"`, `{"pin":"${PIN}"}`, `MMS_PIN=${PIN}`, '']) {
      const args = ['send', 'text', '--text', 'x', ...TO, '--credentials', file('broken', broken)];
      expect((await run(args, {})).code).toBe(2);
    }
  });

  it('sends in chunks, and again by library number', async () => {
    const cache = join(folder, 'cache.json');
    const to = Array.from({ length: 5 }, (_, index) => `44770090012${index}`).join(',');
    const args = ['mms', file('g.txt', 'Hi'), '--to', to, '--chunk', '2', '--library-cache', cache, '--json'];
    const { code, out, err } = await send(...args);
    expect([code, err]).toEqual([0, '2 of 5: accepted\n4 of 5: accepted\n5 of 5: accepted\n']);
    expect(JSON.parse(out)).toHaveLength(3);
    expect(sandbox.messages.map(({ message }) => 'library' in message)).toEqual([false, true, true]);
    expect(Object.keys(JSON.parse(readFileSync(cache, 'utf8')).numbers)).toHaveLength(1);
  });

  it.each([
    [['send'], 2, 'expected a kind'],
    [['send', 'fax', '--to', '447700900123'], 2, 'there is no kind fax; the kinds are text,'],
    [['send', 'text', 'a', 'b'], 2, 'expected a kind and at most one file'],
    [['send', 'text', '--pin', '1'], 2, 'pin'],
    [['send', 'text', '--text', 'x', '--delay', 'soon'], 2, '--delay takes a whole number'],
    [['send', 'mms', '--text', 'x', '--subject', 'y'], 2, 'not both'],
    [['send', 'text', '--text', 'x', '--to', '0770'], 1, '[submit/invalid-message]'],
    [['send', 'text', '/nowhere/a.txt', '--to', '447700900123'], 1, '[file/not-found]'],
    [
      ['send', 'text', '--text', 'x', '--to', '447700900123', '--server', 'http://gateway.example/'],
      1,
      '[submit/server-url]',
    ],
  ])('%j is refused', async (args, code, message) => {
    const ran = await run(args);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(message);
  });

  it('wants an account', async () => {
    const { code, err } = await run(['send', 'text', '--text', 'x', ...TO], { MMS_USERNAME: 'A' });
    expect([code, err.includes('MMS_PIN')]).toEqual([2, true]);
  });

  it('explains itself', async () => {
    const { out } = await run(['send', '--help', '--all']);
    for (const word of ['service-indication', '--dry-run', '--address-book', 'MMS_USERNAME', '--chunk N']) {
      expect(out).toContain(word);
    }
    expect(out).not.toMatch(/--(?:pin|username)/);
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
  });
});

describe('mms sandbox', () => {
  it('serves until it is interrupted', async () => {
    const controller = new AbortController();
    let err = '';
    let out = '';
    let ready: (url: string) => void = () => undefined;
    const listening = new Promise<string>(resolve => {
      ready = resolve;
    });
    const context = {
      stdout: {
        write: (data: string | Uint8Array) => {
          out += String(data);
        },
      },
      stderr: {
        write: (text: string) => {
          err += text;
          const url = /send to (\S+)/.exec(err)?.[1];
          if (url !== undefined) ready(url);
        },
      },
      stdin: async () => new Uint8Array(),
      env: {},
      isTerminal: false,
    };
    const done = serve({ values: { json: true, port: '0' }, positionals: [] }, context, controller.signal);
    const url = await listening;
    const client = new GatewayClient({ username: 'A.1', pin: PIN, servers: [url] });
    await client.send({ kind: 'text', to: ['447700900123'], text: 'Hi' });
    controller.abort();
    expect(await done).toBe(0);
    expect(err).toContain('1. text to 447700900123\n');
    expect(JSON.parse(out)).toMatchObject({ number: 1, message: { kind: 'text', text: 'Hi' } });
    expect(out + err).not.toContain(PIN);
  });

  it('says how many messages its store holds, and ends at once where it is to', async () => {
    const store = join(folder, 'store');
    const ended = AbortSignal.abort();
    const serving = async (): Promise<string> => {
      const { context, told } = outside();
      await serve({ values: { port: '0', store }, positionals: [] }, context, ended);
      return told();
    };
    expect(await serving()).not.toContain('messages in the store');
    const other = await startSandbox({ store });
    const client = new GatewayClient({ username: 'A.1', pin: PIN, servers: [other.url] });
    await client.send({ kind: 'text', to: ['447700900123'], text: 'Hi' });
    await other.close();
    expect(await serving()).toContain('messages in the store: 1\n');
  });

  it.each([
    [['sandbox', 'here'], 2],
    [['sandbox', '--port', 'x'], 2],
    [['sandbox', '--profile', 'nobody'], 1],
  ])('%j is refused', async (args, code) => {
    expect((await run(args)).code).toBe(code);
  });
});
