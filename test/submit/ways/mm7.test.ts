import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { toHex } from '../../../src/bytes/index.ts';
import { Presentation, presentation } from '../../../src/presentation/index.ts';
import {
  type Exchange,
  formatMm7Response,
  formatSubmitReq,
  MM7_SCHEMAS,
  MM7_STATUS_CODES,
  type Mm7Fields,
  type Mm7Options,
  mm7,
  mm7Status,
  parseMm7Request,
  sendBy,
  type TransportRequest,
  toMime,
} from '../../../src/submit/index.ts';
import { mm7Namespace } from '../../../src/submit/ways/mm7/versions.ts';
import { describeWithOracle } from '../../support/oracle.ts';
import { random } from '../../support/property.ts';
import { runPython } from '../../support/python.ts';
import { schemaFaults } from '../../support/xmllint.ts';
import { type RecordingServer, recordingServer } from './recording-server.ts';
import { vector } from './vectors.ts';

const NUMBER = '447700900123';
const PEER: Mm7Options = { servers: ['http://127.0.0.1:1/mm7'], username: 'shop', password: 'CANARY-7f3a' };
const FILE = { name: 'a.mms', data: vector('mm1-send-req.mms') };
const MESSAGE = { kind: 'mms', to: [NUMBER], file: FILE } as const;

let server: RecordingServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const text = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1');

/** The body of an answer that was caught whole. */
function answerBody(name: string): { status: number; body: Uint8Array } {
  const whole = text(vector(name)).replaceAll('\r\n', '\n');
  const end = whole.indexOf('\n\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(whole)?.[1]),
    body: end < 0 ? new Uint8Array() : Buffer.from(whole.slice(end + 2), 'latin1'),
  };
}

function answering(answer: (request: TransportRequest) => { status?: number; body?: Uint8Array }) {
  const requests: TransportRequest[] = [];
  const transport = async (request: TransportRequest): Promise<Exchange> => {
    requests.push(request);
    return { kind: 'answer', status: 200, body: new Uint8Array(), ...answer(request) };
  };
  return { requests, options: { transport, throwOnFailure: false } };
}

const transactionOf = (body: Uint8Array): string => /<TransactionID[^>]*>([^<]*)/.exec(text(body))?.[1] ?? '';
const envelopeOf = (body: Uint8Array): string => /<\?xml[\s\S]*?<\/env:Envelope>/.exec(text(body))?.[0] ?? '';

/** An answer with the transaction of the request in place of the one that was caught. */
function withTransaction(answer: Uint8Array, request: TransportRequest): Uint8Array {
  return Buffer.from(
    text(answer).replace(/(TransactionID[^>]*>)[^<]*/, `$1${transactionOf(request.body)}`),
    'latin1',
  );
}

describe('the envelope', () => {
  it('is the one that a real MMSC took, but for prefixes and the name of the part', () => {
    const made = formatSubmitReq({
      transactionId: 'tx-2',
      schema: 'REL-6-MM7-1-4',
      fields: {
        vaspId: 'shop',
        vasId: 'news',
        serviceCode: 'gold',
        messageClass: 'Informational',
        timeStamp: new Date('2026-01-02T03:04:05Z'),
        expiryDate: 'P3D',
        deliveryReport: true,
        readReply: false,
        priority: 'Normal',
        distributionIndicator: true,
        allowAdaptations: true,
      },
      recipients: { to: [`+${NUMBER}`], cc: [], bcc: [] },
      subject: 'Ways',
      contentId: 'mms@ways',
    });
    const taken = envelopeOf(vector('mm7-submit-rel6-request.bin'));
    expect(made).toBe(
      taken.replaceAll('<mm7:', '<').replaceAll('</mm7:', '</').replaceAll('xmlns:mm7=', 'xmlns='),
    );
  });

  it('escapes texts and refuses what XML cannot hold', async () => {
    const { requests, options } = answering(() => ({}));
    await sendBy(mm7(PEER), { ...MESSAGE, subject: 'x & y <é>' }, options);
    expect(Buffer.from(requests[0]?.body ?? []).toString('utf8')).toContain(
      '<Subject>x &amp; y &lt;é&gt;</Subject>',
    );
    await expect(sendBy(mm7(PEER), { ...MESSAGE, subject: 'a\0' }, options)).rejects.toMatchObject({
      code: expect.stringMatching(/^(xml|mms)\//),
    });
  });

  it('says what the message says: sender, time, adaptation, reports, priority', async () => {
    const { requests, options } = answering(() => ({}));
    const file = {
      name: 'b.mms',
      data: Presentation.fromMms(FILE.data).toMms({ to: ['+1'], priority: 'high', deliveryReport: 'yes' }),
    };
    const sendAt = new Date('2026-01-02T03:04:05.678Z');
    await sendBy(mm7(PEER), { ...MESSAGE, file, sendAt, replyTo: '12345', adapt: false }, options);
    const envelope = envelopeOf(requests[0]?.body ?? new Uint8Array());
    expect(envelope).toContain('<SenderAddress><ShortCode>12345</ShortCode></SenderAddress>');
    expect(envelope).toContain('<EarliestDeliveryTime>2026-01-02T03:04:05Z</EarliestDeliveryTime>');
    expect(envelope).toContain('<DeliveryReport>true</DeliveryReport>');
    expect(envelope).toContain('<Priority>High</Priority>');
    expect(envelope).toContain('allowAdaptations="false"');
    await sendBy(mm7({ ...PEER, numbers: 'plus' }), { ...MESSAGE, delayMinutes: 5 }, options);
    expect(envelopeOf(requests[1]?.body ?? new Uint8Array())).toContain(`<Number>+${NUMBER}</Number>`);
    expect(envelopeOf(requests[1]?.body ?? new Uint8Array())).toContain('PT5M');
  });
});

describe('the request', () => {
  it('goes over HTTP as a real MMSC took it', async () => {
    server = await recordingServer(({ body }) => ({
      body: withTransaction(answerBody('mm7-submit-rel6-response.txt').body, { body } as TransportRequest),
    }));
    const result = await sendBy(mm7({ ...PEER, servers: [`${server.url}/mm7`] }), MESSAGE);
    expect(result).toMatchObject({
      outcome: 'accepted',
      results: [{ recipient: NUMBER, report: 1000, accepted: true }],
    });
    const [request] = server.requests;
    expect(request?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('shop:CANARY-7f3a').toString('base64')}`,
      soapaction: '""',
      connection: 'close',
    });
    expect(request?.headers['content-type']).toMatch(
      /^multipart\/related; boundary="=_[0-9a-f]{38}"; type="text\/xml"; start="<envelope@mms-composer>"$/,
    );
    expect(text(request?.body ?? new Uint8Array())).toContain(
      'Content-ID: <message@mms-composer>\r\n\r\n--=_',
    );
  });

  it('is one for all, or one for each', async () => {
    const { requests, options } = answering(request => ({
      body: withTransaction(answerBody('mm7-submit-rel5-response.txt').body, request),
    }));
    const message = { ...MESSAGE, to: [NUMBER, '447700900124'], cc: ['447700900125'] };
    expect((await sendBy(mm7(PEER), message, options)).results).toHaveLength(3);
    expect(requests).toHaveLength(1);
    const each = await sendBy(mm7({ ...PEER, onePerRequest: true }), message, options);
    expect(each).toMatchObject({ outcome: 'accepted', results: { length: 3 } });
    expect(new Set(requests.map(({ body }) => transactionOf(body))).size).toBe(4);
  });
});

describe('the answers', () => {
  it.each([
    ['mm7-submit-rel5-response.txt', 'accepted', 1000],
    ['mm7-submit-rel6-response.txt', 'accepted', 1000],
    ['mm7-submit-recipients-response.txt', 'accepted', 1000],
    ['mm7-broken-response.txt', 'rejected', 2007],
    ['mm7-cancel-unknown-response.txt', 'rejected', 2005],
    ['mm7-noauth-response.txt', 'rejected', undefined],
  ])('%s, as a real MMSC gave it, is %s', async (name, outcome, report) => {
    const { status, body } = answerBody(name);
    const isBroken = name.includes('broken');
    const { options } = answering(request => ({
      status,
      body: isBroken ? body : withTransaction(body, request),
    }));
    const result = await sendBy(mm7(PEER), MESSAGE, options);
    expect(result.outcome).toBe(outcome);
    expect(result.results[0]?.report).toBe(report);
  });

  const answerWith = (code: number, transaction = true) =>
    answering(request => ({
      body: Buffer.from(
        `<e:Envelope xmlns:e="x"><e:Header><TransactionID>${transaction ? transactionOf(request.body) : '0000'}</TransactionID></e:Header>
        <e:Body><RSErrorRsp><MM7Version>5.3.0</MM7Version><Status><StatusCode>${code}</StatusCode></Status></RSErrorRsp></e:Body></e:Envelope>`,
      ),
    })).options;

  it.each(MM7_STATUS_CODES.map(({ code, outcome, retryable }) => [code, outcome, retryable] as const))(
    '%i is %s',
    async (code, outcome, retryable) => {
      const result = await sendBy(mm7(PEER), MESSAGE, answerWith(code));
      expect([result.outcome, result.retryable]).toEqual([outcome, retryable]);
    },
  );

  it.each([
    [1999, 'accepted', undefined],
    [2515, 'rejected', undefined],
    [3100, 'rejected', true],
    [4999, 'rejected', true],
    [5000, 'unknown', undefined],
    [999, 'unknown', undefined],
  ])('%i, which is in no table, counts by its thousand as %s', async (code, outcome, retryable) => {
    const result = await sendBy(mm7(PEER), MESSAGE, answerWith(code));
    expect([result.outcome, result.retryable]).toEqual([outcome, retryable]);
  });

  it('believes no success without its transaction', async () => {
    expect((await sendBy(mm7(PEER), MESSAGE, answerWith(1000, false))).outcome).toBe('unknown');
    expect((await sendBy(mm7(PEER), MESSAGE, answerWith(2007, false))).outcome).toBe('rejected');
  });

  it.each([
    [200, '', 'unknown'],
    [200, '<html/>', 'unknown'],
    [200, '<Envelope><Body/></Envelope>', 'unknown'],
    [200, '<!DOCTYPE a [<!ENTITY b "c">]><Envelope/>', 'unknown'],
    [302, '', 'rejected'],
    [404, '', 'rejected'],
    [409, '', 'rejected'],
    [500, '', 'unknown'],
    [503, '', 'unknown'],
  ])('status %i with %j is %s', async (status, body, outcome) => {
    const { options } = answering(() => ({ status, body: Buffer.from(body) }));
    expect((await sendBy(mm7(PEER), MESSAGE, options)).outcome).toBe(outcome);
  });

  it('knows every code once', () => {
    expect(new Set(MM7_STATUS_CODES.map(({ code }) => code)).size).toBe(MM7_STATUS_CODES.length);
    expect(mm7Status(0)).toBeUndefined();
  });
});

describe('what a service provider gets', () => {
  const soap = (name: string): string => /<\?xml[\s\S]*?Envelope>\r?\n/.exec(text(vector(name)))?.[0] ?? '';

  it('a message', () => {
    expect(parseMm7Request(soap('mm7-deliverreq-from-mbuni.bin'))).toMatchObject({
      operation: 'DeliverReq',
      transactionId: 't-ps-qf9378.22.x263.41@mmsc',
      sender: '+447700900777',
      recipients: ['111'],
      linkedId: 't-ps-qf9378.22.x263.41@mmsc',
      timeStamp: '2026-01-02T03:04:05Z',
      subject: 'To shop',
      content: 'c1795909379.299197278.Ve.msg',
    });
  });

  it('a report, and how it is answered', () => {
    const report = parseMm7Request(soap('mm7-deliveryreportreq-from-mbuni.bin'));
    expect(report).toMatchObject({
      operation: 'DeliveryReportReq',
      messageId: 'qf9379.23.x263.42@mmsc',
      recipient: '111',
      sender: `+${NUMBER}`,
      status: 'Retrieved',
      date: '2026-11-28T23:43:06Z',
    });
    const answer = formatMm7Response(report);
    expect(answer).toContain('<DeliveryReportRsp');
    expect(answer).toContain('qf9379.23.x263.42@mmsc</TransactionID>');
    expect(answer).toContain('<StatusCode>1000</StatusCode>');
  });

  const request = (content: string): string =>
    `<Envelope><Header><TransactionID>t1</TransactionID></Header><Body>${content}</Body></Envelope>`;

  it('a submission, with the addresses of every kind', () => {
    const found = parseMm7Request(
      request(
        '<SubmitReq><Sender> 111 </Sender><Recipients><To><Number>+1</Number><RFC2822Address>a@example.com' +
          '</RFC2822Address><Extra/></To><Cc><Group><ShortCode>222</ShortCode></Group></Cc></Recipients>' +
          '<Subject>Hi</Subject><Content href="CID:c1"/></SubmitReq>',
      ),
    );
    expect(found).toEqual({
      operation: 'SubmitReq',
      transactionId: 't1',
      to: ['+1', 'a@example.com'],
      cc: ['222'],
      bcc: [],
      subject: 'Hi',
      content: 'c1',
    });
    expect(parseMm7Request(request('<SubmitReq/>'))).toMatchObject({ to: [], cc: [], bcc: [] });
  });

  it('a message to nobody in particular, from a sender in plain text', () => {
    expect(parseMm7Request(request('<DeliverReq><Sender>111</Sender></DeliverReq>'))).toMatchObject({
      sender: '111',
      recipients: [],
    });
  });

  it('the time of a report by either name', () => {
    for (const name of ['Date', 'TimeStamp'])
      expect(
        parseMm7Request(request(`<ReadReplyReq><${name}>2004-05-23T14:14:58Z</${name}></ReadReplyReq>`)),
      ).toMatchObject({ date: '2004-05-23T14:14:58Z' });
  });

  it('nothing else', () => {
    expect(() => parseMm7Request('<Envelope><Body><CancelReq/></Body></Envelope>')).toThrow(
      expect.objectContaining({ code: 'submit/unreadable-response' }),
    );
  });
});

const next = random();
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const maybe = <T>(value: T): T | undefined => (next() < 0.5 ? value : undefined);

function anyFields(): Mm7Fields {
  const values = {
    vaspId: maybe('shop & co'),
    vasId: maybe('<news>'),
    senderAddress: maybe(pick(['111', '+447700900777', 'a@example.com'])),
    serviceCode: maybe('gold'),
    linkedId: maybe('l-1'),
    messageClass: maybe(pick(['Personal', 'Informational', 'Advertisement', 'Auto'] as const)),
    timeStamp: maybe(new Date(1e12 + Math.floor(next() * 1e12))),
    replyCharging: maybe({ maxBytes: 1 + Math.floor(next() * 1e5), deadline: new Date(1.2e12) }),
    earliestDeliveryTime: maybe(pick([new Date(1.3e12), 'PT2H'])),
    expiryDate: maybe(pick([new Date(1.4e12), 'P3D'])),
    deliveryReport: maybe(next() < 0.5),
    readReply: maybe(next() < 0.5),
    priority: maybe(pick(['Low', 'Normal', 'High'] as const)),
    chargedParty: maybe(pick(['Sender', 'Recipient', 'Both', 'Neither', 'ThirdParty'] as const)),
    chargedPartyId: maybe('c-1'),
    distributionIndicator: maybe(next() < 0.5),
    allowAdaptations: maybe(next() < 0.5),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** A message with octets of every kind, line ends and dashes among them. */
async function anyMessage(): Promise<Presentation> {
  let builder = presentation();
  const slides = 1 + Math.floor(next() * 3);
  for (let slide = 0; slide < slides; slide++) {
    const words = Array.from({ length: Math.floor(next() * 30) }, () =>
      pick(['é', '\r\n', '--=_', 'x', '. ', '\n', '€']),
    );
    builder = builder.slide({ text: `a${words.join('')}` });
  }
  const data = Uint8Array.from({ length: Math.floor(next() * 2000) }, () =>
    next() < 0.2 ? pick([0x0d, 0x0a, 0x2d, 0x00]) : Math.floor(next() * 256),
  );
  return builder.attach({ name: 'any.bin', data, type: 'application/octet-stream' }).build();
}

const READ = `
import email, email.policy, hashlib, json, sys, base64
def leaves(part):
    if part.is_multipart():
        return [leaf for one in part.get_payload() for leaf in leaves(one)]
    return [part]
out = []
for one in json.load(sys.stdin):
    head = ('Content-Type: ' + one['type'] + '\\r\\n\\r\\n').encode('ascii')
    whole = email.message_from_bytes(head + base64.b64decode(one['body']), policy=email.policy.HTTP)
    parts = whole.get_payload()
    out.append({
        'defects': [str(d) for p in whole.walk() for d in p.defects],
        'count': len(parts), 'root': parts[0]['Content-ID'], 'start': whole.get_param('start'),
        'inner': parts[1]['Content-ID'], 'innerType': parts[1].get_content_type(), 'innerStart': parts[1].get_param('start'),
        'envelope': parts[0].get_payload(decode=True).decode('utf-8'),
        'parts': [{'type': p.get_content_type(), 'id': p['Content-ID'], 'location': p['Content-Location'],
                   'charset': p.get_param('charset'), 'hex': p.get_payload(decode=True).hex()} for p in leaves(parts[1])]})
json.dump(out, sys.stdout)
`;

interface ReadMessage {
  readonly defects: readonly string[];
  readonly count: number;
  readonly root: string;
  readonly start: string;
  readonly inner: string;
  readonly innerType: string;
  readonly innerStart: string;
  readonly envelope: string;
  readonly parts: readonly {
    type: string;
    id: string;
    location: string;
    charset: string | null;
    hex: string;
  }[];
}

describeWithOracle(['python3', 'xmllint'], '200 generated messages', () => {
  it('are what python3 email and a schema of MM7 read', { timeout: 240_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mm7-'));
    const bodies: { type: string; body: string }[] = [];
    const messages: Presentation[] = [];
    const schemas: string[] = [];
    for (let index = 0; index < 200; index++) {
      const schema = MM7_SCHEMAS[index % MM7_SCHEMAS.length]?.name ?? 'REL-6-MM7-1-4';
      const { requests, options } = answering(() => ({}));
      const message = await anyMessage();
      const way = mm7({
        ...PEER,
        schema,
        fields: anyFields(),
        transferEncoding: index % 2 === 0 ? 'binary' : 'base64',
      });
      const copies = {
        ...(next() < 0.3 && { cc: ['447700900124'] }),
        ...(next() < 0.3 && { bcc: ['447700900125'] }),
      };
      await sendBy(
        way,
        { kind: 'mms', to: [NUMBER], presentation: message, subject: `n° ${index} & <x>`, ...copies },
        options,
      );
      const [request] = requests;
      if (request === undefined) throw new Error('nothing was sent');
      bodies.push({
        type: String(request.headers['Content-Type']),
        body: Buffer.from(request.body).toString('base64'),
      });
      messages.push(message);
      schemas.push(schema);
    }
    const read = runPython(READ, bodies) as readonly ReadMessage[];
    const files: Map<string, string[]> = new Map();
    read.forEach((one, index) => {
      expect(one).toMatchObject({
        defects: [],
        count: 2,
        root: '<envelope@mms-composer>',
        start: '<envelope@mms-composer>',
        inner: '<message@mms-composer>',
        innerType: 'multipart/related',
        innerStart: '<smil>',
      });
      const parts = messages[index]?.parts ?? [];
      expect(one.parts).toEqual(
        parts.map(({ contentType, contentId, contentLocation, parameters, data }) => ({
          type: contentType,
          id: contentId,
          location: contentLocation,
          charset: parameters['charset'] ?? null,
          hex: toHex(data),
        })),
      );
      const file = join(folder, `${index}.xml`);
      writeFileSync(file, one.envelope);
      const schema = schemas[index] ?? '';
      files.set(schema, [...(files.get(schema) ?? []), file]);
    });
    for (const { name } of MM7_SCHEMAS) {
      for (const xsd of ['mm7.xsd', 'soap-envelope.xsd']) {
        const source = readFileSync(new URL(`../../vectors/ways-out/${xsd}`, import.meta.url), 'utf8');
        writeFileSync(join(folder, xsd), source.replaceAll('MM7NS', mm7Namespace(name)));
      }
      expect(schemaFaults(join(folder, 'soap-envelope.xsd'), files.get(name) ?? [])).toBe('');
    }
    rmSync(folder, { recursive: true });
  });
});

describe('an account of a service provider', () => {
  const headersBy = async (options: Partial<Mm7Options>): Promise<Readonly<Record<string, string>>> => {
    const { requests, options: answered } = answering(() => ({}));
    await sendBy(mm7({ servers: PEER.servers, ...options }), MESSAGE, answered);
    return Object(requests[0]).headers;
  };

  it('is none, or is named with its password', async () => {
    expect(await headersBy({})).not.toHaveProperty('Authorization');
    expect(await headersBy({ username: 'shop', password: 'secret' })).toMatchObject({
      Authorization: 'Basic c2hvcDpzZWNyZXQ=',
    });
  });

  it.each<[Partial<Mm7Options>, string]>([
    [{ username: 'shop' }, 'submit/credentials'],
    [{ password: 'secret' }, 'submit/credentials'],
    [{ username: 'a:b', password: 'secret' }, 'submit/credentials'],
    [{ soapAction: 'a\r\nX: y' }, 'submit/header'],
  ])('is refused as %j', (options, code) => {
    expect(() => mm7({ servers: PEER.servers, ...options })).toThrow(expect.objectContaining({ code }));
  });
});

describe('the answer to a reply', () => {
  it.each([
    [{ maxBytes: 5000 }, '<ReplyCharging replyChargingSize="5000"/>'],
    [{ deadline: new Date('2026-01-02T03:04:05Z') }, '<ReplyCharging replyDeadline="2026-01-02T03:04:05Z"/>'],
    [{}, '<ReplyCharging/>'],
  ])('is paid for within %o', (replyCharging, element) => {
    const made = formatSubmitReq({
      transactionId: 't1',
      schema: 'REL-6-MM7-1-4',
      fields: { replyCharging },
      recipients: { to: ['+1'], cc: [], bcc: [] },
      contentId: 'c1',
    });
    expect(made).toContain(element);
  });
});

describe('toMime', () => {
  const partOf = (contentId: string, name: string, contentLocation?: string) => ({
    parts: [
      {
        contentType: 'application/smil',
        parameters: { name },
        contentId,
        ...(contentLocation !== undefined && { contentLocation }),
        data: new Uint8Array(),
      },
    ],
    smil: undefined,
  });

  it('names what is not ASCII as RFC 2231 and URIs have it', () => {
    const body = text(toMime(partOf('<ü>', 'ü.txt', 'a b/ü.txt')).body);
    expect(body).toContain("name*=utf-8''%C3%BC.txt\r\n");
    expect(body).toContain('Content-ID: <%C3%BC>\r\n');
    expect(body).toContain('Content-Location: a%20b/%C3%BC.txt\r\n');
  });

  it.each([partOf('<\ud800>', 'a'), partOf('<a>', '\ud800'), partOf('<a>', 'a', '\udc00')])(
    'refuses half a character, case %#',
    source => {
      expect(() => toMime(source)).toThrow(expect.objectContaining({ code: 'submit/character' }));
    },
  );

  it('is mixed without a presentation, and never has its boundary in a part', () => {
    const part = { contentType: 'text/plain', parameters: {}, data: new TextEncoder().encode('x') };
    const { contentType, body } = toMime({ parts: [part], smil: undefined });
    expect(contentType).toMatch(/^multipart\/mixed; boundary="=_[0-9a-f]{38}"$/);
    const boundary = /"(.*)"/.exec(contentType)?.[1] ?? '';
    const clash = { ...part, data: new TextEncoder().encode(`--${boundary}--`) };
    const again = toMime({ parts: [part, clash], smil: undefined });
    expect(text(again.body).split(/"(.*)"/.exec(again.contentType)?.[1] ?? 'none')).toHaveLength(4);
    expect(toMime({ parts: [part], smil: undefined }).body).toEqual(body);
  });

  it('refuses names that would begin a header field of their own', () => {
    const part = {
      contentType: 'text/plain',
      parameters: {},
      contentId: '<a\r\nX: y>',
      data: new Uint8Array(),
    };
    expect(() => toMime({ parts: [part], smil: undefined })).toThrow(
      expect.objectContaining({ code: 'submit/character' }),
    );
  });
});
