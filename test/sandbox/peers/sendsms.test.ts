import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { sendsmsPeer } from '../../../src/sandbox/peers/sendsms.ts';
import { answerIn, messageIn, reports, request, textOf } from './request.ts';

const ACCOUNT = 'username=shop&password=123456';
const read = (rawQuery: string) => sendsmsPeer.read(request({ rawQuery }));
const taken = async (rawQuery: string) =>
  messageIn(await read(`${ACCOUNT}&to=%2B447700900123&${rawQuery}`)).message;

describe('sendsms of Kannel', () => {
  it('takes a text for the numbers and the account of the address', async () => {
    const read = await sendsmsPeer.read(
      request({ rawQuery: `${ACCOUNT}&to=%2B447700900123+447700900124+12345&text=Gr%C3%BC%C3%9Fe+%7B` }),
    );
    const { message, account } = messageIn(read);
    expect(message).toEqual({ kind: 'text', to: ['447700900123', '447700900124'], text: 'Grüße {' });
    expect(account).toEqual({ username: 'shop', pin: '123456' });
  });

  it('takes an empty text, and one in UCS-2', async () => {
    expect(await taken('')).toMatchObject({ kind: 'text', text: '' });
    expect(await taken('coding=2&text=%03%A9%00+')).toMatchObject({ kind: 'text', text: 'Ω ' });
  });

  it.each([
    ['mclass=0&text=Hi', { dataCodingScheme: 0xf0, text: 'Hi' }],
    ['mclass=1&text=Hi', { dataCodingScheme: 0xf1, text: 'Hi' }],
    ['mclass=2&text=Hi', { dataCodingScheme: 0xf2, text: 'Hi' }],
    ['mclass=3&text=Hi', { dataCodingScheme: 0xf3, text: 'Hi' }],
    ['coding=2&mclass=1&text=%03%A9', { dataCodingScheme: 0x19, userData: fromHex('03a9') }],
    ['coding=1&text=%01%FF', { dataCodingScheme: 4, userData: fromHex('01ff'), protocolIdentifier: 0 }],
    ['coding=1&pid=64', { userData: new Uint8Array(), protocolIdentifier: 64 }],
    ['udh=%05%00%03&text=%01', { userDataHeader: fromHex('050003'), userData: fromHex('01') }],
    ['udh=%05%00%03&coding=0&text=Hi', { userDataHeader: fromHex('050003'), text: 'Hi' }],
    ['udh=%05%00%03&coding=0', { userDataHeader: fromHex('050003'), text: '' }],
  ])('takes the fields of a PDU: %s', async (query, expected) => {
    expect(await taken(query)).toMatchObject({ kind: 'pdu', ...expected });
  });

  it.each([
    [[-2], '202 0: Accepted for delivery'],
    [[15], '403 Not routable. Do not try again. report 15'],
    [[2], '403 Authorization failed for sendsms'],
  ])('answers reports %j', async (codes, expected) => {
    const { reply } = messageIn(await read(`${ACCOUNT}&to=447700900123&text=x`));
    const answer = reply(reports(...codes));
    expect(`${answer.status} ${textOf(answer)}`).toBe(expected);
  });

  it.each([
    [`${ACCOUNT}&text=x`, '400 Missing receiver number, rejected'],
    [`${ACCOUNT}&to=12345&text=x`, '400 Missing receiver number, rejected'],
    [`${ACCOUNT}&to=447700900123&coding=5`, '400 Coding field misformed, rejected'],
    ['to=447700900123&text=x', '403 Authorization failed for sendsms'],
    ['username=shop&to=447700900123&text=x', '403 Authorization failed for sendsms'],
  ])('refuses %s', async (query, expected) => {
    expect(answerIn(await read(query))).toBe(expected);
  });
});
