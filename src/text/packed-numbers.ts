const RADIX = 44;

/** Printable ASCII that needs no escape in a string: the digits that end a number, then those that more follow. */
const DIGITS = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index))
  .filter(character => !'\'"\\$`'.includes(character))
  .slice(0, 2 * RADIX)
  .join('');

const VALUES: ReadonlyMap<string, number> = new Map([...DIGITS].map((digit, value) => [digit, value]));

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
  for (const digit of text) {
    const code = VALUES.get(digit) ?? 0;
    value = value * RADIX + (code % RADIX);
    if (code >= RADIX) continue;
    values.push(value);
    value = 0;
  }
  return values;
}
