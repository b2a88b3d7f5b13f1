import type { SmsContent } from './content.ts';
import type { Alphabet } from './data-coding.ts';
import { codeContent } from './encode-sms.ts';
import { type NationalLanguage, shiftTables } from './language.ts';
import { capacityAfter, unitsOf } from './payload.ts';
import { layOut } from './segment.ts';
import { hasUnit } from './shift-tables.ts';
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

/** The units of the text being looked at that were found; empty between texts. */
let seen: Uint8Array | undefined;
const UNITS = 0x1_0000;

/** Each character of the text, once, that GSM 7-bit under these tables lacks. */
function outsideGsm7(text: string, language: NationalLanguage | undefined): readonly ForcingCharacter[] {
  const tables = shiftTables(language);
  seen ??= new Uint8Array(UNITS);
  const found: ForcingCharacter[] = [];
  const pairs = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (seen[unit] !== 0 || hasUnit(tables, unit)) continue;
    const codePoint = text.codePointAt(i) ?? 0;
    const isPair = codePoint > unit;
    if (!isPair) seen[unit] = 1;
    if (!pairs.has(codePoint)) found.push(forcingCharacter(codePoint, i));
    if (!isPair) continue;
    pairs.add(codePoint);
    i++;
  }
  for (const { character } of found) seen[character.charCodeAt(0)] = 0;
  return found;
}

function forcingCharacter(codePoint: number, position: number): ForcingCharacter {
  const digits = codePoint.toString(16).toUpperCase().padStart(4, '0');
  return { character: String.fromCodePoint(codePoint), codePoint: `U+${digits}`, position };
}

/**
 * Tells how a message will be coded and cut: encoding, parts, room that is left, and what forced UCS-2.
 * @throws MmsError as `segmentSms`
 */
export function measureSms(content: SmsContent): SmsMeasure {
  const { payload, elements, dataCodingScheme, nationalLanguage, replacements } = codeContent(content);
  const { reference = 0, referenceBits } = content;
  const { header, ends } = layOut(payload, elements, { reference, referenceBits });
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
