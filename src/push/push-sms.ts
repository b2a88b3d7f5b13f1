import {
  encodeSms,
  type SmsContent,
  type SmsMessage,
  type SmsPart,
  type SmsSegment,
  segmentSms,
} from '../sms/index.ts';

/** How a push goes over SMS: 8-bit data of class 1 from port 9200 to the WAP push port (WAP-259). */
const PUSH_CONTENT = {
  ports: { destination: 2948, source: 9200 },
  messageClass: 1,
} as const satisfies SmsContent;

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
  return encodeSms({ ...withScheme(options), data: push });
}

/**
 * A Push PDU as the user data of SMS, without their TPDUs.
 * @throws MmsError as `segmentSms`
 */
export function segmentPush(push: Uint8Array, options: Omit<PushSmsOptions, 'to'> = {}): SmsPart[] {
  return segmentSms({ ...withScheme(options), data: push });
}

/** A scheme of the caller takes the place of our class. */
function withScheme<Options extends SmsContent>(options: Options): Options & SmsContent {
  const { messageClass, ...content } = PUSH_CONTENT;
  return options.dataCodingScheme === undefined
    ? { messageClass, ...content, ...options }
    : { ...content, ...options };
}
