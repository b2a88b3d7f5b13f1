import { toHex } from '../../bytes/index.ts';
import type { DecodedSms, SmsMeasure, SmsPart, SmsSegment } from '../../sms/index.ts';
import { printable } from '../../text/index.ts';
import { formatTable } from './format-table.ts';

const ENCODINGS = { gsm7: 'GSM 7-bit', ucs2: 'UCS-2', '8bit': '8-bit data' } as const;
const UNITS = { gsm7: 'septets', ucs2: 'UTF-16 units', '8bit': 'octets' } as const;
/** More characters than these are only counted. */
const NAMED_CHARACTERS = 5;

const octet = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0');

function languageText({ nationalLanguage }: SmsMeasure): string {
  const { singleShift, lockingShift } = nationalLanguage ?? {};
  return [
    singleShift === undefined ? '' : `, single shift table ${singleShift}`,
    lockingShift === undefined ? '' : `, locking shift table ${lockingShift}`,
  ].join('');
}

function forcedText({ forcedBy }: SmsMeasure): string {
  const named = forcedBy
    .slice(0, NAMED_CHARACTERS)
    .map(
      ({ character, codePoint, position }) =>
        `${printable(character)} (${codePoint}) at character ${position + 1}`,
    );
  const rest = forcedBy.length - named.length;
  return named.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Encoding, parts, what is left and what forced UCS-2, for a person. */
export function formatMeasure(measure: SmsMeasure): string {
  const { encoding, dataCodingScheme, parts, units, unitsPerPart, unitsLeft, forcedBy, replacements } =
    measure;
  const replaced = replacements.map(({ from, to }) => `${printable(from)} by ${JSON.stringify(to)}`);
  return formatTable([
    [
      'encoding',
      `${ENCODINGS[encoding]} (data coding scheme ${octet(dataCodingScheme)})${languageText(measure)}`,
    ],
    ['parts', String(parts)],
    ['length', `${units} ${UNITS[encoding]}, ${unitsPerPart} a part`],
    [encoding === '8bit' ? 'octets left' : 'characters left', leftText(encoding, unitsLeft)],
    ...(forcedBy.length === 0 ? [] : [['UCS-2 forced by', forcedText(measure)] as const]),
    ...(replaced.length === 0 ? [] : [['replaced', replaced.join(', ')] as const]),
  ]);
}

function leftText(encoding: SmsMeasure['encoding'], unitsLeft: number): string {
  if (encoding === 'gsm7') return `${unitsLeft} (^ { } \\ [ ~ ] | € take two)`;
  return encoding === 'ucs2' ? `${unitsLeft} (characters above U+FFFF take two)` : String(unitsLeft);
}

/** The octets of each part: the TPDU where there is one, else the user data. */
export function formatSegments(segments: readonly (SmsPart | SmsSegment)[]): string {
  return segments
    .map(segment => {
      const place = `part ${segment.sequence} of ${segment.total}`;
      return 'tpdu' in segment
        ? `\n${place}, AT+CMGS=${segment.length}\n${toHex(segment.tpdu)}\n`
        : `\n${place}, user data (without --to there is no TPDU)\n${toHex(segment.userData)}\n`;
    })
    .join('');
}

/** A message that was read, for a person. */
export function formatDecodedSms(sms: DecodedSms): string {
  const address =
    sms.messageType === 'sms-submit' ? (['to', sms.to] as const) : (['from', sms.from] as const);
  const time = sms.messageType === 'sms-deliver' ? sms.serviceCentreTimestamp : undefined;
  const { ports, parts, missing, text, data } = sms;
  return formatTable([
    ['type', sms.messageType],
    [address[0], printable(address[1])],
    ...(time === undefined ? [] : [['time', time] as const]),
    ['encoding', `${ENCODINGS[sms.encoding]} (data coding scheme ${octet(sms.dataCodingScheme)})`],
    ['parts', missing.length === 0 ? String(parts.length) : `${parts.length}, missing ${missing.join(', ')}`],
    ...(ports === undefined ? [] : [['port', `${ports.destination}, source ${ports.source}`] as const]),
    ...sms.informationElements.map(({ id, data: value }) => [`element ${octet(id)}`, toHex(value)] as const),
    ...(text === undefined ? [['data', toHex(data ?? new Uint8Array(0))] as const] : []),
    ...(text === undefined ? [] : [['text', printable(text)] as const]),
  ]);
}
