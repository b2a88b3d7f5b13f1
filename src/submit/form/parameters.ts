import { MESSAGE_KIND_NAMES } from './kinds.ts';
import type { MessageKind } from './message.ts';
import { PHONE_MAKES, SI_ACTIONS } from './message.ts';
import { MCC, MNC } from './network-code.ts';
import { oneOf, word } from './values/choice.ts';
import type { ValueCodec } from './values/codec.ts';
import { dateTime } from './values/date-time.ts';
import { numberList } from './values/number-list.ts';
import { integer, libraryNumber, octet } from './values/numbers.ts';
import { octets } from './values/octets.ts';
import { text } from './values/text.ts';

/** One parameter of the form: encoder, decoder, validation, JSON form and documentation read these rows. */
export interface ParameterRow {
  /** As the manual's tables spell it. */
  readonly name: string;
  /** Where its value stands in a message: `subject`, `file.name`. Two rows of one name are alternatives. */
  readonly key: string;
  /** Where it belongs if not to the message; the value of a `secret` is never shown. */
  readonly place?: 'account' | 'secret' | 'response';
  /** The kinds of message that may carry it; absent: all. */
  readonly kinds?: readonly MessageKind[];
  /** True when each of those kinds needs it (a default fills it in). */
  readonly required?: true;
  /** The key of what must be there too. */
  readonly needs?: string;
  /** True when its presence tells the kind. */
  readonly tellsKind?: true;
  /** What stands in the form when the message says nothing. */
  readonly default?: { readonly value: unknown; readonly kinds: readonly MessageKind[] };
  readonly codec: ValueCodec;
  /** What it is: the hint of findings about it. */
  readonly title: string;
}

const MIME_TYPE = /^[A-Za-z0-9!#$&^_.+-]{1,64}\/[A-Za-z0-9!#$&^_.+-]{1,64}(?:;[\x20-\x7e]{1,200})?$/;

const line = text();
const lines = text({ lines: true });
/** Fifty septets are 350 bits: what fits of UCS-2 into them. The manual's 70 characters are those of text messages. */
const promptText = text({ lines: true, maxLength: 50, maxUnicodeLength: 21 });
const addressBook = text({
  pattern: /^(?!:)(?!.*::.*::)(?!.*:::).*[^:]$/s,
  expected: 'a name, or Name::Group',
});
const fileName = text({
  maxLength: 50,
  pattern: /^[A-Za-z0-9_-]+\.[A-Za-z0-9]+$/,
  expected: 'letters, digits, _ and - with one extension',
});
const mimeType = text({ pattern: MIME_TYPE, expected: 'a MIME type' });
const uri = text({ pattern: /^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/, expected: 'a URI in ASCII' });
const tune = text({ lines: true, pattern: /[^0-9]/, expected: 'an RTTTL or RTX text' });
const otherwise = oneOf([
  [true, '0'],
  [false, '1'],
]);

/** The vendor's sizes are older than the manual, whose samples have other characters: only blanks are refused. */
const credential = {
  maxLength: 64,
  pattern: /^[\x21-\x7e]+$/,
  expected: 'characters without blanks',
} as const;

/** The shortest OTA bitmap: four octets of header and one of picture. */
const otaBitmap = octets(5);

/**
 * Every parameter of the manual in the order in which they are written: account, recipients, timing, sender, content,
 * options, response.
 */
export const FORM_PARAMETERS = [
  {
    name: 'Username',
    key: 'username',
    place: 'account',
    required: true,
    codec: text(credential),
    title: 'the account, in its own upper and lower case',
  },
  {
    name: 'PIN',
    key: 'pin',
    place: 'secret',
    required: true,
    codec: text({ ...credential, secret: true }),
    title: 'the PIN of the account, not its password',
  },
  { name: 'SendTo', key: 'to', codec: numberList, title: 'recipients' },
  {
    name: 'SendToAddressBook',
    key: 'addressBook',
    codec: addressBook,
    title: 'a contacts list as recipients',
  },
  { name: 'SendCc', key: 'cc', kinds: ['mms'], codec: numberList, title: 'recipients of a copy' },
  {
    name: 'SendCcAddressBook',
    key: 'ccAddressBook',
    kinds: ['mms'],
    codec: addressBook,
    title: 'a contacts list as recipients of a copy',
  },
  { name: 'SendBcc', key: 'bcc', kinds: ['mms'], codec: numberList, title: 'hidden recipients of a copy' },
  {
    name: 'SendBccAddressBook',
    key: 'bccAddressBook',
    kinds: ['mms'],
    codec: addressBook,
    title: 'a contacts list as hidden recipients of a copy',
  },
  {
    name: 'SendTimeDelay',
    key: 'delayMinutes',
    codec: integer(1, 10080),
    title: 'minutes to wait before sending',
  },
  { name: 'SendTimeAbsolute', key: 'sendAt', codec: dateTime, title: 'when to send' },
  { name: 'ReplyTo', key: 'replyTo', codec: line, title: 'sender shown: a two-way number of the account' },
  {
    name: 'Message',
    key: 'text',
    kinds: ['text'],
    required: true,
    codec: lines,
    title: 'the text',
  },
  { name: 'Message', key: 'text', kinds: ['picture-message', 'pdu'], codec: lines, title: 'the text' },
  { name: 'Message', key: 'subject', kinds: ['mms'], codec: promptText, title: 'the subject' },
  { name: 'Message', key: 'text', kinds: ['wap-push'], codec: promptText, title: 'what the prompt says' },
  {
    name: 'PictureMessage',
    key: 'library',
    kinds: ['picture-message'],
    tellsKind: true,
    codec: libraryNumber(20000, 29999),
    title: 'picture message of the library',
  },
  {
    name: 'PictureMessage',
    key: 'bitmap',
    kinds: ['picture-message'],
    tellsKind: true,
    codec: otaBitmap,
    title: 'OTA bitmap',
  },
  {
    name: 'GroupGraphic',
    key: 'library',
    kinds: ['group-graphic'],
    tellsKind: true,
    codec: libraryNumber(10000, 19999),
    title: 'group graphic of the library',
  },
  {
    name: 'GroupGraphic',
    key: 'bitmap',
    kinds: ['group-graphic'],
    tellsKind: true,
    codec: otaBitmap,
    title: 'OTA bitmap',
  },
  {
    name: 'OperatorLogo',
    key: 'library',
    kinds: ['operator-logo'],
    tellsKind: true,
    codec: libraryNumber(10000, 19999),
    title: 'operator logo of the library',
  },
  {
    name: 'OperatorLogo',
    key: 'bitmap',
    kinds: ['operator-logo'],
    tellsKind: true,
    codec: otaBitmap,
    title: 'network code in three octets, then an OTA bitmap',
  },
  {
    name: 'MCC',
    key: 'mcc',
    kinds: ['operator-logo'],
    required: true,
    codec: text({ pattern: MCC, expected: 'three digits' }),
    title: 'mobile country code',
  },
  {
    name: 'MNC',
    key: 'mnc',
    kinds: ['operator-logo'],
    required: true,
    codec: text({ pattern: MNC, expected: 'two or three digits' }),
    title: 'mobile network code',
  },
  {
    name: 'Ringtone',
    key: 'library',
    kinds: ['ringtone'],
    tellsKind: true,
    codec: libraryNumber(1, 99999),
    title: 'ringtone of the library',
  },
  {
    name: 'Ringtone',
    key: 'tune',
    kinds: ['ringtone'],
    tellsKind: true,
    codec: tune,
    title: 'RTTTL or RTX text',
  },
  {
    name: 'vCard',
    key: 'card',
    kinds: ['vcard'],
    required: true,
    tellsKind: true,
    codec: lines,
    title: 'vCard text',
  },
  {
    name: 'vCal',
    key: 'calendar',
    kinds: ['vcalendar'],
    required: true,
    tellsKind: true,
    codec: lines,
    title: 'vCalendar text',
  },
  {
    name: 'MMSFileMMS',
    key: 'library',
    kinds: ['mms'],
    tellsKind: true,
    codec: libraryNumber(80000, 89999),
    title: 'file of the library, sent by MMS notification',
  },
  {
    name: 'MMSNotificationFileName1',
    key: 'file.name',
    needs: 'file.data',
    kinds: ['mms'],
    tellsKind: true,
    codec: fileName,
    title: 'file name, sent by MMS notification',
  },
  {
    name: 'MMSNotificationFileData1',
    key: 'file.data',
    needs: 'file.name',
    kinds: ['mms'],
    tellsKind: true,
    codec: octets(),
    title: 'file contents',
  },
  {
    name: 'MMSFileWAP',
    key: 'library',
    kinds: ['wap-push'],
    tellsKind: true,
    codec: libraryNumber(80000, 89999),
    title: 'file of the library, sent by WAP Push',
  },
  {
    name: 'WAPPushFileName1',
    key: 'file.name',
    needs: 'file.data',
    kinds: ['wap-push'],
    tellsKind: true,
    codec: fileName,
    title: 'file name, sent by WAP Push',
  },
  {
    name: 'WAPPushFileData1',
    key: 'file.data',
    needs: 'file.name',
    kinds: ['wap-push'],
    tellsKind: true,
    codec: octets(),
    title: 'file contents',
  },
  {
    name: 'si-href',
    key: 'href',
    kinds: ['service-indication'],
    required: true,
    tellsKind: true,
    codec: uri,
    title: 'the link',
  },
  {
    name: 'si-id',
    key: 'id',
    kinds: ['service-indication'],
    codec: line,
    title: 'tells indications of one link apart',
  },
  {
    name: 'si-created',
    key: 'created',
    kinds: ['service-indication'],
    codec: dateTime,
    title: 'when it was made',
  },
  {
    name: 'si-expires',
    key: 'expires',
    kinds: ['service-indication'],
    codec: dateTime,
    title: 'when it is deleted',
  },
  {
    name: 'si-action',
    key: 'action',
    kinds: ['service-indication'],
    codec: word(SI_ACTIONS),
    title: 'how loudly the telephone tells',
  },
  {
    name: 'si-content',
    key: 'text',
    kinds: ['service-indication'],
    codec: line,
    title: 'what the telephone shows',
  },
  {
    name: 'si-info-pcdata',
    key: 'info.text',
    needs: 'info.class',
    kinds: ['service-indication'],
    codec: line,
    title: 'further information',
  },
  {
    name: 'si-info-class',
    key: 'info.class',
    needs: 'info.text',
    kinds: ['service-indication'],
    codec: line,
    title: 'its class',
  },
  {
    name: 'SmsSubmitPduDataCodingScheme',
    key: 'dataCodingScheme',
    kinds: ['pdu'],
    required: true,
    tellsKind: true,
    default: { value: 0, kinds: ['pdu'] },
    codec: octet,
    title: 'TP-DCS',
  },
  {
    name: 'SmsSubmitPduProtocolIdentifier',
    key: 'protocolIdentifier',
    kinds: ['pdu'],
    required: true,
    tellsKind: true,
    default: { value: 0, kinds: ['pdu'] },
    codec: octet,
    title: 'TP-PID',
  },
  {
    name: 'SmsSubmitPduUserDataHeader',
    key: 'userDataHeader',
    kinds: ['pdu'],
    required: true,
    tellsKind: true,
    codec: octets(),
    title: 'user data header with its length octet',
  },
  {
    name: 'SmsSubmitPduUserData',
    key: 'userData',
    kinds: ['pdu'],
    tellsKind: true,
    codec: octets(),
    title: 'user data after the header',
  },
  {
    name: 'PhoneMake',
    key: 'phoneMake',
    default: { value: 'Nokia', kinds: ['picture-message', 'group-graphic', 'operator-logo', 'ringtone'] },
    codec: word(PHONE_MAKES),
    title: 'make of telephone',
  },
  { name: 'PhoneModel', key: 'phoneModel', codec: line, title: 'model of telephone' },
  {
    name: 'ContentType',
    key: 'file.contentType',
    needs: 'file.data',
    kinds: ['mms', 'wap-push'],
    codec: mimeType,
    title: 'MIME type of the file',
  },
  {
    name: 'DisableRepurposing',
    key: 'adapt',
    kinds: ['mms', 'wap-push'],
    codec: otherwise,
    title: '1: pictures are not adapted',
  },
  {
    name: 'DisableWalledGardenRule',
    key: 'walledGardenRule',
    kinds: ['mms', 'wap-push'],
    codec: otherwise,
    title: '1: no WAP Push in place of an MMS',
  },
  {
    name: 'AddSMIL',
    key: 'smil',
    kinds: ['mms'],
    codec: oneOf([
      ['auto', '0'],
      ['always', '1'],
      ['never', '2'],
    ]),
    title: '1: add a SMIL, 2: do not; 0: as the telephone needs it',
  },
  {
    name: 'ResponseFormat',
    key: 'responseFormat',
    place: 'response',
    codec: oneOf([
      [0, '0'],
      [1, '1'],
      [3, '3'],
    ]),
    title: '0: a sentence; 1: fields, one value; 3: fields, a value for each number',
  },
] as const satisfies readonly ParameterRow[];

/** The name of a parameter, as the manual spells it. */
export type ParameterName = (typeof FORM_PARAMETERS)[number]['name'];

/** A row of {@link FORM_PARAMETERS}. */
export type Parameter = ParameterRow & { readonly name: ParameterName };

const ROWS: readonly Parameter[] = FORM_PARAMETERS;
const MESSAGE_ROWS = ROWS.filter(row => row.place === undefined);

function rowsOf(kind: MessageKind): readonly Parameter[] {
  return MESSAGE_ROWS.filter(row => row.kinds === undefined || row.kinds.includes(kind));
}

const ROWS_BY_KIND = new Map(MESSAGE_KIND_NAMES.map(kind => [kind, rowsOf(kind)]));

/** The rows that a kind of message uses, in writing order. */
export function parametersOf(kind: MessageKind): readonly Parameter[] {
  return ROWS_BY_KIND.get(kind) ?? [];
}

const NAMES = new Map(ROWS.map(row => [row.name.toLowerCase(), row.name]));

/** The manual's spelling of a name written in any case, if the manual knows it. */
export function parameterName(written: string): ParameterName | undefined {
  return NAMES.get(written.toLowerCase());
}
