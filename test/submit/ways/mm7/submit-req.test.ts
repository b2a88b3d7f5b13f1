import { describe, expect, it } from 'vitest';
import {
  formatEnvelope,
  formatSubmitReq,
  type SubmitReq,
} from '../../../../src/submit/ways/mm7/submit-req.ts';
import { xmlElement } from '../../../../src/xml/index.ts';

const REQUEST: SubmitReq = {
  transactionId: 't1',
  schema: 'REL-6-MM7-1-4',
  fields: {},
  recipients: { to: ['447700900123'], cc: [], bcc: [] },
  contentId: 'c1',
};

/** What stands in the SubmitReq. */
function elements(change: Partial<SubmitReq>): string {
  const xml = formatSubmitReq({ ...REQUEST, ...change });
  return /<SubmitReq [^>]*>(.*)<\/SubmitReq>/s.exec(xml)?.[1] ?? '';
}

const NAMESPACE = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4';

describe('the envelope of a submission', () => {
  it('has what is needed, and nothing that is not given', () => {
    expect(formatSubmitReq(REQUEST)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header>' +
        `<TransactionID xmlns="${NAMESPACE}" env:mustUnderstand="1">t1</TransactionID></env:Header>` +
        `<env:Body><SubmitReq xmlns="${NAMESPACE}"><MM7Version>6.8.0</MM7Version>` +
        '<Recipients><To><Number>447700900123</Number></To></Recipients>' +
        '<Content href="cid:c1"/></SubmitReq></env:Body></env:Envelope>',
    );
  });

  it('has all that is given in the order of the schema', () => {
    expect(
      elements({
        version: '5.3.0',
        subject: 'Hi',
        recipients: { to: ['1'], cc: ['2234567'], bcc: ['a@example.com', '+4'] },
        fields: {
          vaspId: 'shop',
          vasId: 'news',
          senderAddress: '123456',
          serviceCode: 'gold',
          linkedId: 'l1',
          messageClass: 'Auto',
          timeStamp: new Date('2004-05-23T14:14:58.123Z'),
          replyCharging: { maxBytes: 5000, deadline: new Date('2004-05-24T14:14:58.999Z') },
          earliestDeliveryTime: 'PT2H',
          expiryDate: new Date('2004-05-25T14:14:58Z'),
          deliveryReport: true,
          readReply: false,
          priority: 'High',
          chargedParty: 'ThirdParty',
          chargedPartyId: 'p1',
          distributionIndicator: false,
          allowAdaptations: false,
        },
      }),
    ).toBe(
      '<MM7Version>5.3.0</MM7Version><SenderIdentification><VASPID>shop</VASPID><VASID>news</VASID>' +
        '<SenderAddress><ShortCode>123456</ShortCode></SenderAddress></SenderIdentification>' +
        '<Recipients><To><ShortCode>1</ShortCode></To><Cc><Number>2234567</Number></Cc>' +
        '<Bcc><RFC2822Address>a@example.com</RFC2822Address><Number>+4</Number></Bcc></Recipients>' +
        '<ServiceCode>gold</ServiceCode><LinkedID>l1</LinkedID><MessageClass>Auto</MessageClass>' +
        '<TimeStamp>2004-05-23T14:14:58Z</TimeStamp>' +
        '<ReplyCharging replyChargingSize="5000" replyDeadline="2004-05-24T14:14:58Z"/>' +
        '<EarliestDeliveryTime>PT2H</EarliestDeliveryTime><ExpiryDate>2004-05-25T14:14:58Z</ExpiryDate>' +
        '<DeliveryReport>true</DeliveryReport><ReadReply>false</ReadReply><Priority>High</Priority>' +
        '<Subject>Hi</Subject><ChargedParty>ThirdParty</ChargedParty><ChargedPartyID>p1</ChargedPartyID>' +
        '<DistributionIndicator>false</DistributionIndicator><Content href="cid:c1" allowAdaptations="false"/>',
    );
  });

  it.each([
    [{ vaspId: 'shop' }, '<SenderIdentification><VASPID>shop</VASPID></SenderIdentification>'],
    [{ vasId: 'news' }, '<SenderIdentification><VASID>news</VASID></SenderIdentification>'],
    [
      { senderAddress: '1234567' },
      '<SenderIdentification><SenderAddress><Number>1234567</Number></SenderAddress></SenderIdentification>',
    ],
    [{ replyCharging: {} }, '<ReplyCharging/>'],
    [{ replyCharging: { maxBytes: 0 } }, '<ReplyCharging replyChargingSize="0"/>'],
    [{ allowAdaptations: true }, '<Content href="cid:c1" allowAdaptations="true"/>'],
  ])('has of %j that alone', (fields, xml) => {
    expect(elements({ fields })).toContain(xml);
  });

  it('has no recipients of a kind that there are none of', () => {
    expect(elements({ recipients: { to: [], cc: [], bcc: [] } })).not.toContain('Recipients');
    expect(elements({ recipients: { to: [], cc: ['1'], bcc: [] } })).toContain(
      '<Recipients><Cc><ShortCode>1</ShortCode></Cc></Recipients>',
    );
  });

  it.each([
    ['priority', 'high'],
    ['timeStamp', '2004-05-23T14:14:58Z'],
    ['timeStamp', new Date(Number.NaN)],
    ['expiryDate', new Date(Number.NaN)],
  ])('is refused with the path of what is wrong: %s of %s', (key, value) => {
    expect(() => elements({ fields: { [key]: value } })).toThrow(
      expect.objectContaining({ code: 'submit/value', path: `request.fields.${key}` }),
    );
  });
});

it('an operation has the elements that there are', () => {
  const made = formatEnvelope('DeliverRsp', 't2', 'REL-5-MM7-1-0', [undefined, xmlElement('A', {}, ['x'])]);
  expect(made).toContain('schema/REL-5-MM7-1-0"><A>x</A></DeliverRsp>');
});
