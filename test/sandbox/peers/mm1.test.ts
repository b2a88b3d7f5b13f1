import { describe, expect, it } from 'vitest';
import { decodePdu, encodePdu } from '../../../src/mms/index.ts';
import { mm1Peer } from '../../../src/sandbox/peers/mm1.ts';
import { answerIn, messageIn, reports, request } from './request.ts';

const read = async (body: Uint8Array) => mm1Peer.read(request({ body }));
const send = (to: readonly string[]) =>
  encodePdu({
    messageType: 'm-send-req',
    transactionId: 'T1',
    from: 'insert-address',
    to,
    contentType: { type: 'application/vnd.wap.multipart.mixed' },
    parts: [{ contentType: 'text/plain', data: new TextEncoder().encode('Hi') }],
  });

describe('the MMSC for phones', () => {
  it('takes a message to the numbers that it names, and to nobody else', async () => {
    const body = send(['+447700900123/TYPE=PLMN', 'ann@example.com', '12345/TYPE=PLMN']);
    const { message } = messageIn(await read(body));
    expect(message).toMatchObject({ kind: 'mms', to: ['447700900123'], cc: [], bcc: [] });
  });

  it.each([
    [[-2], { responseStatus: 'ok', messageId: '3F' }],
    [[15], { responseStatus: 'error-permanent-failure', responseText: 'report 15' }],
    [[2], { responseStatus: 'error-permanent-service-denied', responseText: 'report 2' }],
    [[-2, 15], { responseStatus: 'error-transient-partial-success', messageId: '3F' }],
  ])('answers reports %j', async (codes, expected) => {
    const { reply } = messageIn(await read(send(['+447700900123/TYPE=PLMN'])));
    expect(decodePdu(reply(reports(...codes)).body)).toMatchObject({
      messageType: 'm-send-conf',
      transactionId: 'T1',
      ...expected,
    });
  });

  it('answers what needs no message at once', async () => {
    const acknowledged = encodePdu({ messageType: 'm-acknowledge-ind', transactionId: 'T1' });
    expect(answerIn(await read(acknowledged))).toBe('200 Received');
    const retrieved = encodePdu({
      messageType: 'm-notifyresp-ind',
      transactionId: 'T1',
      status: 'retrieved',
    });
    expect(answerIn(await read(retrieved))).toBe('200 Received');
    expect(answerIn(await read(new Uint8Array([1])))).toBe('400 Malformed MMS message');
    const confirmed = encodePdu({ messageType: 'm-send-conf', transactionId: 'T1', responseStatus: 'ok' });
    expect(answerIn(await read(confirmed))).toBe('400 Malformed MMS message');
  });
});
