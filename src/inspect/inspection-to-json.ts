import { type JsonValue, toJson } from '../schema/index.ts';
import { checkNode } from './check-node.ts';
import type { InspectionNode } from './node.ts';

/** A tree as JSON: octets as hexadecimal, dates as ISO 8601. */
export function inspectionToJson(node: InspectionNode): JsonValue {
  checkNode(node);
  return toJson(node);
}
