import type { PduInput } from '../../src/mms/index.ts';

/** tshark 4.0 does not know the message types of MMS 1.3 and misreads the grouped forms of the delete confirmations. */
export const BEYOND_TSHARK = new Set([
  'm-delete-req',
  'm-delete-conf',
  'm-cancel-req',
  'm-cancel-conf',
  'm-mbox-delete-conf',
]);

/**
 * The same PDU without what tshark 4.0 calls malformed although the specification allows it: numbers and dates of more
 * than four octets, No-value of an untyped parameter, the empty value of a textual header or Content-ID, parts without
 * data, and parts whose type has a dissector of its own, which expects more than random octets. Content that begins as a
 * PDU does is taken for one, whatever its type.
 */
export function withinTshark(pdu: PduInput): PduInput {
  const narrow = (value: unknown): unknown => {
    if (typeof value === 'number') return Math.min(value, 0xffff_ffff);
    if (value instanceof Date) return new Date(Math.min(value.getTime(), 0xffff_ffff * 1000));
    if (value instanceof Uint8Array) return value.length === 0 ? Uint8Array.of(0) : unlikePdu(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.filter(one => !isEmptyHeader(one)).map(narrow);
    const entries = Object.entries(value).filter(
      ([key, inner]) => !((key === 'x-text' || key === 'contentId') && inner === ''),
    );
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, key === 'contentType' ? neutral(inner) : narrow(inner)]),
    );
  };
  return narrow(pdu) as PduInput;
}

/** A capture frame holds no more. */
const MOST_OCTETS = 60_000;
const CONTENT_TYPE = 0x84;

/** tshark takes the last octet of a PDU for the field that it may be: behind `84` it misses a Content-Type. */
export function isWithinTshark(pdu: Uint8Array): boolean {
  return pdu.length < MOST_OCTETS && pdu.at(-1) !== CONTENT_TYPE;
}

const X_MMS_MESSAGE_TYPE = 0x8c;

function unlikePdu(octets: Uint8Array): Uint8Array {
  return octets[0] === X_MMS_MESSAGE_TYPE ? Uint8Array.of(0, ...octets.subarray(1)) : octets;
}

/** The content type of a part (a text) becomes one without dissector; that of the message is narrowed. */
function neutral(contentType: unknown): unknown {
  if (typeof contentType === 'string') return 'application/vnd.acme.long-name-of-a-media-type+xyz';
  const { type, parameters } = contentType as { type: string; parameters: Record<string, unknown> };
  const kept = Object.entries(parameters).filter(([, value]) => value !== '' && !(value instanceof Date));
  return {
    type: type.includes('multipart') ? type : 'application/vnd.acme.body',
    parameters: Object.fromEntries(
      kept.map(([key, value]) => [key, typeof value === 'number' ? Math.min(value, 9) : value]),
    ),
  };
}

const isEmptyHeader = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'value' in value && value.value === '';

/** Makes tshark read each frame as an HTTP message. */
export const DLT_OPTIONS = ['-o', 'uat:user_dlts:"User 0 (DLT=147)","http","0","","0",""'] as const;

/** A PDU in an HTTP request, as text2pcap reads it. */
export function dump(pdu: Uint8Array): string {
  const head = `POST /mms HTTP/1.1\r\nHost: mmsc.example\r\nContent-Type: application/vnd.wap.mms-message\r\nContent-Length: ${pdu.length}\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), pdu]);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const hex = bytes
      .subarray(at, at + 16)
      .toString('hex')
      .replace(/(..)/g, ' $1');
    lines.push(`${at.toString(16).padStart(6, '0')}${hex}`);
  }
  lines.push(bytes.length.toString(16).padStart(6, '0'));
  return `${lines.join('\n')}\n`;
}
