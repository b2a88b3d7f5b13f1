import { unlessRefused } from '../../../errors.ts';
import { countSeptets } from '../../../sms/index.ts';
import { indexOfControl, indexOfLoneSurrogate } from '../../../text/index.ts';
import { MOST_IN_FORM } from '../bounds.ts';
import type { Report } from '../findings.ts';
import { shown, type ValueCodec, wrongType } from './codec.ts';

/** What a text must be like. */
interface TextOptions {
  /** In UTF-16 units. */
  readonly maxLength?: number;
  /** In UTF-16 units, for a text with characters outside the GSM alphabet: beyond it there is a warning. */
  readonly maxUnicodeLength?: number;
  /** Line ends and tabs are allowed. */
  readonly lines?: true;
  readonly pattern?: RegExp;
  /** What the pattern wants, in words. */
  readonly expected?: string;
  /** The value is never shown in a finding. */
  readonly secret?: true;
}

const NUL = '\0';

function checkCharacters(text: string, lines: boolean, report: Report): boolean {
  const surrogate = indexOfLoneSurrogate(text);
  if (surrogate >= 0) report('submit/character', `half a surrogate pair at character ${surrogate + 1}`);
  const control = lines ? text.indexOf(NUL) : indexOfControl(text);
  if (control >= 0) report('submit/character', `a control character at character ${control + 1}`);
  return surrogate < 0 && control < 0;
}

function isGsm(text: string): boolean {
  return unlessRefused(() => countSeptets(text)) !== undefined;
}

function checkText(value: string, options: TextOptions, report: Report): string | undefined {
  const {
    maxLength = MOST_IN_FORM.textUnits,
    maxUnicodeLength = Infinity,
    lines,
    pattern,
    expected,
    secret,
  } = options;
  const { length } = value;
  if (length === 0) return report('submit/value', 'an empty text', { hint: 'leave it out' });
  if (length > maxLength)
    return report('submit/too-long', `at most ${maxLength} characters, found ${length}`);
  if (!checkCharacters(value, lines === true, report)) return undefined;
  if (pattern !== undefined && !pattern.test(value)) {
    return report('submit/value', `expected ${expected}, found ${secret === true ? 'others' : shown(value)}`);
  }
  if (length > maxUnicodeLength && !isGsm(value)) {
    const hint = `${maxUnicodeLength} of them fit for sure`;
    report('submit/long-unicode-text', `${length} characters, some outside the GSM alphabet`, { hint });
  }
  return value;
}

/** A text that is not empty. */
export function text(options: TextOptions = {}): ValueCodec {
  return {
    encode: (value, report) =>
      typeof value === 'string' ? checkText(value, options, report) : wrongType(value, 'a text', report),
    decode: value => value,
  };
}
