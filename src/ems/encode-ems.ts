import { requireObject } from '../bytes/index.ts';
import { isMmsError } from '../errors.ts';
import { EMS_ISSUES, type Issue, issueOf } from '../issues/index.ts';
import {
  type Concatenation,
  countSeptets,
  encodeSms,
  type InformationElement,
  informationElement,
  type MessageClass,
  type SmsContent,
  type SmsPart,
  type SmsSegment,
  type SubmitHeaders,
  segmentSms,
} from '../sms/index.ts';
import { checkEmsItems } from './check-items.ts';
import { countDistributed } from './distribution.ts';
import type { EmsItem } from './items.ts';
import { type EmsAlphabet, type EmsPart, layOut } from './layout.ts';
import { melodiesOf } from './melody.ts';
import { piecesOf } from './pieces.ts';
import { checkPrompts } from './prompts.ts';

/** How an EMS message is written, beside its recipient. */
export interface EmsContentOptions extends Concatenation {
  /** Default `auto`: GSM 7-bit where it has all characters. */
  readonly encoding?: 'auto' | EmsAlphabet | undefined;
  /** TP-DCS, written as it is; it must name the alphabet that is used. */
  readonly dataCodingScheme?: number | undefined;
  readonly messageClass?: MessageClass | undefined;
  /** An object that no element holds: refused (default), or left out with a warning. */
  readonly unfit?: 'refuse' | 'leave-out' | undefined;
  /** Receives what did not fit and what phones may take differently. */
  readonly warnings?: Issue[] | undefined;
}

/** How an EMS message is written and to whom. */
export interface EmsOptions extends EmsContentOptions, SubmitHeaders {}

/**
 * An EMS message (3GPP TS 23.040 9.2.3.24.10) as SMS-SUBMIT TPDUs: text and objects in order, no object divided, in as few
 * parts as they take.
 * @throws MmsError `ems/value`, `ems/picture-size`, `ems/melody-too-long`, `ems/object-too-long`, `ems/user-prompt` with
 *   the path of the item, and as `encodeSms`
 * @example
 * encodeEms([{ type: 'text', text: 'Hi', format: { bold: true } }, { type: 'sound', number: 3 }], { to: '+447700900123' })
 */
export function encodeEms(items: readonly EmsItem[], options: EmsOptions): SmsSegment[] {
  return messages(items, options).map((message, index, all) => {
    const [segment] = encodeSms({ ...options, ...message });
    if (segment === undefined) throw new TypeError('a part without segment');
    return { ...segment, sequence: index + 1, total: all.length };
  });
}

/**
 * The user data of an EMS message without its TPDUs, for a gateway that wants only these.
 * @throws MmsError as {@link encodeEms}, except for the fields of the TPDU
 */
export function segmentEms(items: readonly EmsItem[], options: EmsContentOptions = {}): SmsPart[] {
  return messages(items, options).map((message, index, all) => {
    const [part] = segmentSms({ ...options, ...message });
    if (part === undefined) throw new TypeError('a part without segment');
    return { ...part, sequence: index + 1, total: all.length };
  });
}

/** What the SMS of each part carries. */
function messages(items: readonly EmsItem[], options: EmsContentOptions): SmsContent[] {
  checkEmsItems(items);
  requireObject(options, 'options such as { to }', 'options');
  const warnings = options.warnings ?? [];
  const fitting = fittingItems(items, options, warnings);
  checkPrompts(fitting);
  const alphabet = alphabetOf(fitting, options.encoding ?? 'auto');
  const parts = countDistributed(partsOf(fitting, alphabet, options));
  warnOfPositions(parts, warnings);
  return parts.map(({ text, elements }, index) => {
    const concatenation = parts.length === 1 ? [] : [concatenationElement(options, parts.length, index + 1)];
    return { text, encoding: alphabet, informationElements: [...concatenation, ...elements] };
  });
}

function partsOf(items: readonly EmsItem[], alphabet: EmsAlphabet, options: Concatenation): EmsPart[] {
  const pieces = piecesOf(items);
  const { data } = concatenationElement(options, 0, 0);
  const single = layOut(pieces, alphabet, 0);
  return single.length === 1 ? single : layOut(pieces, alphabet, data.length + 2);
}

/** Tunes become melodies; what no element holds is refused or left out. */
function fittingItems(items: readonly EmsItem[], { unfit }: EmsContentOptions, warnings: Issue[]): EmsItem[] {
  return items.flatMap((item, index) => {
    const path = `items[${index}]`;
    try {
      const made = item.type === 'melody' && 'tune' in item ? melodiesOf(item.tune, path, warnings) : [item];
      if (unfit === 'leave-out') piecesOf(made);
      return made;
    } catch (error) {
      if (unfit !== 'leave-out' || !isMmsError(error) || !UNFIT.includes(error.code)) throw error;
      warnings.push(issueOf(EMS_ISSUES, 'ems/left-out', error.message, { path }));
      return [];
    }
  });
}

const UNFIT: readonly string[] = ['ems/picture-size', 'ems/melody-too-long'];

function alphabetOf(items: readonly EmsItem[], encoding: 'auto' | EmsAlphabet): EmsAlphabet {
  if (encoding !== 'auto') return encoding;
  try {
    for (const item of items) if (item.type === 'text') countSeptets(item.text);
    return 'gsm7';
  } catch (error) {
    if (isMmsError(error) && error.code === 'sms/unencodable') return 'ucs2';
    throw error;
  }
}

function concatenationElement(
  { reference = 0, referenceBits = 8 }: Concatenation,
  total: number,
  sequence: number,
): InformationElement {
  const key = referenceBits === 16 ? 'concatenation16' : 'concatenation8';
  return informationElement(key, { reference, total, sequence });
}

/** 23.040 counts characters, gammu septets: they differ behind an extension character. */
function warnOfPositions(parts: readonly EmsPart[], warnings: Issue[]): void {
  const index = parts.findIndex(part => part.isAmbiguous);
  if (index < 0) return;
  const message = `part ${index + 1} has an object or a format after a character that takes two septets`;
  warnings.push(
    issueOf(EMS_ISSUES, 'ems/ambiguous-position', message, { hint: 'write the message as UCS-2' }),
  );
}
