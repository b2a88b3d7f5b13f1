import { decodePdu } from '../mms/index.ts';
import { decodeOtaSettings, decodeProvisioning } from '../provisioning/index.ts';
import { decodeServiceIndication, decodeServiceLoading } from '../push/index.ts';
import { type JsonValue, toJson } from '../schema/index.ts';
import type { DecodedPush } from '../wsp/index.ts';
import { checkDecodedPush } from './check-decoded.ts';
import { pduToJson } from './pdu-json.ts';

type ReadContent = (body: Uint8Array) => Readonly<Record<string, unknown>>;

/** What a push carries, by its media type; any other body is shown as octets. */
const CONTENTS: ReadonlyMap<string, ReadContent> = new Map<string, ReadContent>([
  ['application/vnd.wap.mms-message', body => ({ pdu: pduToJson(decodePdu(body)) })],
  ['application/vnd.wap.sic', body => ({ serviceIndication: decodeServiceIndication(body) })],
  ['application/vnd.wap.slc', body => ({ serviceLoading: decodeServiceLoading(body) })],
  ['application/vnd.wap.connectivity-wbxml', body => ({ provisioning: decodeProvisioning(body) })],
  ['application/x-wap-prov.browser-settings', body => ({ otaSettings: decodeOtaSettings(body) })],
  ['application/x-wap-prov.browser-bookmarks', body => ({ otaSettings: decodeOtaSettings(body) })],
]);

/**
 * A decoded push as JSON: its headers, and the MMS PDU, service indication, service loading or settings that it carries.
 * @throws MmsError when the body is not what its media type says
 */
export function pushToJson(decoded: DecodedPush): JsonValue {
  checkDecodedPush(decoded);
  const { body, ...push } = decoded;
  const read = CONTENTS.get(push.contentType.type.toLowerCase());
  return toJson({ ...push, ...(read === undefined ? { body } : read(body)) });
}
