import { performance } from 'node:perf_hooks';
import { errorCode } from './connect-failures.ts';
import type { TransportRequest } from './transport.ts';
import { buildConnector, loadUndici } from './undici-connector.ts';

/** Whether a server can be reached. */
export interface ServerCheck {
  readonly endpoint: string;
  readonly reachable: boolean;
  readonly durationMs: number;
  /** What failed, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`. */
  readonly code?: string;
}

/** Connects, TLS included, and hangs up: no octet of HTTP is sent. */
export async function checkServer(
  url: URL,
  options: Pick<TransportRequest, 'ca' | 'timeouts'>,
): Promise<ServerCheck> {
  const connect = buildConnector(await loadUndici(), options);
  const { hostname, host, protocol, port } = url;
  const start = performance.now();
  const failed = await new Promise<Error | null>(resolve => {
    connect({ hostname: hostname.replace(/^\[|\]$/g, ''), host, protocol, port }, (error, socket) => {
      socket?.destroy();
      resolve(error);
    });
  });
  const durationMs = Math.round(performance.now() - start);
  const outcome = { endpoint: url.href, reachable: failed === null, durationMs };
  return failed === null ? outcome : { ...outcome, code: errorCode(failed) };
}
