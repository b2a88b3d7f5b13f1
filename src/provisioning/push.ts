import { requireOctets, wrongType } from '../bytes/index.ts';
import { encodeData, type SmsMessage, type SmsSegment, WAP_PORTS } from '../sms/index.ts';
import { encodePush } from '../wsp/index.ts';
import { type ProvisioningSecret, provisioningMac, SECURITY_METHODS } from './mac.ts';

/** Media type of a client provisioning document as WBXML. */
const PROVISIONING_TYPE = 'application/vnd.wap.connectivity-wbxml';

/** Media types of the older settings. */
const OTA_TYPES = {
  settings: 'application/x-wap-prov.browser-settings',
  bookmarks: 'application/x-wap-prov.browser-bookmarks',
} as const;

const MESSAGE_CLASS = 1;

/** Everything about the SMS except its content. */
export type ProvisioningSmsOptions = Omit<
  SmsMessage,
  'text' | 'data' | 'encoding' | 'transliterate' | 'nationalLanguage'
>;

/**
 * The Push PDU of a client provisioning document, with the method and MAC of the secret (OMA-WAP-ProvBoot 6). Most
 * phones take settings without a secret for rubbish.
 * @param body - what `encodeProvisioning` made
 * @throws MmsError `provisioning/imsi`, `provisioning/pin`
 * @example provisioningPush(encodeProvisioning(document), { method: 'netwpin', imsi })
 */
export function provisioningPush(body: Uint8Array, secret?: ProvisioningSecret): Uint8Array {
  requireOctets(body, 'body');
  return encodePush({ contentType: { type: PROVISIONING_TYPE, parameters: securityOf(body, secret) }, body });
}

function securityOf(
  body: Uint8Array,
  secret: ProvisioningSecret | undefined,
): Record<string, string | number> {
  if (secret === undefined) return {};
  const sec = SECURITY_METHODS.find(({ name }) => name === secret?.method)?.code;
  if (sec === undefined)
    throw wrongType('a secret such as { method: "netwpin", imsi }', typeof secret, 'secret');
  const mac = provisioningMac(body, secret);
  return secret.method === 'userpinmac' ? { sec } : { sec, mac };
}

/**
 * The Push PDU of a document of the older OTA settings.
 * @param kind - bookmarks have a type of their own. Default `settings`
 */
export function otaSettingsPush(body: Uint8Array, kind: keyof typeof OTA_TYPES = 'settings'): Uint8Array {
  if (typeof kind !== 'string' || !Object.hasOwn(OTA_TYPES, kind))
    throw wrongType('settings or bookmarks', kind, 'kind');
  return encodePush({ contentType: { type: OTA_TYPES[kind], parameters: { charset: 'utf-8' } }, body });
}

/**
 * Settings as SMS-SUBMIT TPDUs to the WAP push port.
 * @param push - what {@link provisioningPush} made
 * @throws MmsError as `encodeSms`
 */
export function encodeProvisioningSms(push: Uint8Array, options: ProvisioningSmsOptions): SmsSegment[] {
  return encodeData({ ports: WAP_PORTS.push, messageClass: MESSAGE_CLASS, ...options, data: push });
}

/**
 * Settings of the older form as SMS-SUBMIT TPDUs to their port.
 * @param push - what {@link otaSettingsPush} made
 * @throws MmsError as `encodeSms`
 */
export function encodeOtaSettingsSms(push: Uint8Array, options: ProvisioningSmsOptions): SmsSegment[] {
  return encodeData({ ports: WAP_PORTS.otaSettings, messageClass: MESSAGE_CLASS, ...options, data: push });
}
