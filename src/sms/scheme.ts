import { MmsError } from '../errors.ts';
import type { SmsContent } from './content.ts';
import { type Alphabet, decodeDataCodingScheme, encodeDataCodingScheme } from './data-coding.ts';
import { checkedOctet } from './write-tpdu.ts';

/** What TP-DCS is to say beside the alphabet. */
export type SchemeOptions = Pick<SmsContent, 'dataCodingScheme' | 'messageClass'>;

/**
 * TP-DCS of content in an alphabet.
 * @throws MmsError `sms/alphabet-mismatch`, `sms/field-value`
 */
export function schemeOf(content: SchemeOptions, alphabet: Alphabet): number {
  const { dataCodingScheme, messageClass } = content;
  if (dataCodingScheme === undefined) return encodeDataCodingScheme(alphabet, messageClass);
  const coding = decodeDataCodingScheme(checkedOctet('dataCodingScheme', dataCodingScheme));
  if (coding.alphabet !== alphabet || coding.compressed === true) {
    throw new MmsError(
      'sms/alphabet-mismatch',
      `the data coding scheme ${dataCodingScheme} does not name ${alphabet}, in which the content is written`,
      { path: 'dataCodingScheme', hint: `leave it out, or ask for encoding ${coding.alphabet}` },
    );
  }
  if (messageClass !== undefined && coding.messageClass !== messageClass) {
    throw new MmsError(
      'sms/alphabet-mismatch',
      `the data coding scheme ${dataCodingScheme} does not name class ${messageClass}`,
      { path: 'messageClass', hint: 'give one of the two' },
    );
  }
  return dataCodingScheme;
}
