import { requireObject, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type CodedText, codeText } from './choose-encoding.ts';
import type { SmsContent } from './content.ts';
import { type SubmitHeaders, submitHead } from './encode-submit.ts';
import { headerElements } from './header-elements.ts';
import type { InformationElement } from './information-element.ts';
import { schemeOf } from './scheme.ts';
import { countParts, layOut, type SmsPart, type SmsSegment, writeTpdus, writeUserData } from './segment.ts';

/** A message to be sent: what it carries and to whom. */
export interface SmsMessage extends SmsContent, SubmitHeaders {}

/** Content that is coded and ready to be cut. */
interface CodedContent extends CodedText {
  readonly elements: readonly InformationElement[];
  readonly dataCodingScheme: number;
}

/** Codes the text or takes the data, and collects what the header of each part must hold. */
export function codeContent(content: SmsContent): CodedContent {
  const { payload, nationalLanguage, replacements } = codeTextOrData(content);
  const elements = headerElements(content, nationalLanguage);
  const dataCodingScheme = schemeOf(content, payload.alphabet);
  return { payload, nationalLanguage, replacements, elements, dataCodingScheme };
}

const ENCODINGS: readonly string[] = ['auto', 'gsm7', 'ucs2', '8bit'];

function codeTextOrData(content: SmsContent): CodedText {
  const { text, data, encoding = 'auto' } = requireObject(content, 'a message', 'message');
  if ((text === undefined) === (data === undefined)) {
    throw wrongType('either text or data', text === undefined ? 'neither' : 'both', 'text');
  }
  if (!ENCODINGS.includes(encoding)) throw wrongType(ENCODINGS.join(', '), encoding, 'encoding');
  if (text !== undefined) {
    if (typeof text !== 'string') throw wrongType('a text', text, 'text');
    return codeText(text, content, (payload, language) =>
      countParts(payload, headerElements(content, language), content),
    );
  }
  if (!(data instanceof Uint8Array)) throw wrongType('octets (Uint8Array)', data, 'data');
  if (encoding !== 'auto' && encoding !== '8bit') {
    throw new MmsError('sms/alphabet-mismatch', `data are 8-bit, found the encoding ${encoding}`, {
      path: 'encoding',
      hint: 'give a text, or leave the encoding out',
    });
  }
  return { payload: { alphabet: '8bit', data }, replacements: [] };
}

/**
 * The user data of a message without its TPDUs, for a gateway that wants only these.
 * @throws MmsError as {@link encodeSms}, except for the fields of the TPDU
 */
export function segmentSms(content: SmsContent): SmsPart[] {
  const { payload, elements } = codeContent(content);
  return writeUserData(layOut(payload, elements, content));
}

/**
 * A message as SMS-SUBMIT TPDUs: one, or as many parts as it takes, each filled.
 * @throws MmsError `sms/unencodable`, `sms/lone-surrogate`, `sms/language`, `sms/alphabet-mismatch`, `sms/address`,
 *   `sms/port-range`, `sms/too-many-parts`, `sms/udh-too-long`, `sms/no-room`, `sms/field-value`,
 *   `sms/validity-period`, `sms/element-conflict`, `sms/element-length`
 * @example
 * encodeSms({ to: '+447700900123', text: 'Hello' });
 * encodeSms({ to: '+447700900123', data: pushPdu, ports: { destination: 2948, source: 9200 }, messageClass: 1 });
 */
export function encodeSms(message: SmsMessage): SmsSegment[] {
  const { payload, elements, dataCodingScheme } = codeContent(message);
  const layout = layOut(payload, elements, message);
  const head = submitHead(message, dataCodingScheme, layout.header.length > 0);
  return writeTpdus(layout, head);
}
