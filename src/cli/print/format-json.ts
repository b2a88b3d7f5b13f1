import { toJson } from '../../text/index.ts';

/** A JSON document: octets as lower-case hexadecimal, dates as ISO 8601 in UTC. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(toJson(value), null, 2)}\n`;
}
