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

/** The code of an error as a text; its name where it has none (an AbortError's code is a number). */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** True when a failure to connect leads to the next server. */
export function mayTryNext(connectError: unknown): boolean {
  return TRY_NEXT.has(errorCode(connectError));
}
