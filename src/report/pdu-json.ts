import { sha256, toHex } from '../bytes/index.ts';
import type { DecodedPdu } from '../mms/index.ts';
import { type JsonValue, toJson } from '../schema/index.ts';
import type { DecodedPart } from '../wsp/index.ts';
import { checkDecodedPdu } from './check-decoded.ts';

/** A decoded PDU as JSON: its parts with size and SHA-256 instead of their data. */
export function pduToJson(pdu: DecodedPdu): JsonValue {
  checkDecodedPdu(pdu);
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
    sha256: toHex(sha256(data)),
    ...(parts === undefined ? {} : { parts: parts.map(partToJson) }),
  };
}
