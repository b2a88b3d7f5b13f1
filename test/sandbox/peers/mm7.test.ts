import { describe, expect, it } from 'vitest';
import { decodePdu } from '../../../src/mms/index.ts';
import { mm7Peer } from '../../../src/sandbox/peers/mm7.ts';
import type { PeerMessage } from '../../../src/sandbox/peers/peer.ts';
import { answerIn, messageIn, reports, request, textOf } from './request.ts';

const NAMESPACE = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4';
const NUMBERS = '<To><Number>+447700900123</Number></To><Cc><Number>447700900124</Number></Cc>';

function envelope(operation: string, content: string): string {
  return `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header><TransactionID xmlns="${NAMESPACE}">T7</TransactionID></env:Header><env:Body><${operation} xmlns="${NAMESPACE}">${content}</${operation}></env:Body></env:Envelope>`;
}

const SUBMIT = envelope('SubmitReq', `<MM7Version>6.8.0</MM7Version><Recipients>${NUMBERS}</Recipients>`);

/** A part of a request: its fields and its content. */
type Part = readonly [fields: string, content: string];

function multipart(parts: readonly Part[], boundary: string): string {
  const each = parts.map(([fields, content]) => `--${boundary}\r\n${fields}\r\n\r\n${content}\r\n`);
  return `${each.join('')}--${boundary}--\r\n`;
}

function read(parts: readonly Part[], headers: Record<string, string> = {}) {
  const body = Buffer.from(multipart(parts, 'outer'));
  const type = { 'content-type': 'multipart/related; boundary=outer' };
  return mm7Peer.read(request({ headers: { ...type, ...headers }, body }));
}

const SOAP: Part = ['Content-Type: text/xml', SUBMIT];
const HELLO: Part = ['Content-Type: text/plain; charset=utf-8\r\nContent-ID: <hello>', 'Hello'];

function pduOf({ message }: PeerMessage) {
  if (message.kind !== 'mms' || message.file === undefined) throw new Error('no MMS');
  const pdu = decodePdu(message.file.data);
  if (pdu.messageType !== 'm-send-req') throw new Error('no m-send-req');
  const parts = (pdu.parts ?? []).map(({ contentType, contentId, contentLocation, data }) => [
    contentType,
    contentId ?? contentLocation,
    new TextDecoder().decode(data),
  ]);
  return { type: pdu.contentType, parts };
}

describe('the MMSC for service providers', () => {
  it('takes a message to its numbers, for the account of its header', async () => {
    const authorization = `Basic ${Buffer.from('shop:a:b').toString('base64')}`;
    const taken = messageIn(await read([SOAP, HELLO], { authorization }));
    expect(taken.message).toMatchObject({ to: ['447700900123'], cc: ['447700900124'], bcc: [] });
    expect(taken.account).toEqual({ username: 'shop', pin: 'a:b' });
    for (const other of ['Basic', 'Bearer x', `Basic ${Buffer.from('nobody').toString('base64')}`])
      expect(messageIn(await read([SOAP, HELLO], { authorization: other }))).not.toHaveProperty('account');
  });

  it('takes a single part, a multipart without order, and one with a presentation', async () => {
    const single = pduOf(messageIn(await read([SOAP, HELLO])));
    expect(single.type).toMatchObject({ type: 'application/vnd.wap.multipart.mixed' });
    expect(single.parts).toEqual([['text/plain', '<hello>', 'Hello']]);

    const picture: Part = ['Content-Type: image/png\r\nContent-Location: a.png', 'PNG'];
    const inner = multipart([HELLO, picture], 'inner');
    const mixed = pduOf(
      messageIn(await read([SOAP, ['Content-Type: multipart/mixed; boundary=inner', inner]])),
    );
    expect(mixed.type).toMatchObject({ type: 'application/vnd.wap.multipart.mixed' });
    expect(mixed.parts.map(([, name]) => name)).toEqual(['<hello>', 'a.png']);

    const related = 'Content-Type: multipart/related; start="<hello>"; boundary=inner';
    expect(pduOf(messageIn(await read([SOAP, [related, inner]]))).type).toEqual({
      type: 'application/vnd.wap.multipart.related',
      parameters: { type: 'application/smil', start: '<hello>' },
    });
  });

  it('takes what says nothing of its type as octets', async () => {
    const { parts } = pduOf(messageIn(await read([SOAP, ['Content-ID: <a>', 'x']])));
    expect(parts).toEqual([['application/octet-stream', '<a>', 'x']]);
  });

  it.each([
    [[-2], '1000', 'Success'],
    [[-2, 15], '1100', 'Partial success'],
    [[15], '3002', 'report 15'],
    [[2], '4001', 'Improper identification'],
  ])('answers reports %j', async (codes, code, text) => {
    const { reply } = messageIn(await read([SOAP, HELLO]));
    const answer = textOf(reply(reports(...codes)));
    expect(answer).toContain(`<StatusCode>${code}</StatusCode><StatusText>${text}</StatusText>`);
    expect(answer).toContain('>T7</');
    expect(answer).toContain('<MessageID>3F</MessageID>');
  });

  it.each<[string, readonly Part[], Record<string, string>, code: string]>([
    ['no multipart', [SOAP], { 'content-type': 'text/xml' }, '2007'],
    ['no part', [], {}, '2007'],
    ['XML that is none', [['Content-Type: text/xml', '<'], HELLO], {}, '2007'],
    ['a message without content', [SOAP], {}, '4004'],
    ['another operation', [['Content-Type: text/xml', envelope('DeliverReq', '')], HELLO], {}, '4003'],
  ])('refuses %s', async (_, parts, headers, code) => {
    expect(answerIn(await read(parts, headers))).toContain(`200 `);
    expect(answerIn(await read(parts, headers))).toContain(`<StatusCode>${code}</StatusCode>`);
  });

  it('refuses a request that says nothing of its type', async () => {
    expect(answerIn(await mm7Peer.read(request({})))).toContain('<StatusCode>2007</StatusCode>');
  });
});
