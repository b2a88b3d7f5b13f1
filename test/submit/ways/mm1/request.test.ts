import { describe, expect, it } from 'vitest';
import { mm1Request } from '../../../../src/submit/ways/mm1/request.ts';

const ACCEPT = '*/*, application/vnd.wap.mms-message, application/vnd.wap.sic';
const CONTEXT = { fields: { 'User-Agent': 'Nokia6230/2.0' } };
const judge = () => ({ outcome: 'accepted', requestSent: 'maybe', results: [] }) as const;
const SERVER = new URL('http://127.0.0.1:1/mms');

describe('a request of a phone', () => {
  it('that fetches a message says what the phone reads, and has nothing in it', () => {
    const request = mm1Request(CONTEXT, { method: 'GET', judge, maxAnswerBytes: 7 });
    expect(request).toMatchObject({ method: 'GET', recipients: [], warnings: [], maxAnswerBytes: 7, judge });
    expect(request.headers()).toEqual({ Accept: ACCEPT, 'User-Agent': 'Nokia6230/2.0' });
    expect(request.bodyChunks()).toEqual([]);
    expect(request.target(SERVER)).toBe(SERVER);
  });

  it('that posts a PDU says how long it is', () => {
    const pduChunks = [Uint8Array.of(0x8c), Uint8Array.of(0x80)];
    const proxy = new URL('http://10.0.0.172/');
    const request = mm1Request(
      { ...CONTEXT, proxy },
      { method: 'POST', pduChunks, recipients: ['447700900123'], judge },
    );
    expect(request).toMatchObject({ method: 'POST', recipients: ['447700900123'], proxy });
    expect(request.headers()).toEqual({
      'Content-Type': 'application/vnd.wap.mms-message',
      'Content-Length': '2',
      Accept: ACCEPT,
      'User-Agent': 'Nokia6230/2.0',
    });
    expect(request.parameterNames).toEqual(['Content-Type', 'Content-Length', 'Accept', 'User-Agent']);
    expect(request.bodyChunks()).toBe(pduChunks);
  });
});
