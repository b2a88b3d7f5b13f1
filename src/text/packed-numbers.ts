import { octetAt } from '../bytes/index.ts';

const RADIX = 44;

/** Printable ASCII that needs no escape in a string: the digits that end a number, then those that more follow. */
const DIGITS = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index))
  .filter(character => !'\'"\\$`'.includes(character))
  .slice(0, 2 * RADIX)
  .join('');

/** The value of a digit by its code. */
const VALUES = new Uint8Array(0x80);
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

/** Whole numbers from 0 as text, the small ones in one character: digits of base 44, the highest first. */
export function packNumbers(values: readonly number[]): string {
  return values.map(packNumber).join('');
}

function packNumber(value: number): string {
  let text = DIGITS.charAt(value % RADIX);
  for (let rest = Math.floor(value / RADIX); rest > 0; rest = Math.floor(rest / RADIX)) {
    text = DIGITS.charAt(RADIX + (rest % RADIX)) + text;
  }
  return text;
}

/** The numbers of a text of {@link packNumbers}. */
export function unpackNumbers(text: string): number[] {
  const values: number[] = [];
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const code = octetAt(VALUES, text.charCodeAt(at));
    value = value * RADIX + (code % RADIX);
    if (code >= RADIX) continue;
    values.push(value);
    value = 0;
  }
  return values;
}
