import { requireArray, requireObject, requireOctets, requireText } from '../bytes/index.ts';
import type { DecodedPdu } from '../mms/index.ts';
import type { DecodedPart, DecodedPush } from '../wsp/index.ts';

/**
 * Makes sure that a value is a PDU as it was decoded, so far as its report needs it.
 * @throws MmsError `bytes/value-type`
 */
export function checkDecodedPdu(pdu: DecodedPdu): void {
  requireObject(pdu, 'a decoded PDU', 'pdu');
  requireArray(pdu.applicationHeaders, 'a list of header fields', 'pdu.applicationHeaders');
  if ('parts' in pdu && pdu.parts !== undefined) checkParts(pdu.parts, 'pdu.parts');
}

function checkParts(parts: readonly DecodedPart[], path: string): void {
  for (const [index, part] of requireArray(parts, 'a list of parts', path).entries()) {
    const at = `${path}[${index}]`;
    const { data, headers, parts: inner } = requireObject(part, 'a part', at);
    requireOctets(data, `${at}.data`);
    requireArray(headers, 'a list of header fields', `${at}.headers`);
    if (inner !== undefined) checkParts(inner, `${at}.parts`);
  }
}

/**
 * Makes sure that a value is a push as it was decoded, so far as its report needs it.
 * @throws MmsError `bytes/value-type`
 */
export function checkDecodedPush(push: DecodedPush): void {
  const { body, contentType } = requireObject(push, 'a decoded push', 'push');
  requireOctets(body, 'push.body');
  const { type } = requireObject(contentType, 'a content type such as { type }', 'push.contentType');
  requireText(type, 'a media type', 'push.contentType.type');
}
