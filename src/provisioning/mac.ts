import { fromHex, hmac, requireOctets, sha1, toHex, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';

/** Methods of authentication by their number in the push (OMA-WAP-ProvBoot 6.2). */
export const SECURITY_METHODS = [
  { code: 0, name: 'netwpin' },
  { code: 1, name: 'userpin' },
  { code: 2, name: 'usernetwpin' },
  { code: 3, name: 'userpinmac' },
] as const;

/** What proves to the phone that settings are for it. It is never shown: not in errors, findings or JSON. */
export type ProvisioningSecret =
  /** The IMSI of the SIM card; the user sees no question. */
  | { readonly method: 'netwpin'; readonly imsi: string }
  /** The user types the PIN, which reached him some other way. */
  | { readonly method: 'userpin'; readonly pin: string }
  | { readonly method: 'usernetwpin'; readonly imsi: string; readonly pin: string }
  /** The user types {@link userPinMac} of the PIN; the push carries no MAC. */
  | { readonly method: 'userpinmac'; readonly pin: string };

/**
 * The MAC of a document as sent: upper-case hexadecimal of HMAC-SHA1 under the IMSI, the PIN or both.
 * @param body - the octets of the WBXML document, nothing before
 * @throws MmsError `provisioning/imsi`, `provisioning/pin`
 * @example provisioningMac(encodeProvisioning(document), { method: 'userpin', pin: '1234' })
 */
export function provisioningMac(body: Uint8Array, secret: ProvisioningSecret): string {
  if (typeof secret !== 'object' || secret === null) throw wrongType('a secret', typeof secret, 'secret');
  return toHex(hmac(sha1, keyOf(secret), requireOctets(body, 'body'))).toUpperCase();
}

/**
 * What the user types under USERPINMAC: the PIN and as many digits made of it and the document.
 * @throws MmsError `provisioning/pin`
 */
export function userPinMac(body: Uint8Array, pin: string): string {
  const digest = hmac(sha1, pinOctets(pin), requireOctets(body, 'body'));
  return pin + Array.from(digest.subarray(0, pin.length), octet => octet % 10).join('');
}

function keyOf(secret: ProvisioningSecret): Uint8Array {
  const imsi = 'imsi' in secret ? imsiOctets(secret.imsi) : new Uint8Array(0);
  const pin = 'pin' in secret ? pinOctets(secret.pin) : new Uint8Array(0);
  return new Uint8Array([...imsi, ...pin]);
}

function pinOctets(pin: string): Uint8Array {
  if (typeof pin === 'string' && /^\d{1,20}$/.test(pin)) return new TextEncoder().encode(pin);
  throw new MmsError('provisioning/pin', 'expected a PIN of 1 to 20 digits', { path: 'pin' });
}

const ODD_DIGITS = '9';
const EVEN_DIGITS = '1';
const FILLER = 'f';

/** Two digits an octet, the earlier low, as in the file of the SIM card but without its length (3GPP TS 31.102 4.2.2). */
function imsiOctets(imsi: string): Uint8Array {
  if (typeof imsi !== 'string' || !/^\d{6,15}$/.test(imsi)) {
    throw new MmsError('provisioning/imsi', 'expected an IMSI of 6 to 15 digits', { path: 'imsi' });
  }
  const isOdd = imsi.length % 2 === 1;
  const digits = isOdd ? `${ODD_DIGITS}${imsi}` : `${EVEN_DIGITS}${imsi}${FILLER}`;
  return fromHex(digits.replace(/(.)(.)/g, '$2$1'));
}
