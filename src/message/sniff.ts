import { extensionOf, formatOfType } from '../media/index.ts';

/** What a file given as input turns out to be. */
export type InputFormat = 'mms' | 'zip' | 'manifest' | 'smil' | 'medium';

const MANIFEST_NAME = /\.(?:ya?ml|json)$/i;
const SMIL_NAME = /\.smil?$/i;

/** Type of a binary message. */
const MMS_TYPE = 'application/vnd.wap.mms-message';

/** A binary MMS PDU, by its first octets. */
export function isMms(bytes: Uint8Array): boolean {
  return formatOfType(MMS_TYPE)?.probe?.(bytes) === true;
}

const BEFORE_XML: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x00, 0x09, 0x0a, 0x0d, 0x20]);

/** XML in UTF-8 or UTF-16, by its first octets, white space and byte order mark passed over. */
export function isXml(bytes: Uint8Array): boolean {
  return bytes.find(octet => !BEFORE_XML.has(octet)) === 0x3c;
}

/** A SMIL document among files. */
export function isSmilName(name: string): boolean {
  return SMIL_NAME.test(name);
}

/** The whole message that a file is by its octets, or claims to be by its name, which its reader then judges. */
export function bundleFormat(name: string, bytes: Uint8Array): 'mms' | 'zip' | undefined {
  const format = formatOfInput(name, bytes);
  if (format === 'mms' || format === 'zip') return format;
  const claimed = extensionOf(name);
  return claimed === 'mms' || claimed === 'zip' ? claimed : undefined;
}

/** What an input is, by its first octets, then by its name. */
export function formatOfInput(name: string, bytes: Uint8Array): InputFormat {
  if (isMms(bytes)) return 'mms';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && !/\.jar$/i.test(name)) return 'zip';
  if (MANIFEST_NAME.test(name)) return 'manifest';
  return isSmilName(name) ? 'smil' : 'medium';
}
