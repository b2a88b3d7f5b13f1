import type { IncomingHttpHeaders } from 'node:http';
import type { AccountCredentials, GatewayMessage, GatewayReport } from '../../submit/index.ts';
import type { Reply } from '../reply.ts';
import { INVALID_LOGIN } from '../reports.ts';

/** A request to one of the sandbox's stand-ins. */
export interface PeerRequest {
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  /** The query as it stands, percent-encoded. */
  readonly rawQuery: string;
  readonly body: Uint8Array;
}

/** A message that came by another protocol than the gateway's, and how its sender is answered. */
export interface PeerMessage {
  readonly message: GatewayMessage;
  /** Absent where the protocol has none. */
  readonly account?: AccountCredentials;
  /** The answer that says what the gateway's reports say. */
  reply(reports: readonly GatewayReport[]): Reply;
}

/** A stand-in: what comes at a path is a message, or is answered at once. */
export interface Peer {
  readonly name: 'mm1' | 'mm7' | 'kannel';
  readonly path: string;
  readonly methods: readonly string[];
  read(request: PeerRequest): Promise<PeerMessage | Reply>;
}

/** True for an answer that needs no message. */
export function isReply(read: PeerMessage | Reply): read is Reply {
  return 'status' in read;
}

/** True when nobody is let in with the account that was given. */
export function isRefusedAccount(reports: readonly GatewayReport[]): boolean {
  return reports.length === 1 && reports[0]?.report === INVALID_LOGIN;
}

/** Digits of a number that other protocols write with `+` or a type behind it. Short codes and mail reach nobody here. */
export function digitsOf(address: string): string[] {
  const [, digits] = /^\+?([1-9][0-9]{6,14})(?:$|\/)/.exec(address) ?? [];
  return digits === undefined ? [] : [digits];
}
