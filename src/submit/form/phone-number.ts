import { bareNumber, HOME_ZERO_HINT, hasHomeZero } from '../../text/index.ts';
import type { Report } from './findings.ts';

const INTERNATIONAL = /^[1-9][0-9]{6,14}$/;
const LONGEST_WRITTEN = 64;

/**
 * The digits of a full international number; `+`, blanks, `-`, `.` and brackets are taken out. No country code is
 * ever added: a number with a leading `0` is reported and gives `undefined`.
 */
function internationalNumber(written: string, report: Report, within: string): string | undefined {
  const digits = bareNumber(written).replace(/^\+/, '');
  const isNumber = written.length <= LONGEST_WRITTEN && INTERNATIONAL.test(digits);
  if (isNumber && !hasHomeZero(written)) return digits;
  const shown = JSON.stringify(written.slice(0, 24));
  return report('submit/recipient', `expected 7 to 15 digits with country code, found ${shown}`, {
    within,
    hint: hintFor(written, digits),
  });
}

function hintFor(written: string, digits: string): string | undefined {
  if (digits.startsWith('0')) return 'write the country code instead of the leading 0';
  return hasHomeZero(written) ? HOME_ZERO_HINT : undefined;
}

/** The digits of each number once, in order; what is not a number or stands twice is reported. */
export function internationalNumbers(written: readonly unknown[], report: Report): readonly string[] {
  const numbers = new Set<string>();
  written.forEach((entry, index) => {
    const number = numberOf(entry, index, report);
    if (number === undefined) return;
    if (numbers.has(number)) {
      report('submit/duplicate-recipient', `${number} stands twice`, { within: `[${index}]` });
    }
    numbers.add(number);
  });
  return [...numbers];
}

function numberOf(entry: unknown, index: number, report: Report): string | undefined {
  if (typeof entry !== 'string') {
    return report('submit/type', `expected a text, found ${typeof entry}`, { within: `[${index}]` });
  }
  return INTERNATIONAL.test(entry) ? entry : internationalNumber(entry, report, `[${index}]`);
}
