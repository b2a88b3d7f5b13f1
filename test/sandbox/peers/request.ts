import type { PeerMessage, PeerRequest } from '../../../src/sandbox/peers/peer.ts';
import { isReply } from '../../../src/sandbox/peers/peer.ts';
import type { Reply } from '../../../src/sandbox/reply.ts';
import type { GatewayReport } from '../../../src/submit/index.ts';

/** A request to a stand-in. */
export function request(change: Partial<PeerRequest> & { readonly rawQuery?: string }): PeerRequest {
  const { rawQuery = '' } = change;
  const query = new URLSearchParams(rawQuery);
  return { headers: {}, body: new Uint8Array(), ...change, rawQuery, query };
}

/** The message of a request. @throws Error where it is answered at once */
export function messageIn(read: PeerMessage | Reply): PeerMessage {
  if (isReply(read)) throw new Error(textOf(read));
  return read;
}

/** What an answer says, of a request that is answered at once. */
export function answerIn(read: PeerMessage | Reply): string {
  return isReply(read) ? `${read.status} ${textOf(read)}` : 'a message';
}

/** The text of an answer. */
export function textOf({ body }: Reply): string {
  return new TextDecoder().decode(body);
}

const REPORT: GatewayReport = { report: -2, accepted: true, text: 'Message queued', messageIdentifier: '3F' };

/** Reports with these codes; 0 and less are accepted. */
export function reports(...codes: readonly number[]): readonly GatewayReport[] {
  return codes.map(report => ({ ...REPORT, report, accepted: report <= 0, text: `report ${report}` }));
}
