import { MmsError } from '../../../errors.ts';
import { decodeDataCodingScheme, decodeSubmit, decodeUdh, type SmsSegment } from '../../../sms/index.ts';
import { percentEncode } from '../../form/percent.ts';

/** A pair of a query; octets are percent-encoded whatever they are. */
export type QueryPair = readonly [name: string, value: string | Uint8Array];

/** Elements that choose a national language table (3GPP TS 23.040 9.2.3.24.15-16). */
const LANGUAGE_ELEMENTS: ReadonlySet<number> = new Set([0x24, 0x25]);

/** Where UCS-2 is 2, octets are 1 and GSM 7-bit is 0 (Kannel User's Guide, sendsms, `coding`). */
const CODINGS = { gsm7: '0', '8bit': '1', ucs2: '2' } as const;

/** `%XX` of every octet, letters and digits too: as safe as it is plain. */
function encodeOctets(octets: Uint8Array): string {
  return [...octets].map(octet => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** A query, percent-encoded; the order of the pairs is kept. */
export function formatQuery(pairs: readonly QueryPair[]): string {
  return pairs
    .map(
      ([name, value]) => `${name}=${typeof value === 'string' ? percentEncode(value) : encodeOctets(value)}`,
    )
    .join('&');
}

function refuse(reason: string, hint: string): MmsError {
  return new MmsError('submit/not-carried', reason, { hint });
}

/** Kannel re-encodes 7-bit text, with the default alphabet: a table of a nation would be lost without a word. */
function checkHeader(header: Uint8Array): void {
  if (header.length === 0) return;
  if (decodeUdh(header).elements.some(({ id }) => LANGUAGE_ELEMENTS.has(id))) {
    throw refuse('sendsms has no national language tables', 'send the text in UCS-2');
  }
}

/** The class of a scheme. F5 is what some modems behind Kannel write only with both. */
function classPairs(dataCodingScheme: number): QueryPair[] {
  const { messageClass } = decodeDataCodingScheme(dataCodingScheme);
  if (messageClass === undefined) return [];
  const isShort = (dataCodingScheme & 0xf4) === 0xf4;
  return [['mclass', String(messageClass)], ...(isShort ? [['alt-dcs', '1'] as const] : [])];
}

/**
 * One SMS of ours as Kannel's sendsms takes it: content and its coding, without account and sender.
 * @throws MmsError `submit/not-carried` for what Kannel would change without a word
 */
export function segmentQuery(segment: SmsSegment, number: string): readonly QueryPair[] {
  const { userDataHeader, userData } = segment;
  const { dataCodingScheme, protocolIdentifier, replyPath, text = '' } = decodeSubmit(segment.tpdu);
  const { alphabet, compressed } = decodeDataCodingScheme(dataCodingScheme);
  if (compressed === true) throw refuse('sendsms has no compressed text', 'send it uncompressed');
  checkHeader(userDataHeader);
  const content = userData.subarray(userDataHeader.length);
  const body: QueryPair[] =
    alphabet === 'gsm7'
      ? [
          ['charset', 'UTF-8'],
          ['text', text],
        ]
      : [...(alphabet === 'ucs2' ? [['charset', 'UTF-16BE'] as const] : []), ['text', content]];
  return [
    ['to', `+${number}`],
    ...(userDataHeader.length > 0 ? [['udh', userDataHeader] as const] : []),
    ['coding', CODINGS[alphabet]],
    ...body,
    ...classPairs(dataCodingScheme),
    ...(protocolIdentifier !== 0 ? [['pid', String(protocolIdentifier)] as const] : []),
    ...(replyPath === true ? [['rpi', '1'] as const] : []),
  ];
}
