import { toHex } from '../bytes/index.ts';
import { formatValue } from './format-value.ts';
import type { InspectionNode } from './node.ts';

/** Octets without a value that are shown as they are. */
const FEW = 12;

/** The value of a node as text; nothing where the field around it has said the same, and the octets are inside. */
export function shownValue(node: InspectionNode, around: InspectionNode | undefined): string {
  if (node.children !== undefined && node.value === around?.value) return '';
  return formatValue(node.value);
}

/** What stands for the value of a node without one: its octets, when they are few, or their number. */
export function shownOctets({ children, value, raw, length, bitLength }: InspectionNode): string {
  if (children !== undefined || value !== undefined || bitLength !== undefined) return '';
  return length > FEW ? `${length} octets` : toHex(raw).replace(/..(?!$)/g, '$& ');
}
