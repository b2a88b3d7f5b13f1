import { afterEach, describe, expect, it } from 'vitest';
import { decodePdu, encodePdu } from '../../../src/mms/index.ts';
import {
  carrierHeaders,
  type Exchange,
  type Mm1Options,
  mm1,
  sendBy,
  type TransportRequest,
} from '../../../src/submit/index.ts';
import { type RecordingServer, recordingServer } from './recording-server.ts';
import { vector } from './vectors.ts';

const NUMBER = '447700900123';
const PEER: Mm1Options = {
  mmsc: 'http://127.0.0.1:1/mms',
  userAgent: 'Nokia6230/2.0',
  profileUrl: 'http://example.com/p.xml',
};
const MESSAGE = {
  kind: 'mms',
  to: [NUMBER],
  file: { name: 'a.mms', data: vector('mm1-send-req.mms') },
} as const;

let server: RecordingServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** An answer of an MMSC, and what it was asked. */
function answering(exchange: (request: TransportRequest) => Partial<Extract<Exchange, { kind: 'answer' }>>) {
  const requests: TransportRequest[] = [];
  const transport = async (request: TransportRequest): Promise<Exchange> => {
    requests.push(request);
    return { kind: 'answer', status: 200, body: new Uint8Array(), ...exchange(request) };
  };
  return { requests, options: { transport, throwOnFailure: false } };
}

function transactionOf(body: Uint8Array): string {
  const pdu = decodePdu(body);
  return pdu.messageType === 'm-send-req' ? (pdu.transactionId ?? '') : '';
}

/** The m-send-conf of a real MMSC with the transaction of the request in it. */
function confirmed(body: Uint8Array, change: object = {}): Uint8Array {
  const conf = decodePdu(vector('mm1-send-conf-mbuni.mms'));
  if (conf.messageType !== 'm-send-conf') throw new Error('the vector is not an m-send-conf');
  return encodePdu({ ...conf, transactionId: transactionOf(body), ...change });
}

describe('a submission', () => {
  it('is the m-send-req, with the header fields of a phone', async () => {
    const { requests, options } = answering(({ body }) => ({ body: confirmed(body) }));
    const result = await sendBy(
      mm1(PEER),
      { ...MESSAGE, cc: ['447700900124'], subject: 'Ways & more' },
      options,
    );
    expect(result).toMatchObject({
      outcome: 'accepted',
      results: [
        { recipient: NUMBER, accepted: true, report: 0x80, messageIdentifier: 's-7h-qf9055.1.x263.42@mmsc' },
        { recipient: '447700900124', accepted: true },
      ],
    });
    const [request] = requests;
    expect(request?.headers).toEqual({
      'Content-Type': 'application/vnd.wap.mms-message',
      'Content-Length': String(request?.body.length),
      Accept: '*/*, application/vnd.wap.mms-message, application/vnd.wap.sic',
      'User-Agent': 'Nokia6230/2.0',
      'x-wap-profile': 'http://example.com/p.xml',
    });
    const pdu = decodePdu(request?.body ?? new Uint8Array());
    const original = decodePdu(MESSAGE.file.data);
    expect(pdu).toMatchObject({
      messageType: 'm-send-req',
      from: 'insert-address',
      to: [`+${NUMBER}/TYPE=PLMN`],
      cc: ['+447700900124/TYPE=PLMN'],
      subject: 'Ways & more',
    });
    const data = (one: typeof pdu) =>
      'parts' in one ? one.parts?.map(part => [part.contentType, part.data]) : [];
    expect(data(pdu)).toEqual(data(original));
  });

  it.each([
    [{}, 'accepted', undefined],
    [{ messageId: undefined }, 'accepted', undefined],
    [{ responseStatus: 'error-transient-partial-success' }, 'partial', undefined],
    [{ responseStatus: 'error-transient-failure' }, 'rejected', true],
    [{ responseStatus: 'error-transient-network-problem' }, 'rejected', true],
    [{ responseStatus: 'error-network-problem' }, 'rejected', true],
    [{ responseStatus: 'error-service-denied' }, 'rejected', undefined],
    [{ responseStatus: 'error-permanent-lack-of-prepaid', responseText: 'no money' }, 'rejected', undefined],
    [{ transactionId: 'other' }, 'unknown', undefined],
  ])('answered with %j is %s', async (change, outcome, retryable) => {
    const { options } = answering(({ body }) => ({ body: confirmed(body, change) }));
    const result = await sendBy(mm1(PEER), MESSAGE, options);
    expect(result.outcome).toBe(outcome);
    expect(result.retryable).toBe(retryable);
    if (outcome === 'accepted') expect(result.warnings).toHaveLength('messageId' in change ? 1 : 0);
  });

  it.each([
    ['an unknown transient status', 0xc9, 'rejected', true],
    ['an unknown permanent status', 0xef, 'rejected', undefined],
  ])('answered with %s is %s', async (_, code, outcome, retryable) => {
    const { options } = answering(({ body }) => {
      const conf = confirmed(body);
      conf[conf.indexOf(0x92, conf.indexOf(0x8d) + 2) + 1] = code;
      return { body: conf };
    });
    expect(await sendBy(mm1(PEER), MESSAGE, options)).toMatchObject({
      outcome,
      ...(retryable && { retryable }),
    });
  });

  it.each([
    [200, vector('mm1-retrieve-conf-mbuni.mms'), 'unknown'],
    [200, new Uint8Array(), 'unknown'],
    [200, new TextEncoder().encode('<html>'), 'unknown'],
    [302, new Uint8Array(), 'rejected'],
    [400, new Uint8Array(), 'rejected'],
    [407, new Uint8Array(), 'rejected'],
    [500, new Uint8Array(), 'unknown'],
    [503, new Uint8Array(), 'unknown'],
  ])('answered with status %i and other octets is %s', async (status, body, outcome) => {
    const { options } = answering(() => ({ status, body }));
    expect((await sendBy(mm1(PEER), MESSAGE, options)).outcome).toBe(outcome);
  });

  it('names blind copies in the message alone', async () => {
    const { requests, options } = answering(({ body }) => ({ body: confirmed(body) }));
    await sendBy(mm1(PEER), { ...MESSAGE, bcc: ['447700900125'] }, options);
    expect(decodePdu(requests[0]?.body ?? new Uint8Array())).toMatchObject({
      to: [`+${NUMBER}/TYPE=PLMN`],
      bcc: ['+447700900125/TYPE=PLMN'],
    });
  });

  it('keeps its transaction when the same message is sent again', async () => {
    const { requests, options } = answering(({ body }) => ({ body: confirmed(body) }));
    await sendBy(mm1(PEER), MESSAGE, options);
    await sendBy(mm1(PEER), MESSAGE, options);
    await sendBy(mm1(PEER), { ...MESSAGE, to: ['447700900124'] }, options);
    const ids = requests.map(({ body }) => transactionOf(body));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('goes over real HTTP, by a proxy with the whole address', async () => {
    server = await recordingServer(({ body }) => ({ body: confirmed(body) }));
    const direct = await sendBy(mm1({ ...PEER, mmsc: `${server.url}/mms?x=1` }), MESSAGE);
    const way = mm1({
      ...PEER,
      mmsc: 'http://mmsc.invalid/mms?x=1',
      proxy: server.url,
      allowInsecureHttp: true,
    });
    const proxied = await sendBy(way, MESSAGE);
    expect([direct.outcome, proxied.outcome]).toEqual(['accepted', 'accepted']);
    expect(server.requests.map(({ line, host }) => [line, host])).toEqual([
      ['POST /mms?x=1', new URL(server.url).host],
      ['POST http://mmsc.invalid/mms?x=1', 'mmsc.invalid'],
    ]);
    expect(server.requests[0]?.body).toEqual(server.requests[1]?.body);
  });

  it('is shown by a dry run', async () => {
    const { request } = await sendBy(mm1(PEER), MESSAGE, { dryRun: true });
    expect(request).toMatchObject({
      method: 'POST',
      servers: ['http://127.0.0.1:1/mms'],
      recipients: [NUMBER],
    });
    expect(decodePdu(Buffer.from(request?.body ?? '', 'latin1')).messageType).toBe('m-send-req');
  });
});

describe('retrieval', () => {
  const location = 'http://127.0.0.1:1/m-i?a=1@4/w2x0';

  it('gets the message as it stands, and tells the MMSC as the caller says', async () => {
    const bytes = vector('mm1-retrieve-conf-mbuni.mms');
    const { requests, options } = answering(({ method }) =>
      method === 'GET' ? { body: bytes } : { body: new TextEncoder().encode('Received') },
    );
    const way = mm1(PEER);
    const retrieved = await way.retrieve(location, options);
    expect(retrieved.bytes).toEqual(bytes);
    expect(retrieved.pdu.messageType).toBe('m-retrieve-conf');
    const transactionId = 'mmsc-qf9379.24.x263.51';
    await way.acknowledge({ transactionId }, options);
    for (const status of ['retrieved', 'deferred', 'rejected'] as const)
      await way.notifyResponse({ transactionId, status }, options);
    expect(requests.map(({ method, url }) => [method, url.href])).toEqual([
      ['GET', location],
      ...Array.from({ length: 4 }, () => ['POST', PEER.mmsc]),
    ]);
    const told = requests.slice(1).map(({ body }) => decodePdu(body));
    const files = ['acknowledge-ind', 'notifyresp-retrieved', 'notifyresp-deferred', 'notifyresp-rejected'];
    expect(told.map(({ messageType }) => messageType)).toEqual([
      'm-acknowledge-ind',
      ...Array.from({ length: 3 }, () => 'm-notifyresp-ind'),
    ]);
    const plain = (pdu: ReturnType<typeof decodePdu>) =>
      'status' in pdu ? [pdu.messageType, pdu.status] : [pdu.messageType];
    expect(told.map(plain)).toEqual(files.map(name => plain(decodePdu(vector(`mm1-${name}.mms`)))));
  });

  it('refuses a message that is gone, which comes with status 200', async () => {
    const { options } = answering(() => ({ body: vector('mm1-retrieve-conf-not-found-mbuni.mms') }));
    await expect(mm1(PEER).retrieve(location, options)).rejects.toMatchObject({
      code: 'submit/rejected',
      message: expect.stringContaining('error-permanent-message-not-found'),
    });
    const other = answering(() => ({ body: vector('mm1-send-conf-mbuni.mms') }));
    await expect(mm1(PEER).retrieve(location, other.options)).rejects.toMatchObject({
      code: 'submit/unreadable-response',
    });
    const gone = answering(() => ({ status: 404 }));
    await expect(mm1(PEER).retrieve(location, gone.options)).rejects.toMatchObject({
      code: 'submit/http-status',
    });
  });
});

describe('the header fields of a carrier', () => {
  const subscriber = { line1: '447700900123', line1NoCountryCode: '07700900123', nai: 'ü@example.com' };

  it.each([
    [
      ['X-MDN: ##LINE1##|x-carrier-magic: http://magic.example'],
      { 'X-MDN': '447700900123', 'x-carrier-magic': 'http://magic.example' },
    ],
    [['X: ##LINE1####LINE1NOCOUNTRYCODE##'], { X: '44770090012307700900123' }],
    [['X-NAI: ##NAI##'], { 'X-NAI': 'w7xAZXhhbXBsZS5jb20=' }],
    [['no colon|: no name|X:   |Y: 1'], { Y: '1' }],
    [[], {}],
  ])('%j', (parameters, fields) => {
    expect(carrierHeaders(parameters, subscriber)).toEqual(fields);
  });

  it.each([
    'X: ##OTHER##',
    'X: ##constructor##',
    'X: ##LINE1',
    'Host: example.com',
    'content-length: 1',
    'Transfer-Encoding: chunked',
    'Connection: keep-alive',
    'X: a\r\nY: b',
    'X: a\0',
    'X Y: a',
  ])('refuses %j', parameter => {
    expect(() => carrierHeaders([parameter], subscriber)).toThrow(
      expect.objectContaining({ code: 'submit/header' }),
    );
  });

  it('knows only what it is told of the subscriber', () => {
    expect(carrierHeaders(['X-MDN: ##LINE1##'], { line1: '1', nai: undefined })).toEqual({ 'X-MDN': '1' });
    expect(() => carrierHeaders(['X-NAI: ##NAI##'], { line1: '1' })).toThrow(
      expect.objectContaining({ code: 'submit/header' }),
    );
  });

  it('refuses a macro of which nothing is known', () => {
    expect(() => carrierHeaders(['X-MDN: ##LINE1##'])).toThrow(
      expect.objectContaining({ code: 'submit/header' }),
    );
  });
});
