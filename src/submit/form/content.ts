import { type Bitmap, checkBitmap } from '../../bitmap/index.ts';
import { formatVCalendar, formatVCard } from '../../cards/index.ts';
import { isMmsError, MmsError } from '../../errors.ts';
import { checkTune, formatRtx } from '../../ringtone/index.ts';
import { encodeOtaBitmap, operatorLogo } from '../../smart/index.ts';
import { decodeSubmit, type SmsSegment } from '../../sms/index.ts';
import { emsSegment } from './ems.ts';
import type { Findings } from './findings.ts';
import { type Dictionary, isDictionary } from './key-path.ts';
import type { MessageKind } from './message.ts';
import { MCC, MNC } from './network-code.ts';

/** An object of this library that a message may carry, and how it becomes what the form holds. */
interface OwnContent {
  readonly key: string;
  readonly kinds: readonly MessageKind[];
  /** What must stand at the key, where the form knows no plain value for it. */
  readonly expected?: string;
  /** The keys that stand in its place; `undefined` when the value is not an object of ours. */
  readonly encode: (value: unknown, message: Dictionary) => Dictionary | undefined;
}

/** File name of a presentation: the gateway goes by the extension. */
const COMPOSED_NAME = 'message.mms';

function calendarText({ type, ...others }: Dictionary): string {
  if (type === 'event' || type === 'todo') return formatVCalendar({ ...others, type });
  throw new MmsError('card/value', 'expected the type event or todo', { path: 'type' });
}

function isSegment(value: unknown): value is SmsSegment {
  return (
    isDictionary(value) &&
    ['tpdu', 'userDataHeader', 'userData'].every(key => value[key] instanceof Uint8Array)
  );
}

/**
 * Text goes as text where the gateway can pack it: octets do not tell how many septets they hold. It wants something
 * behind the header: where objects leave not even fill bits, a blank.
 */
function pduFields({ tpdu, userDataHeader, userData, text }: SmsSegment): Dictionary {
  const { dataCodingScheme, protocolIdentifier } = decodeSubmit(tpdu);
  const octets = userData.subarray(userDataHeader.length);
  const isText = text !== undefined && text !== '';
  const content = isText || octets.length === 0 ? { text: isText ? text : ' ' } : { userData: octets };
  return { dataCodingScheme, protocolIdentifier, userDataHeader, ...content };
}

/** The octets that `pictureMessage` and its like have for a gateway. */
function bareContent(value: Dictionary): Uint8Array | undefined {
  return value['bareContent'] instanceof Uint8Array ? value['bareContent'] : undefined;
}

function readBitmap(value: Dictionary): Bitmap {
  checkBitmap(value);
  return value;
}

function isMatching(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

/** A logo needs a readable network code; a wrong one is reported where it stands. */
function logoOctets(bitmap: Bitmap, { mcc, mnc }: Dictionary): Uint8Array | undefined {
  const isCode = isMatching(mcc, MCC) && isMatching(mnc, MNC);
  return isCode ? operatorLogo({ bitmap, mcc, mnc }).bareContent : undefined;
}

/** What this room asks of a presentation; the class itself is not loaded for it. */
interface Composed {
  readonly headers: { readonly subject?: unknown };
  toMms(options: { readonly subject?: string }): Uint8Array;
}

function isComposed(value: unknown): value is Composed {
  return isDictionary(value) && isDictionary(value['headers']) && typeof value['toMms'] === 'function';
}

/** The subject stands in the message itself too; the one of the submission wins over that of the presentation. */
function composedFields(presentation: Composed, message: Dictionary): Dictionary {
  const subject = message['subject'] ?? presentation.headers.subject;
  const data = presentation.toMms(typeof subject === 'string' ? { subject } : {});
  return { file: { name: COMPOSED_NAME, data }, subject };
}

const OWN_CONTENT: readonly OwnContent[] = [
  {
    key: 'presentation',
    kinds: ['mms'],
    expected: 'a Presentation',
    encode: (value, message) => (isComposed(value) ? composedFields(value, message) : undefined),
  },
  {
    key: 'bitmap',
    kinds: ['picture-message', 'group-graphic'],
    encode: value =>
      isDictionary(value) ? { bitmap: bareContent(value) ?? encodeOtaBitmap(readBitmap(value)) } : undefined,
  },
  {
    key: 'bitmap',
    kinds: ['operator-logo'],
    encode: (value, message) =>
      isDictionary(value)
        ? { bitmap: bareContent(value) ?? logoOctets(readBitmap(value), message) }
        : undefined,
  },
  {
    key: 'card',
    kinds: ['vcard'],
    encode: value => (isDictionary(value) ? { card: formatVCard({ ...value }) } : undefined),
  },
  {
    key: 'calendar',
    kinds: ['vcalendar'],
    encode: value => (isDictionary(value) ? { calendar: calendarText(value) } : undefined),
  },
  {
    // What RTTTL can say is the same in RTX.
    key: 'tune',
    kinds: ['ringtone'],
    encode: value => (isDictionary(value) ? { tune: formatRtx(checkTune(value)) } : undefined),
  },
  {
    key: 'segment',
    kinds: ['pdu'],
    expected: 'an SMS segment',
    encode: value => (isSegment(value) ? pduFields(value) : undefined),
  },
  {
    key: 'ems',
    kinds: ['pdu'],
    encode: (value, { phoneMake }) => {
      const segment = emsSegment(value, phoneMake);
      return segment === undefined ? undefined : pduFields(segment);
    },
  },
];

/** The keys of objects that a kind of message may carry. */
export function ownContentKeys(kind: MessageKind): readonly string[] {
  return OWN_CONTENT.filter(({ kinds }) => kinds.includes(kind)).map(({ key }) => key);
}

function encodeOwn(content: OwnContent, message: Dictionary, findings: Findings): Dictionary | undefined {
  const { key, expected, encode } = content;
  try {
    const encoded = encode(message[key], message);
    if (encoded !== undefined || expected === undefined) return encoded;
    findings.at(key)('submit/type', `expected ${expected}`);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    findings.at(pathIn(message, key, error.path))(error.code, error.message, { hint: error.hint });
  }
  return {};
}

/** What is wrong with an object may be another key of the message, such as its `phoneMake`. */
function pathIn(message: Dictionary, key: string, path: string | undefined): string {
  if (path === undefined) return key;
  return Object.hasOwn(message, path) ? path : `${key}.${path}`;
}

/** The message with objects of this library encoded; what cannot be encoded is reported and left out. */
export function plainContent(message: Dictionary, kind: MessageKind, findings: Findings): Dictionary {
  let plain = message;
  for (const content of OWN_CONTENT) {
    const { key, kinds } = content;
    if (!kinds.includes(kind) || message[key] === undefined) continue;
    const encoded = encodeOwn(content, message, findings);
    if (encoded !== undefined) plain = { ...plain, [key]: undefined, ...encoded };
  }
  return plain;
}
