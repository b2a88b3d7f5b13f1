import { Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import type { TransportRequest } from './transport.ts';

/** Loads the package when the first message is sent. */
export function loadUndici(): Promise<typeof import('undici')> {
  return import('undici');
}

/** By default Node gives every address but the last 250 ms: too little for a slow but healthy host. */
const ADDRESS_ATTEMPT_MS = 2500;

/**
 * Connects over TCP or TLS, certificates always checked, whatever the environment says. Nothing of a request is
 * written: a rejection is the proof that nothing was sent (error codes do not tell). The signal ends the connection
 * whenever it comes, also long after this is fulfilled.
 */
export async function openConnection({
  url: target,
  proxy,
  ca,
  timeouts,
  signal,
}: Pick<TransportRequest, 'url' | 'proxy' | 'ca' | 'timeouts' | 'signal'>): Promise<Socket> {
  const { buildConnector } = await loadUndici();
  const connect = buildConnector({
    timeout: timeouts.connectMs,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ADDRESS_ATTEMPT_MS,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ...(ca !== undefined && { ca: [ca].flat() }),
  });
  const peer = proxy ?? target;
  const { host, protocol, port } = peer;
  const hostname = peer.hostname.replace(/[[\]]/g, '');
  return new Promise((resolve, reject) => {
    const opening: unknown = connect({ hostname, host, protocol, port }, (error, socket) => {
      if (error === null) resolve(socket);
      else reject(error);
    });
    if (signal !== undefined && opening instanceof Socket) addAbortSignal(signal, opening);
  });
}
