import { MOST_IN_FORM } from '../bounds.ts';
import { internationalNumbers } from '../phone-number.ts';
import { type ValueCodec, wrongType } from './codec.ts';

/** A list of telephone numbers, separated by commas. */
export const numberList: ValueCodec = {
  blankless: true,
  encode(value, report) {
    if (!Array.isArray(value)) return wrongType(value, 'a list of numbers', report);
    if (value.length > MOST_IN_FORM.numbers)
      return report('submit/too-long', `at most ${MOST_IN_FORM.numbers} numbers, found ${value.length}`);
    const numbers = internationalNumbers(value, report);
    return numbers.length === 0 ? undefined : numbers.join(',');
  },
  decode(value, report) {
    const entries = value.split(',');
    if (!/^[0-9,]*$/.test(value)) report('submit/form-number', 'characters other than digits and commas');
    return entries;
  },
};

/** How many entries a list has in a form; nothing is made of them. */
export function countNumbers(list: string): number {
  let count = 1;
  for (let at = list.indexOf(','); at >= 0; at = list.indexOf(',', at + 1)) count += 1;
  return count;
}
