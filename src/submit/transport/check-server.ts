import { performance } from 'node:perf_hooks';
import { errorCode } from '../../errors.ts';
import { openConnection } from './connection.ts';
import type { TransportRequest } from './transport.ts';

/** Whether a server can be reached. */
export interface ServerCheck {
  readonly endpoint: string;
  readonly reachable: boolean;
  readonly durationMs: number;
  /** What failed, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`. */
  readonly code?: string;
}

async function failureToConnect(request: Parameters<typeof openConnection>[0]): Promise<string | undefined> {
  try {
    (await openConnection(request)).destroy();
    return undefined;
  } catch (error) {
    return errorCode(error);
  }
}

/** Connects, TLS included, and hangs up: no octet of HTTP is sent. */
export async function checkServer(
  url: URL,
  options: Pick<TransportRequest, 'ca' | 'timeouts'>,
): Promise<ServerCheck> {
  const start = performance.now();
  const code = await failureToConnect({ url, ...options });
  const durationMs = Math.round(performance.now() - start);
  const outcome = { endpoint: url.href, reachable: code === undefined, durationMs };
  return code === undefined ? outcome : { ...outcome, code };
}
