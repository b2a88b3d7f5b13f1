import { describe, expect, it } from 'vitest';
import { formatMm7Response, parseMm7Request } from '../../../../src/submit/ways/mm7/received.ts';

const parsed = (content: string, header = '<Header><TransactionID>t1</TransactionID></Header>') =>
  parseMm7Request(`<e:Envelope>${header}<Body>${content}</Body></e:Envelope>`);

describe('a message of a phone', () => {
  it('has all that it says', () => {
    expect(
      parsed(
        '<m:DeliverReq><LinkedID>l1</LinkedID><Sender><Number> +44 </Number></Sender>' +
          '<Recipients><To><ShortCode>111</ShortCode></To><Cc><RFC2822Address>a@example.com</RFC2822Address></Cc></Recipients>' +
          '<TimeStamp>2004-05-23T14:14:58Z</TimeStamp><Priority>Normal</Priority><Subject>Hi</Subject>' +
          '<Content href="cid:c1"/></m:DeliverReq>',
      ),
    ).toStrictEqual({
      operation: 'DeliverReq',
      recipients: ['111', 'a@example.com'],
      transactionId: 't1',
      sender: '+44',
      linkedId: 'l1',
      timeStamp: '2004-05-23T14:14:58Z',
      subject: 'Hi',
      priority: 'Normal',
      content: 'c1',
    });
  });

  it('may say nothing', () => {
    expect(parsed('<DeliverReq/>', '')).toEqual({ operation: 'DeliverReq', recipients: [] });
  });

  it.each([
    ['<Sender>111</Sender>', '111'],
    ['<Sender> 111 </Sender>', '111'],
    ['<Sender/>', undefined],
    ['<Sender><Number>1</Number><Number>2</Number></Sender>', '1'],
    ['<Sender><x:Number>1</x:Number></Sender>', '1'],
    ['<Sender><Extra>9</Extra><Number>1</Number></Sender>', '1'],
    ['<Sender><Group><Group><Number>1</Number></Group></Group></Sender>', '1'],
    ['<Sender><Number>1<!-- x -->2</Number></Sender>', '12'],
    ['<Sender><Number>1<b>9</b>2</Number></Sender>', '12'],
    ['<Sender>\n<Number>1</Number>\n</Sender>', '1'],
  ])('%s is from %j', (sender, expected) => {
    expect(parsed(`<DeliverReq>${sender}</DeliverReq>`)).toHaveProperty('sender', expected);
  });

  it.each([
    ['cid:a', 'a'],
    ['CID:a', 'a'],
    ['a', 'a'],
    ['xcid:a', 'xcid:a'],
  ])('whose content is %s is in the part %s', (href, content) => {
    expect(parsed(`<DeliverReq><Content href="${href}"/></DeliverReq>`)).toHaveProperty('content', content);
  });

  it('may name no part', () => {
    expect(parsed('<DeliverReq><Content/></DeliverReq>')).toHaveProperty('content', undefined);
  });
});

describe('a report', () => {
  it.each(['DeliveryReportReq', 'ReadReplyReq'])('by %s has all that it says', operation => {
    expect(
      parsed(
        `<${operation}><Sender><Number>1</Number></Sender><Recipient><Number>2</Number></Recipient>` +
          '<MessageID>m1</MessageID><TimeStamp>no</TimeStamp><Date>2004</Date><MMStatus>Read</MMStatus>' +
          `<StatusText>seen</StatusText></${operation}>`,
      ),
    ).toStrictEqual({
      operation,
      transactionId: 't1',
      sender: '1',
      recipient: '2',
      messageId: 'm1',
      date: '2004',
      status: 'Read',
      statusText: 'seen',
    });
  });
});

describe('a submission', () => {
  it('has the addresses of each kind', () => {
    expect(
      parsed(
        '<SubmitReq><Recipients><To><Number>1</Number></To><Cc><Number>2</Number></Cc>' +
          '<Bcc><Number>3</Number></Bcc></Recipients><Subject>Hi</Subject><Content href="cid:c1"/></SubmitReq>',
      ),
    ).toStrictEqual({
      operation: 'SubmitReq',
      transactionId: 't1',
      to: ['1'],
      cc: ['2'],
      bcc: ['3'],
      subject: 'Hi',
      content: 'c1',
    });
  });
});

it('any other request is named as far as a person reads it', () => {
  expect(() => parsed(`<${'x'.repeat(100)}/>`)).toThrow(
    expect.objectContaining({
      code: 'submit/unreadable-response',
      message: `not a known MM7 request: ${'x'.repeat(60)}`,
    }),
  );
});

describe('the answer', () => {
  const NAMESPACE = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/';

  it.each([
    ['SubmitReq', 'SubmitRsp'],
    ['DeliverReq', 'DeliverRsp'],
    ['DeliveryReportReq', 'DeliveryReportRsp'],
    ['ReadReplyReq', 'ReadReplyRsp'],
  ] as const)('to a %s is a %s of success', (operation, response) => {
    const xml = formatMm7Response({ operation, transactionId: 't1' });
    expect(xml).toContain('>t1</TransactionID>');
    expect(xml).toContain(
      `<${response} xmlns="${NAMESPACE}REL-6-MM7-1-4"><MM7Version>6.8.0</MM7Version>` +
        `<Status><StatusCode>1000</StatusCode><StatusText>Success</StatusText></Status></${response}>`,
    );
  });

  it('to a request without a transaction has none', () => {
    expect(formatMm7Response({ operation: 'SubmitReq' })).toContain('"></TransactionID>');
  });

  it('says what it is told to', () => {
    const status = { code: 2000, text: 'no', messageId: 'm1' };
    const xml = formatMm7Response({ operation: 'SubmitReq' }, status, 'REL-5-MM7-1-0');
    expect(xml).toContain(
      `<SubmitRsp xmlns="${NAMESPACE}REL-5-MM7-1-0"><MM7Version>5.3.0</MM7Version><Status>` +
        '<StatusCode>2000</StatusCode><StatusText>no</StatusText></Status><MessageID>m1</MessageID></SubmitRsp>',
    );
  });

  it.each([
    [{ operation: 'CancelReq' }, {}, 'REL-6-MM7-1-4', 'request.operation'],
    [{ operation: 'SubmitReq' }, { code: 999 }, 'REL-6-MM7-1-4', 'status.code'],
    [{ operation: 'SubmitReq' }, { code: 10_000 }, 'REL-6-MM7-1-4', 'status.code'],
    [{ operation: 'SubmitReq' }, { text: 7 }, 'REL-6-MM7-1-4', 'status.text'],
    [{ operation: 'SubmitReq' }, {}, 'REL-7', 'schema'],
  ])('is none to %j with %j of %s', (request, status, schema, path) => {
    const json = (value: unknown) => JSON.parse(JSON.stringify(value));
    expect(() => formatMm7Response(json(request), json(status), json(schema))).toThrow(
      expect.objectContaining({ code: 'submit/value', path }),
    );
  });
});
