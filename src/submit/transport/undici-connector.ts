import type { buildConnector as UndiciConnector } from 'undici';
import type { TransportRequest } from './transport.ts';

/** The package. */
export type Undici = typeof import('undici');

let loaded: Promise<Undici> | undefined;

/** Loads the package when the first message is sent. */
export function loadUndici(): Promise<Undici> {
  loaded ??= import('undici');
  return loaded;
}

/** By default Node gives every address but the last 250 ms: too little for a slow but healthy host. */
const ADDRESS_ATTEMPT_MS = 2500;

/** Connects over TCP or TLS, certificates always checked, whatever the environment says. */
export function buildConnector(
  undici: Undici,
  { ca, timeouts }: Pick<TransportRequest, 'ca' | 'timeouts'>,
): UndiciConnector.connector {
  return undici.buildConnector({
    timeout: timeouts.connectMs,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ADDRESS_ATTEMPT_MS,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ...(ca !== undefined && { ca: [ca].flat() }),
  });
}
