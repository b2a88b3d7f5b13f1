import { toHex } from '../bytes/index.ts';
import type { InspectionNode } from './node.ts';

/** Octets of a leaf as hexadecimal pairs, or its bits, those of other fields as dots. */
export function formatOctets({ raw, bitOffset, bitLength }: InspectionNode): string {
  if (bitOffset === undefined || bitLength === undefined) return toHex(raw).replace(/..(?!$)/g, '$& ');
  const bits = [...raw].map(octet => octet.toString(2).padStart(8, '0')).join('');
  const field = bits.slice(bitOffset, bitOffset + bitLength);
  return `${'.'.repeat(bitOffset)}${field}`.padEnd(raw.length * 8, '.').replace(/.{8}(?!$)/g, '$& ');
}
