import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodePdu } from '../../src/mms/index.ts';
import { presentation } from '../../src/presentation/index.ts';
import {
  FAULT_KINDS,
  type FaultKind,
  REFUSED_FORM,
  type Sandbox,
  startSandbox,
} from '../../src/sandbox/index.ts';
import {
  decodeForm,
  encodeForm,
  GatewayClient,
  type GatewayMessage,
  messageFromJson,
  parseResponse,
} from '../../src/submit/index.ts';

const ACCOUNT = { username: 'ANOther.12345', pin: '123456' };
const TO = ['447700900123', '447700900124'];
const TEXT: GatewayMessage = { kind: 'text', to: TO, text: 'Hello' };

/** Some containers have no address of IPv6. */
const HAS_IPV6 = Object.values(networkInterfaces())
  .flatMap(found => found ?? [])
  .some(({ address }) => address === '::1');

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const client = (server = sandbox) => new GatewayClient({ ...ACCOUNT, servers: [server.url] });
const post = (body: string, server = sandbox, url = server.url) => fetch(url, { method: 'POST', body });
const page = async (path: string) => (await fetch(`${sandbox.inboxUrl}${path}`)).text();
const form = (message: GatewayMessage, responseFormat: 0 | 1 | 3 = 3) =>
  encodeForm(message, { credentials: ACCOUNT, responseFormat });

describe('answers', () => {
  it('looks like the gateway: 200, text/html;, chunked, close', async () => {
    const response = await post(form(TEXT));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html;');
    expect(response.headers.get('content-length')).toBe(null);
    expect(response.headers.get('connection')).toBe('close');
  });

  it.each([
    [0, /^-2 - Message Sent OK$/],
    [1, /^MessageIdentifier=[0-9A-F]{8}&Report=%2D2&Text=[^,&]+$/],
    [3, /^MessageIdentifier=[0-9A-F]{8},[0-9A-F]{8}&Report=%2D2,%2D2&Text=[^,&]+,[^,&]+$/],
  ] as const)('in format %i', async (format, pattern) => {
    expect(await (await post(form(TEXT, format))).text()).toMatch(pattern);
  });

  it('gives a library number for an upload, the same for the same file', async () => {
    const file = { name: 'a.txt', data: Buffer.from('Hi') };
    const upload: GatewayMessage = { kind: 'mms', to: TO, file };
    for (const expected of [80000, 80000]) {
      expect((await client().send(upload)).libraryNumber).toBe(expected);
    }
    expect((await client().send({ ...upload, file: { ...file, name: 'b.txt' } })).libraryNumber).toBe(80001);
    await client().send({ kind: 'mms', to: TO, library: 80001 });
    expect(sandbox.messages.at(-1)?.file?.name).toBe('b.txt');
  });

  it.each(['/sendmms', '/sendsms', '/webservices/http/sendmms', '/webservices/http/sendsms'])(
    'at %s',
    async path => {
      const url = `http://127.0.0.1:${sandbox.port}${path}`;
      expect((await post(form(TEXT), sandbox, url)).status).toBe(200);
      expect(sandbox.messages).toHaveLength(1);
    },
  );

  it('takes GET as the manual says, with a warning', async () => {
    const text = await (await fetch(`${sandbox.url}?${form(TEXT)}`)).text();
    expect(parseResponse(text).reports[0]?.accepted).toBe(true);
    expect(sandbox.messages[0]?.warnings.map(({ code }) => code)).toContain('sandbox/get');
  });

  it('refuses other methods, and what is longer than any form', async () => {
    expect((await fetch(sandbox.url, { method: 'PUT', body: form(TEXT) })).status).toBe(405);
    expect((await post(`a=${'x'.repeat(11_000_000)}`)).status).toBe(413);
    expect(sandbox.messages).toEqual([]);
  });
});

describe('what the gateway would refuse', () => {
  const reportOf = async (body: string, server = sandbox) =>
    parseResponse(await (await post(body, server)).text()).reports;

  it.each([
    ['no content', 'SendTo=447700900123&Username=A&PIN=1'],
    ['two contents', `${form(TEXT)}&vCard=x`],
    ['garbled separators', form(TEXT).replace('&Message', '&amp;Message')],
    [
      'a blank in hexadecimal',
      'Username=A&PIN=1&SendTo=447700900123&WAPPushFileName1=a.gif&WAPPushFileData1=00 00',
    ],
    ['no number', form(TEXT).replace('447700900123', '07700900123')],
    ['a subject of 51', `Username=A&PIN=1&SendTo=447700900123&MMSFileMMS=80000&Message=${'x'.repeat(51)}`],
    [
      'a .mms that is none',
      form({ kind: 'mms', to: TO, file: { name: 'a.mms', data: new Uint8Array([1]) } }),
    ],
    ['a ZIP that is none', form({ kind: 'mms', to: TO, file: { name: 'a.zip', data: new Uint8Array([1]) } })],
  ])('%s', async (_, body) => {
    const reports = await reportOf(body);
    expect(reports.every(({ report, accepted }) => report === REFUSED_FORM && !accepted)).toBe(true);
    expect(reports[0]?.text).toMatch(/\S/);
    expect(sandbox.messages).toEqual([]);
  });

  it('an account that is missing or another', async () => {
    const guarded = await startSandbox(ACCOUNT);
    expect((await reportOf(encodeForm(TEXT), guarded))[0]?.report).toBe(2);
    expect((await reportOf(form(TEXT).replace('123456', '654321'), guarded))[0]?.report).toBe(2);
    expect((await reportOf(form(TEXT), guarded))[0]?.report).toBe(-2);
    await guarded.close();
  });

  it('certain numbers, when told so', async () => {
    const picky = await startSandbox({ reports: { '447700900124': 15 } });
    const result = await client(picky).send(TEXT);
    expect(result).toMatchObject({ outcome: 'partial', results: [{ report: -2 }, { report: 15 }] });
    await picky.close();
  });

  it('the same request again and again, when told so', async () => {
    const strict = await startSandbox({ blockAfterRepeats: 2 });
    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) statuses.push((await post(form(TEXT), strict)).status);
    expect(statuses).toEqual([200, 200, 200, 403]);
    expect((await post(form({ ...TEXT, text: 'other' }), strict)).status).toBe(200);
    await strict.close();
  });
});

describe('composition and adaptation', () => {
  interface Example {
    readonly message: unknown;
    readonly corrected: string;
  }

  it('composes the ZIP of the manual', async () => {
    const vectors = new URL('../vectors/submit/manual-examples.json', import.meta.url);
    const examples: readonly Example[] = JSON.parse(await readFile(vectors, 'utf8'));
    const body = examples[6]?.corrected ?? '';
    expect(parseResponse(await (await post(body)).text()).reports[0]?.libraryNumber).toBe(80000);
    const [received] = sandbox.messages;
    expect(received?.message).toEqual(messageFromJson(examples[6]?.message));
    const pdu = decodePdu(new Uint8Array(await (await fetch(`${sandbox.inboxUrl}mms/1`)).arrayBuffer()));
    expect(pdu).toMatchObject({
      messageType: 'm-retrieve-conf',
      subject: 'LutherQuote',
      to: ['+447700900123/TYPE=PLMN'],
    });
    const parts = 'parts' in pdu ? (pdu.parts ?? []) : [];
    expect(parts.map(({ contentType }) => contentType)).toEqual(['application/smil', 'text/plain']);
    expect(new TextDecoder().decode(parts[1]?.data)).toContain('I have a dream');
  });

  it('adapts pictures unless told not to, and leaves the rest alone', async () => {
    const picture = await sharp({ create: { width: 1000, height: 800, channels: 3, background: '#c00' } })
      .jpeg()
      .toBuffer();
    const big = await presentation()
      .slide({ image: { data: picture, name: 'red.jpg' }, text: 'red' })
      .build();
    await client().send({ kind: 'mms', to: TO, presentation: big });
    await client().send({ kind: 'mms', to: TO, presentation: big, adapt: false });
    await client().send({ kind: 'wap-push', to: TO, file: { name: 'a.jpg', data: picture } });
    await client().send({ kind: 'wap-push', to: TO, file: { name: 'a.mid', data: Buffer.from('MThd') } });
    const [adapted, kept, pushed, tune] = sandbox.messages;
    const widthOf = async (data: Uint8Array | undefined) => (await sharp(data).metadata()).width;
    const imageOf = (message: typeof adapted) =>
      message?.delivery?.presentation?.parts.find(({ kind }) => kind === 'image')?.data;
    expect(await widthOf(imageOf(adapted))).toBeLessThanOrEqual(640);
    expect(await widthOf(imageOf(kept))).toBe(1000);
    expect(await widthOf(pushed?.delivery?.file?.data)).toBe(600);
    expect(pushed?.delivery?.changes).toMatchObject([{ action: 'changed', outType: 'image/jpeg' }]);
    expect(tune?.delivery?.file?.data).toEqual(new Uint8Array(Buffer.from('MThd')));
    expect(adapted?.delivery?.changes.some(({ action }) => action === 'changed')).toBe(true);
  });

  it('takes the bounds of a profile, and refuses one that nobody knows', async () => {
    const small = await startSandbox({ profile: 'nokia-3510i' });
    const picture = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#0c0' } })
      .png()
      .toBuffer();
    await client(small).send({ kind: 'wap-push', to: TO, file: { name: 'a.png', data: picture } });
    const { width, height } = await sharp(small.messages[0]?.delivery?.file?.data).metadata();
    expect([width, height]).toEqual([288, 288]);
    await small.close();
    await expect(startSandbox({ profile: 'nobody' })).rejects.toMatchObject({
      code: 'media/unknown-profile',
    });
  });

  it('delivers a picture that is none as it is, with a warning', async () => {
    await client().send({
      kind: 'wap-push',
      to: TO,
      file: { name: 'a.jpg', data: Buffer.from('no picture') },
    });
    expect(sandbox.messages[0]?.warnings.map(({ code }) => code)).toEqual(['sandbox/not-adapted']);
  });
});

describe('the inbox', () => {
  const HOSTILE = `<script>alert(1)</script>"'&`;
  const bitmap = { width: 72, height: 28, rows: Array.from({ length: 28 }, () => '#.'.repeat(36)) };
  const MESSAGES: readonly GatewayMessage[] = [
    { kind: 'text', to: TO, text: HOSTILE },
    { kind: 'picture-message', to: TO, bitmap, text: HOSTILE },
    {
      kind: 'operator-logo',
      to: TO,
      bitmap: { ...bitmap, height: 14, rows: bitmap.rows.slice(14) },
      mcc: '234',
      mnc: '33',
    },
    { kind: 'group-graphic', to: TO, library: 10147 },
    { kind: 'ringtone', to: TO, tune: 'Uncle:d=8,o=5,b=130:a,4g' },
    { kind: 'ringtone', to: TO, tune: HOSTILE },
    { kind: 'vcard', to: TO, card: { formattedName: HOSTILE } },
    {
      kind: 'vcalendar',
      to: TO,
      calendar: { type: 'event', start: '2030-01-01T00:00:00Z', summary: HOSTILE },
    },
    { kind: 'mms', to: TO, subject: HOSTILE, file: { name: 'a.txt', data: Buffer.from(HOSTILE) } },
    { kind: 'wap-push', to: TO, text: HOSTILE, file: { name: 'a.svg', data: Buffer.from(HOSTILE) } },
    { kind: 'service-indication', to: TO, href: 'javascript:alert(1)', text: HOSTILE },
    { kind: 'pdu', to: TO, userDataHeader: new Uint8Array([0]), text: HOSTILE },
    {
      kind: 'pdu',
      to: TO,
      ems: [
        { type: 'text', text: '<script>', format: { bold: true, underline: true } },
        { type: 'picture', rows: ['##.#....'] },
        { type: 'sound', number: 3 },
        { type: 'melody', imelody: 'NAME:<script>\r\nMELODY:c2\r\nEND:IMELODY\r\n' },
      ],
    },
  ];

  beforeEach(async () => {
    for (const message of MESSAGES) await client().send(message);
  });

  it('lists every kind, and nothing that a message says becomes markup', async () => {
    const text = await page('');
    expect(text.match(/<li><a href="\/\?open=/g)).toHaveLength(MESSAGES.length);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
    expect(text).toContain('<option value="mms">MMS</option>');
  });

  it('shows each message as its phone would, in a page without origin', async () => {
    const EXPECTED: readonly string[] = [
      '<div class="bubble lines">&lt;script&gt;',
      'M0 0h1v1h-1zM2 0h1v1h-1z',
      'shown on phones in network 234-33',
      'Number 10147 of the gateway',
      'aria-label="Line 1 of 1: a5 g5"',
      'class="refusal"',
      '<h2>&lt;script&gt;',
      '2030-01-01 00:00 UTC',
      'data-phone="classic"',
      'a.svg, 28 octets',
      '<p class="link">javascript:alert(1)</p>',
      '<div class="bubble lines">&lt;script&gt;',
      'class="run normal to-language bold underline"',
    ];
    for (const [index, expected] of EXPECTED.entries()) {
      const response = await fetch(`${sandbox.inboxUrl}messages/${index + 1}/phone`);
      expect(response.headers.get('content-security-policy')).toMatch(/sandbox allow-scripts/);
      const text = await response.text();
      expect(text, String(index + 1)).toContain(expected);
      expect(text.match(/<script/g)).toHaveLength(1);
      expect(text).not.toContain('href="javascript:');
    }
    expect(await page('messages/13/phone')).toContain('M0 0h2v1h-2zM3 0h1v1h-1z');
    expect(await page('messages/13/phone')).toContain('sound 3: tada');
  });

  it('opens an MMS in the preview, and the octets of every message in the inspector', async () => {
    expect(await page('messages/9/preview')).toContain('data-phone="classic"');
    const phones = await page('messages/9/phones');
    expect(phones.match(/<figure class="phone"/g)).toHaveLength(10);
    expect(phones).toContain('data-changes="nokia-7650"');
    for (const path of ['messages/1/preview', 'messages/1/phones'])
      expect((await fetch(`${sandbox.inboxUrl}${path}`)).status).toBe(404);
    expect(await page('messages/9/octets')).toContain('X-Mms-Message-Type');
    const inspected: Readonly<Record<number, string>> = {
      1: '<b>TP-UD</b>',
      2: 'Picture message',
      3: 'Operator logo',
      5: 'Ringing tone',
      11: 'WSP Push PDU',
      13: 'Text Formatting',
    };
    for (const [number, expected] of Object.entries(inspected))
      expect(await page(`messages/${number}/octets`), number).toContain(expected);
    for (let number = 1; number <= MESSAGES.length; number++)
      expect((await fetch(`${sandbox.inboxUrl}messages/${number}/octets`)).status).toBe(200);
  });

  it('shows the form as it came, without the PIN', async () => {
    const shown = await page('messages/1/form');
    expect(shown).toContain('<th scope="row">SendTo</th><td>447700900123,447700900124</td>');
    expect(shown).toContain('Message=%3Cscript%3E');
    for (const path of ['', 'messages', 'messages/1/form', 'messages/1'])
      expect(await page(path)).not.toContain(ACCOUNT.pin);
    await post(form({ kind: 'mms', to: TO, file: { name: 'a.txt', data: new Uint8Array(5000) } }));
    expect((await page(`messages/${MESSAGES.length + 1}/form`)).length).toBeLessThan(10_000);
  });

  it('lets a message be taken away in its own form', async () => {
    const name = async (number: number) =>
      (await fetch(`${sandbox.inboxUrl}messages/${number}/download`)).headers.get('content-disposition');
    expect(await Promise.all([1, 2, 5, 7, 8, 9, 10, 11].map(name))).toEqual(
      ['1.txt', '2.otb', '5.rtttl', '7.vcf', '8.vcs', '9.mms', 'a.svg', '11.txt'].map(
        file => `attachment; filename="${file}"`,
      ),
    );
    expect(await page('messages/11/download')).toMatch(/^(?:[0-9a-f]+\n)+$/);
  });

  it('finds messages by words, kind and number', async () => {
    const numbers = async (query: string) =>
      [...(await page(query)).matchAll(/<span class="soft">#(\d+)/g)].map(([, number]) => Number(number));
    await client().send({ kind: 'text', to: ['447700900999'], text: 'Needle in it' });
    const newest = MESSAGES.length + 1;
    expect(await numbers('?q=NEEDLE+in')).toEqual([newest]);
    expect(await numbers('?to=900999')).toEqual([newest]);
    expect(await numbers('?kind=ringtone')).toEqual([6, 5]);
    expect(await numbers('?kind=ringtone&q=uncle')).toEqual([5]);
    expect(await numbers('?q=nothing+like+it')).toEqual([]);
    expect(await numbers('?kind=toString')).toHaveLength(newest);
  });

  it('tells open pages of what comes, and of a clearing', async () => {
    const response = await fetch(`${sandbox.inboxUrl}events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => (await reader?.read())?.value;
    expect(await next()).toMatch(/^data: \d+\n\n$/);
    await client().send(TEXT);
    expect(await next()).toMatch(/^data: \d+\n\n$/);
    const foreign = { method: 'DELETE', headers: { Origin: 'http://example.com' } };
    expect((await fetch(`${sandbox.inboxUrl}messages`, foreign)).status).toBe(403);
    expect((await fetch(`${sandbox.inboxUrl}messages`, { method: 'DELETE' })).status).toBe(200);
    expect(await next()).toMatch(/^data: \d+\n\n$/);
    expect(sandbox.messages).toEqual([]);
    await client().send(TEXT);
    expect(sandbox.messages[0]?.number).toBe(MESSAGES.length + 2);
    expect(await page('')).toContain(`The oldest ${MESSAGES.length + 1} messages are not kept any more.`);
    expect((await fetch(`${sandbox.inboxUrl}messages/1`)).status).toBe(404);
    await reader?.cancel();
  });

  it('lists the messages as JSON', async () => {
    const list = JSON.parse(await page('messages'));
    expect(list).toHaveLength(MESSAGES.length);
    expect(list[1].message).toMatchObject({
      kind: 'picture-message',
      to: TO,
      bitmap: expect.stringMatching(/^00481c01/),
    });
    expect(list[0]).toMatchObject({
      number: 1,
      username: ACCOUNT.username,
      reports: [{ recipient: TO[0], report: -2 }, {}],
    });
    expect(JSON.parse(await page('messages/9')).mms).toBe('/mms/9');
    expect(JSON.stringify(list)).not.toContain(ACCOUNT.pin);
  });

  it('gives files, parts, tunes, never as pages of its own', async () => {
    const get = async (path: string) => fetch(`${sandbox.inboxUrl}${path}`);
    const file = await get('messages/10/file');
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="a.svg"');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await file.text()).toBe(HOSTILE);
    expect((await get('messages/9/parts/a.txt')).status).toBe(200);
    const wave = await get('messages/5/tune.wav');
    expect(Buffer.from(await wave.arrayBuffer()).toString('latin1', 0, 4)).toBe('RIFF');
    for (const path of [
      'x',
      'messages/99',
      'messages/0',
      'messages/1/file',
      'messages/9/parts/..%2f',
      'mms/1',
      'mms/9/x',
      'messages/6/tune.wav',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    expect((await fetch(sandbox.inboxUrl, { method: 'POST' })).status).toBe(404);
  });

  it('is not shown to a page that calls itself by another name', async () => {
    const answerTo = (host: string): Promise<string> =>
      new Promise((resolve, reject) => {
        let text = '';
        const socket = connect(sandbox.port, '127.0.0.1', () =>
          socket.write(`GET /messages HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
        );
        socket.on('data', data => {
          text += data;
        });
        socket.on('end', () => resolve(text.split('\r\n')[0] ?? ''));
        socket.on('error', reject);
      });
    expect(await answerTo('evil.example')).toBe('HTTP/1.1 403 Forbidden');
    expect(await answerTo('127.0.0.1.evil.example')).toBe('HTTP/1.1 403 Forbidden');
    expect(await answerTo(`localhost:${sandbox.port}`)).toBe('HTTP/1.1 200 OK');
  });
});

describe('faults on demand', () => {
  it.each(Object.keys(FAULT_KINDS) as FaultKind[])('%s over HTTP, once', async kind => {
    const details = { status: 503, delayMs: 5, report: 15 };
    const response = await fetch(`${sandbox.inboxUrl}faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ kind, ...details }),
    });
    expect(response.status).toBe(200);
    const signal = AbortSignal.timeout(kind === 'hang' || kind === 'stall' ? 60 : 5000);
    const first = await client().send(TEXT, { throwOnFailure: false, signal });
    expect(first.outcome === 'accepted').toBe(kind === 'slow');
    expect((await client().send(TEXT)).outcome).toBe('accepted');
  });

  it('last until they are cleared when always is meant', async () => {
    const faults = `${sandbox.inboxUrl}faults`;
    const headers = { 'Content-Type': 'application/json' };
    await fetch(faults, { method: 'POST', headers, body: '{"kind":"report","report":15,"times":"always"}' });
    for (let count = 0; count < 3; count++) {
      expect((await client().send(TEXT, { throwOnFailure: false })).outcome).toBe('rejected');
    }
    await fetch(faults, { method: 'DELETE' });
    expect((await client().send(TEXT)).outcome).toBe('accepted');
  });

  it.each([
    ['{"kind":"sabotage"}', 400],
    ['{"kind":"toString"}', 400],
    ['{"kind":"status"}', 400],
    ['{"kind":"status","status":99}', 400],
    ['null', 400],
    ['not JSON', 400],
    [`"${'x'.repeat(20_000)}"`, 400],
  ])('refuse %s', async (body, status) => {
    const headers = { 'Content-Type': 'application/json' };
    expect((await fetch(`${sandbox.inboxUrl}faults`, { method: 'POST', headers, body })).status).toBe(status);
    expect((await fetch(`${sandbox.inboxUrl}faults`, { method: 'POST', body })).status).toBe(415);
    expect((await client().send(TEXT)).outcome).toBe('accepted');
  });

  it('can be away and come back on the same port', async () => {
    const { port } = sandbox;
    sandbox.pause();
    sandbox.pause();
    expect((await client().send(TEXT, { throwOnFailure: false })).attempts[0]?.code).toBe('ECONNREFUSED');
    await sandbox.resume();
    expect(sandbox.port).toBe(port);
    expect((await client().send(TEXT)).outcome).toBe('accepted');
  });
});

describe('the rest', () => {
  it('stores what it gets, if asked', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const store = join(folder, 'inbox');
    const storing = await startSandbox({ store });
    const message = await presentation().slide({ text: 'Hi' }).build();
    await client(storing).send(TEXT);
    await client(storing).send({ kind: 'mms', to: TO, presentation: message });
    expect((await readdir(store)).toSorted()).toEqual([
      '0001.json',
      '0002-message.mms',
      '0002.json',
      '0002.mms',
    ]);
    expect(await readFile(join(store, '0001.json'), 'utf8')).not.toContain(ACCOUNT.pin);
    expect(decodePdu(await readFile(join(store, '0002.mms'))).messageType).toBe('m-retrieve-conf');
    await storing.close();
    await rm(folder, { recursive: true });
  });

  it('goes on with a store: numbers, messages, files and the library', async () => {
    const store = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const first = await startSandbox({ store });
    const message = await presentation().slide({ text: 'Hi' }).build();
    await client(first).send(TEXT);
    const sent = await client(first).send({ kind: 'mms', to: TO, presentation: message });
    const before = first.messages;
    await first.close();
    await writeFile(join(store, '0007.json'), '{');

    const second = await startSandbox({ store });
    expect(second.messages.map(one => ({ ...one, delivery: one.delivery?.mms }))).toEqual(
      before.map(one => ({ ...one, delivery: one.delivery?.mms })),
    );
    expect((await client(second).send(TEXT)).outcome).toBe('accepted');
    const again = await client(second).send({ kind: 'mms', to: TO, library: sent.libraryNumber ?? 0 });
    expect(again.outcome).toBe('accepted');
    expect(second.messages.map(({ number }) => number)).toEqual([1, 2, 8, 9]);
    expect(second.messages.at(-1)?.delivery?.mms).toBeDefined();
    const page = await fetch(`${second.inboxUrl}messages/8`);
    expect(await page.json()).toMatchObject({ number: 8 });
    await second.close();
    await rm(store, { recursive: true });
  });

  it('refuses a store that cannot be written, at its start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    await writeFile(join(folder, 'file'), '');
    for (const store of [join(folder, 'file'), join(folder, 'file/below'), '/proc/mms-composer/store']) {
      await expect(startSandbox({ store })).rejects.toMatchObject({
        code: 'sandbox/cannot-store',
        path: store,
      });
    }
    await rm(folder, { recursive: true });
  });

  it('tells of a store that is lost on the way, and answers', async () => {
    const store = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const errors: string[] = [];
    const losing = await startSandbox({ store, onError: ({ code }) => errors.push(code) });
    await rm(store, { recursive: true });
    expect((await client(losing).send(TEXT, { throwOnFailure: false })).attempts[0]).toMatchObject({
      status: 500,
    });
    expect(errors[0]).toBe('sandbox/cannot-store');
    await losing.close();
  });

  it('tells of each message', async () => {
    const seen: number[] = [];
    const telling = await startSandbox({ onMessage: ({ number }) => seen.push(number) });
    await client(telling).send(TEXT);
    await client(telling).send(TEXT);
    expect(seen).toEqual([1, 2]);
    await telling.close();
  });

  it('keeps when a message came, where it has a clock', async () => {
    const store = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const clocked = await startSandbox({ store, now: () => new Date('2026-01-02T03:04:05Z') });
    await client(clocked).send(TEXT);
    await clocked.close();
    const again = await startSandbox({ store });
    expect(again.messages[0]?.receivedAt).toBe('2026-01-02T03:04:05.000Z');
    expect(await (await fetch(again.inboxUrl)).text()).toContain('>03:04</time>');
    await again.close();
    await rm(store, { recursive: true });
    await client().send(TEXT);
    expect(sandbox.messages[0]).not.toHaveProperty('receivedAt');
  });

  it('says when its port is taken, and ends at once', async () => {
    await expect(startSandbox({ port: sandbox.port })).rejects.toMatchObject({
      code: 'sandbox/cannot-listen',
    });
    const other = await startSandbox();
    const socket = connect(other.port, '127.0.0.1');
    await new Promise(resolve => socket.once('connect', resolve));
    await other.close();
    await other.close();
  });

  it.skipIf(!HAS_IPV6)('can be reached by IPv6', async () => {
    const other = await startSandbox({ host: '::1' });
    expect(other.inboxUrl).toBe(`http://[::1]:${other.port}/`);
    expect((await client(other).send(TEXT)).outcome).toBe('accepted');
    await other.close();
  });

  it('answers with what its caller throws', async () => {
    const onMessage = () => {
      throw 'the caller is at fault';
    };
    const other = await startSandbox({ onMessage });
    const response = await post(form(TEXT), other);
    expect([response.status, await response.text()]).toEqual([500, 'the caller is at fault\n']);
    await other.close();
  });

  it('reads the form as decodeForm does', async () => {
    await post(form(TEXT));
    expect(sandbox.messages[0]?.message).toEqual(decodeForm(form(TEXT)).message);
  });
});
