import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../src/submit/outgoing.ts';
import { Secrets } from '../../../src/submit/secrets.ts';
import { httpRequest } from '../../../src/submit/ways/http-request.ts';

const OUTGOING: Outgoing = {
  method: 'POST',
  recipients: ['447700900123'],
  warnings: [],
  parameterNames: ['a', 'b'],
  target: server => new URL('?pin=CANARY', server),
  headers: () => ({ 'X-A': 'CANARY', 'X-B': '1' }),
  bodyChunks: () => [
    Uint8Array.of(0x41, 0xe9),
    new TextEncoder().encode('CANA'),
    new TextEncoder().encode('RY'),
  ],
  judge: () => ({ outcome: 'accepted', requestSent: 'maybe', results: [] }),
};
const PEER = { servers: [new URL('http://127.0.0.1:1/x')], secrets: new Secrets(['CANARY']) };

describe('a request over HTTP, as it is shown', () => {
  it('is all that would be sent, without secrets', () => {
    expect(httpRequest(OUTGOING, PEER).describe()).toStrictEqual({
      method: 'POST',
      servers: ['http://127.0.0.1:1/x?pin=[REDACTED]'],
      headers: { 'X-A': '[REDACTED]', 'X-B': '1', 'Content-Length': '8', Connection: 'close' },
      body: 'Aé[REDACTED]',
      parameters: [
        { name: 'a', bytes: 8 },
        { name: 'b', bytes: 8 },
      ],
      recipients: ['447700900123'],
      warnings: [],
    });
  });

  it('has no length where nothing is posted, and the address that is made to be shown', () => {
    const shown = httpRequest(
      { ...OUTGOING, method: 'GET', shownTarget: server => new URL('?shown', server) },
      PEER,
    ).describe();
    expect(shown).toMatchObject({ method: 'GET', servers: ['http://127.0.0.1:1/x?shown'] });
    expect(Object.keys(shown.headers)).toEqual(['X-A', 'X-B', 'Connection']);
  });
});
