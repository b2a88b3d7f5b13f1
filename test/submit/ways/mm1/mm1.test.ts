import { describe, expect, it } from 'vitest';
import { decodePdu, encodePdu } from '../../../../src/mms/index.ts';
import type { Exchange, TransportRequest } from '../../../../src/submit/transport/transport.ts';
import { campaignOf } from '../../../../src/submit/ways/campaign.ts';
import { mm1 } from '../../../../src/submit/ways/mm1/mm1.ts';
import { sendBy } from '../../../../src/submit/ways/send-by.ts';
import { vector } from '../vectors.ts';

const PHONE = { mmsc: 'http://127.0.0.1:1/mms', userAgent: 'Nokia6230/2.0' };
const MESSAGE = {
  kind: 'mms',
  to: ['447700900123'],
  file: { name: 'a.mms', data: vector('mm1-send-req.mms') },
} as const;
const NOTIFICATION = { transactionId: 'T1', status: 'retrieved' } as const;

/** An MMSC that answers all the same, and what it was asked. */
function answering(status: number, body: Uint8Array = new Uint8Array()) {
  const requests: TransportRequest[] = [];
  const transport = async (request: TransportRequest): Promise<Exchange> => {
    requests.push(request);
    return { kind: 'answer', status, body };
  };
  return { requests, options: { transport } };
}

describe('the way of a phone', () => {
  it('is called mm1, in the campaigns of a journal too', async () => {
    const way = mm1(PHONE);
    expect(way.name).toBe('mm1');
    expect((await way.plan(MESSAGE)).campaign).toBe(campaignOf('mm1', MESSAGE));
  });

  it('names no profile and no proxy where there is none', async () => {
    const { requests, options } = answering(200);
    await mm1(PHONE).notifyResponse(NOTIFICATION, options);
    expect(requests[0]?.headers).toEqual({
      'Content-Type': 'application/vnd.wap.mms-message',
      'Content-Length': String(requests[0]?.body.length),
      Accept: '*/*, application/vnd.wap.mms-message, application/vnd.wap.sic',
      'User-Agent': 'Nokia6230/2.0',
    });
    expect(requests[0]).not.toHaveProperty('proxy');
  });

  it('names its profile as the carrier wants it, and goes by a proxy without encryption', async () => {
    const { requests, options } = answering(200);
    const way = mm1({
      ...PHONE,
      profileUrl: 'http://example.com/p.xml',
      profileHeader: 'Profile',
      proxy: 'http://10.0.0.172:8080',
    });
    await way.notifyResponse(NOTIFICATION, options);
    expect(requests[0]?.headers).toMatchObject({ Profile: 'http://example.com/p.xml' });
    expect(requests[0]?.proxy?.href).toBe('http://10.0.0.172:8080/');
  });

  it('goes to another machine without encryption only where that is allowed', () => {
    const mmsc = 'http://mmsc.example/';
    expect(() => mm1({ ...PHONE, mmsc })).toThrow(expect.objectContaining({ code: 'submit/server-url' }));
    expect(() => mm1({ ...PHONE, mmsc, allowInsecureHttp: true })).not.toThrow();
  });

  it('cannot be told when to send', async () => {
    await expect(mm1(PHONE).plan({ ...MESSAGE, delayMinutes: 5 })).rejects.toMatchObject({
      code: 'submit/conflict',
      message: 'delayMinutes is for the gateway: MM1 has nothing like it',
    });
  });

  it('gives each message a transaction of at most 17 characters', async () => {
    const { requests, options } = answering(404);
    await sendBy(mm1(PHONE), MESSAGE, { ...options, throwOnFailure: false });
    expect(decodePdu(requests[0]?.body ?? new Uint8Array())).toMatchObject({
      transactionId: expect.stringMatching(/^T[0-9a-f]{16}$/),
    });
  });
});

describe('an MMSC that is told of a message', () => {
  it('has taken it with any success', async () => {
    const told = await mm1(PHONE).notifyResponse(NOTIFICATION, answering(204).options);
    expect(told).toMatchObject({ outcome: 'accepted', requestSent: 'maybe', results: [] });
  });

  it('has not with another status, which is thrown with all that is known', async () => {
    const hint = expect.any(String);
    await expect(
      mm1(PHONE).acknowledge({ transactionId: 'T1' }, answering(503).options),
    ).rejects.toMatchObject({
      code: 'submit/http-status',
      hint,
      details: { result: { outcome: 'unknown', attempts: [{ status: 503 }], problem: { hint } } },
    });
  });
});

describe('a message that is fetched', () => {
  const conf = (change: object): Uint8Array => {
    const pdu = decodePdu(vector('mm1-retrieve-conf-mbuni.mms'));
    if (pdu.messageType !== 'm-retrieve-conf') throw new Error('the vector is not an m-retrieve-conf');
    return encodePdu({ ...pdu, ...change });
  };
  const location = 'http://127.0.0.1:1/m-i';

  it('may come with a status that says that it is one', async () => {
    const { options } = answering(200, conf({ retrieveStatus: 'ok' }));
    expect((await mm1(PHONE).retrieve(location, options)).pdu.retrieveStatus).toBe('ok');
  });

  it('is none with another status', async () => {
    const { options } = answering(200, conf({ retrieveStatus: 'error-permanent-failure' }));
    await expect(mm1(PHONE).retrieve(location, options)).rejects.toMatchObject({
      code: 'submit/rejected',
      message: 'the MMSC has no such message: error-permanent-failure',
    });
  });
});
