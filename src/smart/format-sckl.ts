import { requireObject, requireOctets, requireText, toHex } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { countDefaultSeptets } from '../sms/index.ts';

/** A message in the script form: ports and payload as the text of ordinary SMS. */
export interface ScklMessage {
  /** 0 to 65535. */
  readonly destinationPort: number;
  /** 0 to 65535. */
  readonly originatorPort?: number | undefined;
  /** The same in all parts, 0 to 255. */
  readonly reference?: number | undefined;
  /** Binary content, written as hexadecimal digits. */
  readonly payload?: Uint8Array | undefined;
  /** Text content: a vCard or vCalendar. */
  readonly text?: string | undefined;
}

/** How {@link formatSckl} writes. */
export interface FormatScklOptions {
  /** Between header and content. Default a blank before digits and a line end before a text. */
  readonly separator?: ' ' | '\r\n' | undefined;
}

/** Septets of one SMS without user data header. */
const SMS_SEPTETS = 160;
const MAX_PARTS = 255;

/**
 * The texts of the SMS that carry a message in the script form, `//SCKL1581 024A3A…`. Content that does not fit one SMS
 * is cut, and so is given originator port and reference, 0 unless said.
 * @throws MmsError `sckl/field` for a number out of range, `sckl/too-many-parts` above 255, `sms/unencodable` for a
 *   text outside the GSM alphabet
 * @example formatSckl({ destinationPort: 5505, payload: encodeRingingTone(tune) })
 */
export function formatSckl(message: ScklMessage, options: FormatScklOptions = {}): string[] {
  const { payload, text } = requireObject(
    message,
    'a message such as { destinationPort, payload }',
    'message',
  );
  if ((payload === undefined) === (text === undefined)) {
    throw new MmsError('sckl/field', 'expected either payload or text', { path: 'payload' });
  }
  if (payload !== undefined) requireOctets(payload, 'payload');
  if (text !== undefined) requireText(text, 'a text', 'text');
  requireObject(options, 'options', 'options');
  const separator = options.separator ?? (text === undefined ? ' ' : '\r\n');
  const content = payload === undefined ? (text ?? '') : toHex(payload).toUpperCase();
  const { reference } = message;
  if (reference === undefined) {
    const single = `//SCKL${portDigits(message)}${separator}${content}`;
    if (content.length <= SMS_SEPTETS && countDefaultSeptets(single) <= SMS_SEPTETS) return [single];
  }
  return formatParts(message, separator, content);
}

function portDigits({ destinationPort, originatorPort }: ScklMessage): string {
  const destination = digits('destinationPort', destinationPort, 4);
  return originatorPort === undefined
    ? destination
    : destination + digits('originatorPort', originatorPort, 4);
}

function digits(path: string, value: number, length: 2 | 4): string {
  const most = 0x10 ** length - 1;
  if (Number.isInteger(value) && value >= 0 && value <= most) {
    return value.toString(0x10).toUpperCase().padStart(length, '0');
  }
  throw new MmsError('sckl/field', `expected a number 0-${most}, found ${value}`, { path });
}

function formatParts(message: ScklMessage, separator: string, content: string): string[] {
  const { originatorPort = 0, reference = 0 } = message;
  const header = `//SCKL${portDigits({ ...message, originatorPort })}${digits('reference', reference, 2)}`;
  const room = SMS_SEPTETS - header.length - 'ttnn'.length - separator.length;
  if (content.length > room * MAX_PARTS) throw tooManyParts(content.length, room);
  const pieces = message.text === undefined ? cutDigits(content, room) : cutText(content, room);
  if (pieces.length > MAX_PARTS) throw tooManyParts(content.length, room);
  const total = digits('total', pieces.length, 2);
  return pieces.map((piece, i) => `${header}${total}${digits('part', i + 1, 2)}${separator}${piece}`);
}

function tooManyParts(length: number, room: number): MmsError {
  return new MmsError(
    'sckl/too-many-parts',
    `expected at most ${MAX_PARTS} SMS of ${room} characters, found ${length} characters`,
  );
}

/** Both digits of an octet stay together. */
function cutDigits(content: string, room: number): string[] {
  const length = room - (room % 2);
  const count = Math.max(1, Math.ceil(content.length / length));
  return Array.from({ length: count }, (_, i) => content.slice(i * length, (i + 1) * length));
}

function cutText(text: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let left = room;
  for (const character of text) {
    const septets = countDefaultSeptets(character);
    if (septets > left) {
      pieces.push(piece);
      piece = '';
      left = room;
    }
    piece += character;
    left -= septets;
  }
  return [...pieces, piece];
}
