import { describe, expect, it } from 'vitest';
import { errorCode } from '../../../src/errors.ts';
import { mayTryNext } from '../../../src/submit/transport/connect-failures.ts';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

describe('a failure to connect', () => {
  // What getaddrinfo(3) and connect(2) give for a network that is not there, and the time limit of undici.
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'UND_ERR_CONNECT_TIMEOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EAI_FAIL',
    'EAI_NODATA',
    'EAI_NONAME',
    'EHOSTUNREACH',
    'EHOSTDOWN',
    'ENETUNREACH',
    'ENETDOWN',
    'EINVAL',
    'EADDRNOTAVAIL',
    'EACCES',
    'EPERM',
  ])('%s leads to the next server', code => {
    expect(mayTryNext(withCode(code))).toBe(true);
  });

  it.each([
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'EPROTO',
    'ENEW',
  ])('%s does not', code => {
    expect(mayTryNext(withCode(code))).toBe(false);
  });

  it('is called by its name where its code is no text', () => {
    expect(errorCode(new DOMException('x', 'AbortError'))).toBe('AbortError');
    expect(errorCode('ECONNREFUSED')).toBe('unknown');
    expect(mayTryNext('ECONNREFUSED')).toBe(false);
  });
});
