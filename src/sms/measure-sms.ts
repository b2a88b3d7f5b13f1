import type { Alphabet } from './data-coding.ts';
import { codeContent, type SmsContent } from './encode-sms.ts';
import { hasUnit, type NationalLanguage, shiftTables } from './language.ts';
import { capacityAfter, unitsOf } from './payload.ts';
import { layOut } from './segment.ts';
import type { Replacement } from './transliterate.ts';

/** A character outside the GSM 7-bit tables in force. */
export interface ForcingCharacter {
  readonly character: string;
  /** Such as `U+041F`. */
  readonly codePoint: string;
  /** UTF-16 index of its first appearance. */
  readonly position: number;
}

/** How a message will be sent. */
export interface SmsMeasure {
  readonly encoding: Alphabet;
  /** The language tables that were chosen or given. */
  readonly nationalLanguage?: NationalLanguage;
  readonly dataCodingScheme: number;
  readonly parts: number;
  /** Septets, octets or UTF-16 units of the whole content. */
  readonly units: number;
  /** How many of them a part holds. */
  readonly unitsPerPart: number;
  /** How many more fit the last part. */
  readonly unitsLeft: number;
  /** What made the text UCS-2, each character once. */
  readonly forcedBy: readonly ForcingCharacter[];
  /** What transliteration changed. */
  readonly replacements: readonly Replacement[];
}

/** Each character of the text, once, that GSM 7-bit under these tables lacks. */
function outsideGsm7(text: string, language: NationalLanguage | undefined): ForcingCharacter[] {
  const tables = shiftTables(language);
  const found = new Map<string, ForcingCharacter>();
  let position = 0;
  for (const character of text) {
    if (!hasUnit(tables, character.charCodeAt(0)) && !found.has(character)) {
      const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      found.set(character, { character, codePoint: `U+${digits}`, position });
    }
    position += character.length;
  }
  return [...found.values()];
}

/**
 * Tells how a message will be coded and cut: encoding, parts, room that is left, and what forced UCS-2.
 * @throws MmsError as `segmentSms`
 */
export function measureSms(content: SmsContent): SmsMeasure {
  const { payload, elements, dataCodingScheme, nationalLanguage, replacements } = codeContent(content);
  const { header, ends } = layOut(payload, elements, content);
  const unitsPerPart = capacityAfter(header.length, payload.alphabet);
  const wanted = content.nationalLanguage === 'auto' ? undefined : content.nationalLanguage;
  const isForced = payload.alphabet === 'ucs2' && content.encoding !== 'ucs2';
  return {
    encoding: payload.alphabet,
    ...(nationalLanguage === undefined ? {} : { nationalLanguage }),
    dataCodingScheme,
    parts: ends.length,
    units: unitsOf(payload),
    unitsPerPart,
    unitsLeft: unitsPerPart - (unitsOf(payload) - (ends.at(-2) ?? 0)),
    forcedBy: isForced ? outsideGsm7(content.text ?? '', wanted) : [],
    replacements,
  };
}
