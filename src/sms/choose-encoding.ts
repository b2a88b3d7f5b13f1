import { MmsError } from '../errors.ts';
import { indexOfLoneSurrogate } from '../text/index.ts';
import type { Alphabet } from './data-coding.ts';
import { LOCKING_LANGUAGES, type NationalLanguage, SINGLE_SHIFT_LANGUAGES, shiftTables } from './language.ts';
import type { Payload } from './payload.ts';
import { MAX_PARTS } from './segment.ts';
import { unencodable } from './septets.ts';
import { type Replacement, transliterate } from './transliterate.ts';
import { writeSeptets } from './write-septets.ts';

/** How a text becomes user data. */
export interface EncodingOptions {
  /** Default `auto`: what takes the fewest parts and keeps every character, GSM 7-bit before UCS-2. */
  readonly encoding?: 'auto' | Alphabet | undefined;
  /** National language tables for GSM 7-bit, or `auto` to look for some; many phones and networks ignore them. */
  readonly nationalLanguage?: NationalLanguage | 'auto' | undefined;
  /** Replace characters outside GSM 7-bit, see `transliterate`, where that saves UCS-2. Default false. */
  readonly transliterate?: boolean | undefined;
  /** Half surrogate pairs: refused (default), or replaced by U+FFFD. */
  readonly loneSurrogates?: 'refuse' | 'replace' | undefined;
}

/** A coded text and how it came about. */
export interface CodedText {
  readonly payload: Payload;
  /** The language tables in force. */
  readonly nationalLanguage?: NationalLanguage | undefined;
  readonly replacements: readonly Replacement[];
}

/** Tells how many parts a payload takes under the language elements that it needs. */
type CountParts = (payload: Payload, language: NationalLanguage | undefined) => number;

/** No alphabet puts more than 153 characters into a part of many. */
const MAX_CHARACTERS = MAX_PARTS * 153;

const NO_CHANGES: readonly Replacement[] = [];

/**
 * Chooses the alphabet of a text and codes it.
 * @param countParts how many parts a candidate would take
 * @throws MmsError `sms/unencodable`, `sms/lone-surrogate`, `sms/language`, `sms/too-many-parts`
 */
export function codeText(text: string, options: EncodingOptions, countParts: CountParts): CodedText {
  if (text.length > MAX_CHARACTERS) {
    throw new MmsError(
      'sms/too-many-parts',
      `expected at most ${MAX_CHARACTERS} characters, found ${text.length}`,
    );
  }
  const { encoding = 'auto' } = options;
  if (encoding === '8bit') return { payload: latin1Payload(text), replacements: NO_CHANGES };
  if (encoding === 'ucs2') return { payload: unicodePayload(text, options), replacements: NO_CHANGES };
  const septets = inSeptets(text, options, countParts);
  if (encoding === 'gsm7') return septets ?? refuse(text, options);
  if (septets !== undefined && septets.nationalLanguage === undefined) return septets;
  const unicode = unicodePayload(text, options);
  const isCheaper =
    septets !== undefined &&
    countParts(septets.payload, septets.nationalLanguage) <= countParts(unicode, undefined);
  return isCheaper ? septets : { payload: unicode, replacements: NO_CHANGES };
}

/** Holds the septets of the text being coded; what was in it is written to TPDUs before the next text comes. */
let scratch = new Uint8Array(1024);

function septetsOf(text: string, nationalLanguage: NationalLanguage | undefined): Payload | undefined {
  if (scratch.length <= text.length * 2) scratch = new Uint8Array(text.length * 2 + 1);
  const count = writeSeptets(text, shiftTables(nationalLanguage), scratch);
  return count < 0 ? undefined : { alphabet: 'gsm7', text, septets: scratch, count };
}

function inSeptets(text: string, options: EncodingOptions, countParts: CountParts): CodedText | undefined {
  const language = options.nationalLanguage === 'auto' ? undefined : options.nationalLanguage;
  const payload = septetsOf(text, language);
  if (payload !== undefined) return { payload, nationalLanguage: language, replacements: NO_CHANGES };
  if (options.transliterate === true) {
    const { text: plain, replacements } = transliterate(text);
    const plainPayload = replacements.length === 0 ? undefined : septetsOf(plain, undefined);
    if (plainPayload !== undefined) return { payload: plainPayload, replacements };
  }
  return options.nationalLanguage === 'auto' ? inSomeLanguage(text, countParts) : undefined;
}

/** One table is tried before two, the single shift tables first: they change less of the text. */
const PAIRS: readonly NationalLanguage[] = [
  ...SINGLE_SHIFT_LANGUAGES.map(singleShift => ({ singleShift })),
  ...LOCKING_LANGUAGES.map(lockingShift => ({ lockingShift })),
  ...LOCKING_LANGUAGES.flatMap(lockingShift =>
    SINGLE_SHIFT_LANGUAGES.map(singleShift => ({ singleShift, lockingShift })),
  ),
];

function inSomeLanguage(text: string, countParts: CountParts): CodedText | undefined {
  let best: NationalLanguage | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const pair of PAIRS) {
    const payload = septetsOf(text, pair);
    const parts = payload === undefined ? Number.POSITIVE_INFINITY : countParts(payload, pair);
    if (parts >= fewest) continue;
    best = pair;
    fewest = parts;
  }
  const payload = best === undefined ? undefined : septetsOf(text, best);
  return payload === undefined ? undefined : { payload, nationalLanguage: best, replacements: NO_CHANGES };
}

function refuse(text: string, options: EncodingOptions): never {
  checkSurrogates(text, options);
  const language = options.nationalLanguage === 'auto' ? undefined : options.nationalLanguage;
  const missing = -1 - writeSeptets(text, shiftTables(language), scratch);
  throw unencodable(text, missing, 'the GSM 7-bit alphabet');
}

function checkSurrogates(text: string, { loneSurrogates = 'refuse' }: EncodingOptions): void {
  if (loneSurrogates === 'replace') return;
  const lone = indexOfLoneSurrogate(text);
  if (lone < 0) return;
  const unit = text.charCodeAt(lone).toString(16).toUpperCase();
  throw new MmsError('sms/lone-surrogate', `U+${unit} at character ${lone + 1} is half a surrogate pair`, {
    path: `text[${lone}]`,
    hint: 'have it replaced by U+FFFD with loneSurrogates: replace',
  });
}

function unicodePayload(text: string, options: EncodingOptions): Payload {
  checkSurrogates(text, options);
  const whole = options.loneSurrogates === 'replace' ? text.toWellFormed() : text;
  return { alphabet: 'ucs2', text: whole };
}

/** 8-bit data have no charset of their own; a text is written as ISO-8859-1. */
function latin1Payload(text: string): Payload {
  const data = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) throw unencodable(text, i, 'ISO-8859-1, in which 8-bit text is written');
    data[i] = unit;
  }
  return { alphabet: '8bit', text, data };
}
