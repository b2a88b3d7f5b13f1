import { fromHex } from '../../bytes/index.ts';
import {
  decodeUdh,
  type InformationElement,
  type NationalLanguage,
  type Ports,
  type SmsContent,
  type SubmitHeaders,
  type ValidityPeriod,
} from '../../sms/index.ts';
import { type CliArguments, type HelpRow, type HelpSection, UsageError } from '../command.ts';
import { octetsOf as hexOctetsOf, inOption } from './hex-options.ts';
import { numberOf, textOf, wordOf } from './option-values.ts';
import { WORDS } from './words.ts';

type Values = CliArguments['values'];

/** Options of every command that makes SMS-SUBMIT TPDUs. */
export const SUBMIT_OPTIONS = {
  to: { type: 'string' },
  reference: { type: 'string' },
  'reference-bits': { type: 'string', choices: WORDS.referenceBits },
  'message-reference': { type: 'string' },
  'type-of-address': { type: 'string' },
  'protocol-identifier': { type: 'string' },
  'data-coding-scheme': { type: 'string' },
  'message-class': { type: 'string', choices: WORDS.messageClass },
  'validity-period': { type: 'string' },
  'status-report-request': { type: 'boolean' },
  'reply-path': { type: 'boolean' },
  'reject-duplicates': { type: 'boolean' },
} as const;

/** The row of a help for the recipient. */
export const RECIPIENT_ROW: HelpRow = [
  '--to N',
  '+447700900123 international, 12345 or *101# national, alpha:MyShop a name',
];

/** The rows of a help for Smart Messages, which are sent to a port. */
export const REFERENCE_ROWS: readonly HelpRow[] = [
  ['--reference N', 'of a message of several parts'],
  ['--reference-bits 8|16', 'how long that number is'],
  ['--source-port N', 'the port it comes from'],
];

/** The section of a help for the other {@link SUBMIT_OPTIONS}. */
export const SUBMIT_SECTION: HelpSection = {
  title: 'each SMS',
  rows: [
    ['--reference N', 'of a message of several parts, 0 by default'],
    ['--reference-bits 8|16', 'how long that number is'],
    [
      '--validity-period V',
      'minutes, a time such as 2026-12-31T23:59:58+01:00, or 14 hex digits (enhanced format)',
    ],
    ['--message-class N', '0 shown at once, 1 phone, 2 SIM, 3 attached equipment'],
    ['--data-coding-scheme N, --protocol-identifier N', ''],
    ['--message-reference N, --type-of-address N', 'octets, decimal or as 0xF5'],
    ['--status-report-request, --reply-path, --reject-duplicates', ''],
  ],
};

/** An octet in decimal or, after 0x, in hexadecimal. */
function octetOf(values: Values, name: string): number | undefined {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  if (/^(?:\d{1,3}|0x[0-9a-f]{1,2})$/i.test(text)) return Number(text);
  throw new UsageError(`--${name} takes an octet such as 245 or 0xF5; found ${text}`);
}

function validityPeriodOf(values: Values): ValidityPeriod | undefined {
  const text = textOf(values, 'validity-period');
  if (text === undefined || !/^[0-9a-f]+$/i.test(text)) return text;
  return text.length === 14 ? fromHex(text) : numberOf(values, 'validity-period');
}

/** What the options say about the TPDUs, except `to`. */
export function submitOptionsOf(values: Values): Omit<SubmitHeaders, 'to'> & SmsContent {
  const referenceBits = wordOf(values, 'reference-bits', WORDS.referenceBits);
  const messageClass = wordOf(values, 'message-class', WORDS.messageClass);
  return {
    reference: numberOf(values, 'reference'),
    referenceBits: referenceBits === undefined ? undefined : referenceBits === '8' ? 8 : 16,
    messageReference: octetOf(values, 'message-reference'),
    typeOfAddress: octetOf(values, 'type-of-address'),
    protocolIdentifier: octetOf(values, 'protocol-identifier'),
    dataCodingScheme: octetOf(values, 'data-coding-scheme'),
    messageClass: messageClass === undefined ? undefined : CLASSES[messageClass],
    validityPeriod: validityPeriodOf(values),
    statusReportRequest: values['status-report-request'] === true,
    replyPath: values['reply-path'] === true,
    rejectDuplicates: values['reject-duplicates'] === true,
  };
}

const CLASSES = { '0': 0, '1': 1, '2': 2, '3': 3 } as const;

/** `D` or `D:S`. */
export function portsOf(values: Values): Ports | undefined {
  const text = textOf(values, 'port');
  if (text === undefined) return undefined;
  const match = /^(\d{1,6})(?::(\d{1,6}))?$/.exec(text);
  if (match === null) throw new UsageError(`--port takes DESTINATION or DESTINATION:SOURCE; found ${text}`);
  return { destination: Number(match[1]), source: Number(match[2] ?? 0) };
}

/** `auto`, `S` (single shift) or `S:L` (single and locking shift; either may be empty). */
export function languageOf(values: Values): NationalLanguage | 'auto' | undefined {
  const text = textOf(values, 'national-language');
  if (text === undefined || text === 'auto') return text;
  const match = /^(\d{0,2})(?::(\d{1,2}))?$/.exec(text);
  if (match === null || text === '') {
    throw new UsageError(`--national-language takes auto, SINGLE, SINGLE:LOCKING or :LOCKING; found ${text}`);
  }
  const [, single = '', locking] = match;
  return {
    ...(single === '' ? {} : { singleShift: Number(single) }),
    ...(locking === undefined ? {} : { lockingShift: Number(locking) }),
  };
}

const SINGLE_SHIFT = 0x24;
const LOCKING_SHIFT = 0x25;

/**
 * Elements of a whole header in hexadecimal; its language elements become language tables, by which the text is coded.
 * @throws MmsError unless the lengths in the header add up
 */
export function headerOf(values: Values): Pick<SmsContent, 'informationElements' | 'nationalLanguage'> {
  const header = hexOctetsOf(values, 'udh');
  if (header === undefined) return {};
  const { elements } = inOption('udh', () => decodeUdh(header, { strict: true }));
  const languageIn = (id: number): number | undefined => elements.find(element => element.id === id)?.data[0];
  const informationElements: InformationElement[] = elements
    .filter(({ id }) => id !== SINGLE_SHIFT && id !== LOCKING_SHIFT)
    .map(({ id, data }) => ({ id, data }));
  if (informationElements.length === elements.length) return { informationElements };
  const nationalLanguage = {
    singleShift: languageIn(SINGLE_SHIFT),
    lockingShift: languageIn(LOCKING_SHIFT),
  };
  return { informationElements, nationalLanguage };
}
