import { NODE_BUFFER } from './node-buffer.ts';

const { indexOf } = NODE_BUFFER?.prototype ?? Uint8Array.prototype;

/** The place of an octet from `start` on, -1 where there is none. Node finds it several times as fast as an array does. */
export function findOctet(bytes: Uint8Array, octet: number, start: number): number {
  return indexOf.call(bytes, octet, start);
}
