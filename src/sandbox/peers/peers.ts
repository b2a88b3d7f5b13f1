import { mm1Peer } from './mm1.ts';
import { mm7Peer } from './mm7.ts';
import type { Peer } from './peer.ts';
import { sendsmsPeer } from './sendsms.ts';

/** The stand-ins beside the gateway itself. */
const PEERS: readonly Peer[] = [mm1Peer, mm7Peer, sendsmsPeer];

/** The stand-in at a path. */
export function peerAt(path: string, method: string | undefined): Peer | undefined {
  return PEERS.find(peer => peer.path === path && peer.methods.some(one => one === method));
}
