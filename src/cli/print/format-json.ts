import { toHex } from '../../bytes/index.ts';
import { toJson } from '../../schema/index.ts';

/** How octets are shown: some SMS programs read capitals alone. */
export type HexCase = 'lower' | 'upper';

const upperHex = (octets: Uint8Array): string => toHex(octets).toUpperCase();

/** A JSON document: octets as hexadecimal, dates as ISO 8601 in UTC. */
export function formatJson(value: unknown, hexCase: HexCase = 'lower'): string {
  return `${JSON.stringify(toJson(value, hexCase === 'upper' ? upperHex : toHex), null, 2)}\n`;
}
