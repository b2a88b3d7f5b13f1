import type { Bitmap } from '../bitmap/index.ts';
import { requireArray, requireObject } from '../bytes/index.ts';
import { type Issue, type IssueDetails, issueOf, SMART_ISSUES } from '../issues/index.ts';
import {
  encodeDataCodingScheme,
  encodeSubmit,
  type SmsPart,
  type SmsSegment,
  type SubmitHeaders,
  segmentData,
} from '../sms/index.ts';
import { type SmartContentKind, type SmartKind, smartKind } from './kinds.ts';

/** A Smart Message, ready to be sent. */
export interface SmartMessage {
  /** Destination port. */
  readonly port: number;
  /** The message without user data headers. */
  readonly payload: Uint8Array;
  /** The user data of each SMS, header included. `encodeSmartSms` makes TPDUs of them. */
  readonly parts: readonly SmsPart[];
  /** What phones of the time may not take. */
  readonly warnings: readonly Issue[];
}

/** A Smart Message that is one picture to a gateway. */
export interface BitmapMessage extends SmartMessage {
  /** What the parameter of an HTTP gateway wants: no version octet, items or headers. */
  readonly bareContent: Uint8Array;
}

/** How a Smart Message is put into SMS. */
export interface SmartTransportOptions {
  readonly sourcePort?: number | undefined;
  /** The same in all parts; without `referenceBits: 16` 0 to 255. */
  readonly reference?: number | undefined;
  readonly referenceBits?: 8 | 16 | undefined;
  /** A message of more parts gets a warning. */
  readonly maxParts?: number | undefined;
}

/** What goes into SMS unless told otherwise; phones of the time stopped at three parts. */
export const SMART_TRANSPORT_DEFAULTS = {
  sourcePort: 0,
  reference: 0,
  referenceBits: 8,
  maxParts: 3,
} as const satisfies SmartTransportOptions;

/** 8-bit data of message class 1. */
const DATA_CODING_SCHEME = encodeDataCodingScheme('8bit', 1);

/** Cuts a payload into the parts of its kind of message. */
export function smartMessage(
  kind: SmartContentKind,
  payload: Uint8Array,
  options: SmartTransportOptions,
  findings: readonly Issue[],
): SmartMessage {
  requireObject(options, 'options', 'options');
  const { sourcePort, reference, referenceBits, maxParts } = SMART_TRANSPORT_DEFAULTS;
  const { port } = smartKind(kind);
  const parts = segmentData({
    data: payload,
    ports: { destination: port, source: options.sourcePort ?? sourcePort },
    reference: options.reference ?? reference,
    referenceBits: options.referenceBits ?? referenceBits,
  });
  const most = options.maxParts ?? maxParts;
  const tooMany = parts.length > most ? [tooManyParts(parts.length, most)] : [];
  return { port, payload, parts, warnings: [...findings, ...tooMany] };
}

function tooManyParts(found: number, most: number): Issue {
  return issueOf(SMART_ISSUES, 'smart/too-many-parts', `expected at most ${most} SMS, found ${found}`);
}

/**
 * The SMS-SUBMIT TPDUs of a Smart Message, 8-bit data of message class 1.
 * @throws MmsError as `encodeSubmit`
 * @example encodeSmartSms(groupGraphic({ bitmap }), { to: '+447700900123' })
 */
export function encodeSmartSms(message: Pick<SmartMessage, 'parts'>, headers: SubmitHeaders): SmsSegment[] {
  const { parts } = requireObject(message, 'a Smart Message', 'message');
  requireObject(headers, 'headers such as { to }', 'headers');
  return requireArray(parts, 'the parts of a Smart Message', 'message.parts').map((part, index) => {
    const { userData, userDataLength } = requireObject(part, 'a part', `message.parts[${index}]`);
    const tpdu = encodeSubmit({
      ...headers,
      dataCodingScheme: DATA_CODING_SCHEME,
      userDataHeaderIndicator: true,
      userData,
      userDataLength,
    });
    return { ...part, tpdu, length: tpdu.length };
  });
}

/** A finding when phones are not known to show a picture of that size in that kind of message. */
export function sizeFindings(
  kind: SmartKind,
  { width, height }: Bitmap,
  details: IssueDetails = {},
): Issue[] {
  const { name, pictureSizes = [] } = smartKind(kind);
  if (pictureSizes.some(size => size[0] === width && size[1] === height)) return [];
  const known = pictureSizes.map(size => size.join('x')).join(', ');
  const message = `expected ${known} pixels in a ${name.toLowerCase()}, found ${width}x${height}`;
  return [issueOf(SMART_ISSUES, 'smart/unusual-size', message, { path: 'bitmap', ...details })];
}
