import { requireObject } from '../bytes/index.ts';
import {
  type DataContent,
  encodeData,
  type SmsMessage,
  type SmsPart,
  type SmsSegment,
  segmentData,
  WAP_PORTS,
} from '../sms/index.ts';

/** A push is 8-bit data of class 1. */
const PUSH_MESSAGE_CLASS = 1;

/** Everything about the SMS except its text or data. */
export type PushSmsOptions = Omit<
  SmsMessage,
  'text' | 'data' | 'encoding' | 'transliterate' | 'nationalLanguage'
>;

/**
 * A Push PDU as SMS-SUBMIT TPDUs to the WAP push port.
 * @throws MmsError as `encodeSms`
 * @example encodePushSms(encodePush(push), { to: '+447700900123' })
 */
export function encodePushSms(push: Uint8Array, options: PushSmsOptions): SmsSegment[] {
  return encodeData(overPush(push, options));
}

/**
 * A Push PDU as the user data of SMS, without their TPDUs.
 * @throws MmsError as `segmentSms`
 */
export function segmentPush(push: Uint8Array, options: Omit<PushSmsOptions, 'to'> = {}): SmsPart[] {
  return segmentData(overPush(push, options));
}

/** A scheme of the caller takes the place of our class. */
function overPush<Options extends Omit<DataContent, 'data'>>(
  push: Uint8Array,
  options: Options,
): Options & DataContent {
  const { dataCodingScheme, messageClass, ports } = requireObject(
    options,
    'options such as { to }',
    'options',
  );
  return {
    ...options,
    data: push,
    ports: ports ?? WAP_PORTS.push,
    messageClass: messageClass ?? (dataCodingScheme === undefined ? PUSH_MESSAGE_CLASS : undefined),
  };
}
