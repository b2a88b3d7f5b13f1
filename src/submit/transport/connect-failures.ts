import { errorCode } from '../../errors.ts';

/**
 * Failures to connect after which the next server is tried: the network's, not TLS's. Everything else (certificates,
 * TLS alerts, what nobody has seen yet) stops: a second server must not hide a sign of an attack or a wrong
 * configuration. Only read once it is proven that nothing was sent: the same codes occur after sending.
 */
const TRY_NEXT: ReadonlySet<string> = new Set([
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
]);

/** True when a failure to connect leads to the next server. */
export function mayTryNext(connectError: unknown): boolean {
  return TRY_NEXT.has(errorCode(connectError));
}
