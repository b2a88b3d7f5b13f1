import { createHash } from 'node:crypto';
import { toHex } from '../bytes/index.ts';
import type { DecodedPart, DecodedPdu } from '../mms/index.ts';

/** A value as JSON has it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * A value of this library as JSON: dates as ISO 8601 in UTC without milliseconds, octets as lower-case hexadecimal,
 * what is `undefined` left out.
 */
export function toJson(value: unknown): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object') throw new TypeError(`no JSON for ${typeof value}`);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, toJson(inner)]));
}

/** A decoded PDU as JSON: its parts with size and SHA-256 instead of their data. */
export function pduToJson(pdu: DecodedPdu): JsonValue {
  const { warnings, unknown, applicationHeaders, ...rest } = pdu;
  const { parts, ...fields } = 'parts' in rest ? rest : { ...rest, parts: undefined };
  return toJson({
    ...fields,
    parts: parts?.map(partToJson),
    ...(applicationHeaders.length > 0 ? { applicationHeaders } : {}),
    unknown,
    warnings,
  });
}

function partToJson({ data, headers, parts, ...part }: DecodedPart): object {
  return {
    ...part,
    ...(headers.length > 0 ? { headers } : {}),
    size: data.length,
    sha256: createHash('sha256').update(data).digest('hex'),
    ...(parts === undefined ? {} : { parts: parts.map(partToJson) }),
  };
}
