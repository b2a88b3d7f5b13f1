import { describe, expect, it } from 'vitest';
import { Presentation } from '../../../../src/presentation/index.ts';
import type { PreparedRequest } from '../../../../src/submit/prepared-request.ts';
import { campaignOf } from '../../../../src/submit/ways/campaign.ts';
import { type Mm7Options, mm7 } from '../../../../src/submit/ways/mm7/mm7.ts';
import { sendBy } from '../../../../src/submit/ways/send-by.ts';
import { vector } from '../vectors.ts';

const SERVERS = { servers: ['http://127.0.0.1:1/mm7'] };
const FILE = { name: 'a.mms', data: vector('mm1-send-req.mms') };
const MESSAGE = { kind: 'mms', to: ['447700900123'], file: FILE } as const;

/** The request of a message as a dry run shows it. */
async function shown(options: Partial<Mm7Options> = {}, change: object = {}): Promise<PreparedRequest> {
  const { request } = await sendBy(
    mm7({ ...SERVERS, ...options }),
    { ...MESSAGE, ...change },
    { dryRun: true },
  );
  if (request === undefined) throw new Error('a message has a request');
  return request;
}

/** What stands in its SubmitReq. */
async function elements(options: Partial<Mm7Options> = {}, change: object = {}): Promise<string> {
  return /<SubmitReq [^>]*>(.*)<\/SubmitReq>/s.exec((await shown(options, change)).body)?.[1] ?? '';
}

/** The file of a message with such header fields. */
function fileWith(headers: Parameters<Presentation['toMms']>[0]) {
  return { file: { ...FILE, data: Presentation.fromMms(FILE.data).toMms({ to: ['+1'], ...headers }) } };
}

describe('the way of a service provider', () => {
  it('is called mm7, in the campaigns of a journal too', async () => {
    const way = mm7(SERVERS);
    expect(way.name).toBe('mm7');
    expect((await way.plan(MESSAGE)).campaign).toBe(campaignOf('mm7', MESSAGE));
  });

  it('posts to the servers as they are written, queries and all', async () => {
    const servers = ['http://mmsc.example?vasp=1', 'http://mmsc.example/mm7'];
    expect(await shown({ servers, allowInsecureHttp: true })).toMatchObject({
      method: 'POST',
      servers: ['http://mmsc.example/?vasp=1', 'http://mmsc.example/mm7'],
      recipients: ['447700900123'],
      warnings: [],
    });
    expect(() => mm7({ servers })).toThrow(expect.objectContaining({ code: 'submit/server-url' }));
  });

  it('shows nobody its password', async () => {
    const { headers } = await shown({ username: 'shop', password: 'CANARY-ü' });
    expect(headers).toMatchObject({ Authorization: 'Basic [REDACTED]' });
  });

  it.each(['\na', 'a\n'])('names no action with a line end in it: %j', soapAction => {
    expect(() => mm7({ ...SERVERS, soapAction })).toThrow(expect.objectContaining({ code: 'submit/header' }));
  });

  it('gives each message a transaction of 32 characters', async () => {
    expect((await shown()).body).toMatch(/<TransactionID [^>]*>[0-9a-f]{32}<\/TransactionID>/);
  });

  it('sends media as they are, or in base64 where that is asked for', async () => {
    const encodings = async (options: Partial<Mm7Options>): Promise<Set<string | undefined>> =>
      new Set([...(await shown(options)).body.matchAll(/Transfer-Encoding: (\S*)/g)].map(([, name]) => name));
    expect(await encodings({})).toEqual(new Set(['binary']));
    expect(await encodings({ transferEncoding: 'base64' })).toEqual(new Set(['base64']));
  });

  it('has no library', async () => {
    await expect(mm7(SERVERS).plan({ ...MESSAGE, library: 80_001 })).rejects.toMatchObject({
      code: 'submit/conflict',
      message: 'library is for the gateway: MM7 has nothing like it',
    });
  });
});

describe('a submission', () => {
  it('says nothing that nobody said', async () => {
    expect(await elements()).toBe(
      '<MM7Version>6.8.0</MM7Version><Recipients><To><Number>447700900123</Number></To></Recipients>' +
        '<Subject>Ways</Subject><Content href="cid:message@mms-composer"/>',
    );
  });

  it('goes to copies and blind copies too', async () => {
    expect(await elements({}, { cc: ['447700900124'], bcc: ['447700900125'] })).toContain(
      '<Cc><Number>447700900124</Number></Cc><Bcc><Number>447700900125</Number></Bcc>',
    );
  });

  it.each<[Parameters<Presentation['toMms']>[0], string]>([
    [{ deliveryReport: 'yes' }, '<DeliveryReport>true</DeliveryReport>'],
    [{ deliveryReport: 'no' }, '<DeliveryReport>false</DeliveryReport>'],
    [{ readReport: 'yes' }, '<ReadReply>true</ReadReply>'],
    [{ readReport: 'no' }, '<ReadReply>false</ReadReply>'],
    [{ priority: 'low' }, '<Priority>Low</Priority>'],
    [{ priority: 'normal' }, '<Priority>Normal</Priority>'],
    [{ priority: 'high' }, '<Priority>High</Priority>'],
  ])('says what its file says: %j', async (headers, element) => {
    expect(await elements({}, fileWith(headers))).toContain(element);
  });

  const message = {
    ...fileWith({ deliveryReport: 'yes', readReport: 'yes', priority: 'high' }),
    replyTo: '111',
    delayMinutes: 5,
    adapt: true,
  };
  const fields = {
    senderAddress: '222',
    earliestDeliveryTime: 'PT9M',
    deliveryReport: false,
    readReply: false,
    priority: 'Low',
    allowAdaptations: false,
  } as const;

  it('says what its way says, whatever the message does', async () => {
    expect(await elements({ fields: { ...fields, vaspId: 'shop' } }, message)).toBe(
      '<MM7Version>6.8.0</MM7Version><SenderIdentification><VASPID>shop</VASPID>' +
        '<SenderAddress><ShortCode>222</ShortCode></SenderAddress></SenderIdentification>' +
        '<Recipients><To><Number>447700900123</Number></To></Recipients>' +
        '<EarliestDeliveryTime>PT9M</EarliestDeliveryTime><DeliveryReport>false</DeliveryReport>' +
        '<ReadReply>false</ReadReply><Priority>Low</Priority><Subject>Ways</Subject>' +
        '<Content href="cid:message@mms-composer" allowAdaptations="false"/>',
    );
  });

  it('says what the message says where its way leaves it open', async () => {
    const open = Object.fromEntries(Object.keys(fields).map(key => [key, undefined]));
    expect(await elements({ fields: open }, message)).toBe(await elements({}, message));
    expect(await elements({}, message)).toContain('<ShortCode>111</ShortCode>');
  });
});
