import { describe, expect, it } from 'vitest';
import { octetsIn } from '../../src/bytes/index.ts';
import { chunksText } from '../../src/submit/body-chunks.ts';
import { Credentials } from '../../src/submit/credentials.ts';
import { GatewayRequest } from '../../src/submit/gateway-request.ts';
import type { GatewayMessage } from '../../src/submit/index.ts';

const NUMBER = '447700900123';
const OTHER = '447700900124';
const MMS = { kind: 'mms', to: [NUMBER, OTHER], library: 80_000 } as const;
const SERVER = new URL('https://gateway.example/');

function requestOf(message: GatewayMessage, maxContentBytes?: number): GatewayRequest {
  const credentials = new Credentials({ username: 'ANOther', pin: 'CANARY-7f3a' });
  return GatewayRequest.of(message, { credentials, servers: [SERVER], maxContentBytes });
}

function textOf(request: GatewayRequest): string {
  return chunksText(request.bodyChunks());
}

describe('a request', () => {
  it.each<[GatewayMessage, string[], boolean, string[]]>([
    [MMS, [NUMBER, OTHER], true, []],
    [{ ...MMS, cc: ['447700900999'] }, [NUMBER, OTHER], false, ['SendCc=447700900999']],
    [{ ...MMS, bcc: ['447700900999'] }, [NUMBER, OTHER], false, ['SendBcc=447700900999']],
    [{ ...MMS, to: [], addressBook: 'Friends::A b' }, [], false, ['SendToAddressBook=Friends::A b']],
    [{ ...MMS, ccAddressBook: 'é' }, [NUMBER, OTHER], false, ['SendCcAddressBook=é']],
    [{ ...MMS, bccAddressBook: 'B' }, [NUMBER, OTHER], false, ['SendBccAddressBook=B']],
  ])('%# tells who gets it', (message, recipients, areAll, others) => {
    const request = requestOf(message);
    expect(request.recipients).toEqual(recipients);
    expect(request.recipientsAreAll).toBe(areAll);
    expect(request.audience).toEqual([...recipients, ...others]);
  });

  it('to some of its recipients is the same but for their list', () => {
    const many = Array.from({ length: 351 }, (_, index) => String(447_700_900_000 + index));
    const request = requestOf({ ...MMS, to: [...many, '+447700900000'], library: 1 });
    const codesOf = ({ warnings }: GatewayRequest) => warnings.map(({ code, path }) => `${code} ${path}`);
    expect(codesOf(request)).toEqual([
      'submit/duplicate-recipient to[351]',
      'submit/library-range library',
      'submit/many-recipients to',
    ]);
    const some = request.to(many.slice(1));
    expect(codesOf(some)).toEqual(['submit/library-range library']);
    expect(some.recipients).toHaveLength(350);
    expect(codesOf(request.to(many))).toEqual(['submit/library-range library', 'submit/many-recipients to']);
    expect(textOf(request.to([OTHER]))).toBe(
      'Username=ANOther&PIN=CANARY-7f3a&SendTo=447700900124&MMSFileMMS=1&ResponseFormat=3',
    );
    expect(textOf(request.to([NUMBER, OTHER]))).toContain('&SendTo=447700900123%2C447700900124&');
    expect(request.to([OTHER]).describe().servers).toEqual(['https://gateway.example/']);
  });

  it('is of one campaign for whoever gets it, and of another for another message', () => {
    const campaign = requestOf(MMS).campaign();
    // printf 'gateway&MMSFileMMS=80000' | sha256sum
    expect(campaign).toBe('961e5a80ec12d05357a346093d13cdd018922474505b4d7bcf759ed395d74d6b');
    expect(requestOf({ ...MMS, to: [OTHER] }).campaign()).toBe(campaign);
    const others = [{ library: 80_001 }, { subject: 'x' }, { cc: [OTHER] }, { addressBook: 'A' }];
    const hashes = others.map(more => requestOf({ ...MMS, ...more }).campaign());
    expect(new Set([campaign, ...hashes]).size).toBe(5);
  });

  it('has the length of its body, and shows that of what it shows', () => {
    const request = requestOf(MMS);
    expect(request.headers()).toEqual({
      'Content-Type': 'application/x-www-form-urlencoded; charset="utf-8"',
      'Content-Length': String(octetsIn(request.bodyChunks())),
    });
    const { method, body, headers, parameters } = request.describe();
    expect(method).toBe('POST');
    expect(body).toContain('&SendTo=447700900123%2C447700900124&MMSFileMMS=80000&ResponseFormat=3');
    expect(headers).toMatchObject({ 'Content-Length': String(body.length), Connection: 'close' });
    expect(parameters.map(({ name }) => name)).toEqual(request.parameterNames);
    expect(body).not.toMatch(/ANOther|CANARY/);
    const named = request.describe({ showUsername: true }).body;
    expect(named).toMatch(/^Username=ANOther&PIN=%5BREDACTED%5D&/);
  });

  it('goes to a server as it is, by POST', () => {
    const request = requestOf(MMS);
    expect([request.method, request.target(SERVER)]).toEqual(['POST', SERVER]);
  });

  it('reads the answer by those who got it', () => {
    const body = new TextEncoder().encode('MessageIdentifier=1,2&Report=%2D2,15');
    expect(requestOf(MMS).judge({ kind: 'answer', status: 200, body })).toMatchObject({
      outcome: 'partial',
      results: [{ recipient: NUMBER }, { recipient: OTHER }],
    });
  });

  it('has no more content than is allowed', () => {
    // `447700900123`, `a.mms`, `3` and four octets
    const message: GatewayMessage = {
      kind: 'mms',
      to: [NUMBER],
      file: { name: 'a.mms', data: new Uint8Array(4) },
    };
    const least = 'ANOther'.length + 'CANARY-7f3a'.length + NUMBER.length + 'a.mms'.length + 4 + '3'.length;
    expect(() => requestOf(message, least)).not.toThrow();
    expect(() => requestOf(message, least - 1)).toThrow(
      expect.objectContaining({
        code: 'submit/too-large',
        details: { issues: [expect.objectContaining({ code: 'submit/too-large' })] },
      }),
    );
  });

  it('is refused with its message', () => {
    expect(() => requestOf({ ...MMS, to: ['1'] })).toThrow(
      expect.objectContaining({ code: 'submit/invalid-message' }),
    );
  });
});
