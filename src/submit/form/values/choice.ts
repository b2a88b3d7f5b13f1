import { didYouMean } from '../../../schema/index.ts';
import { shown, type ValueCodec } from './codec.ts';

/** One of some values, each with its text in the form. */
export function oneOf(pairs: readonly (readonly [value: unknown, form: string])[]): ValueCodec {
  const forms = new Map(pairs);
  const values = new Map(pairs.map(([value, form]) => [form, value]));
  return {
    encode(value, report) {
      const known = forms.get(value);
      if (known !== undefined) return known;
      const message = `expected one of ${[...forms.keys()].join(', ')}, found ${shown(value)}`;
      return report('submit/value', message, { hint: meant(value, forms.keys()) });
    },
    decode(value, report) {
      if (values.has(value)) return values.get(value);
      return report('submit/form-value', `expected one of ${[...values.keys()].join(', ')}`);
    },
  };
}

function meant(value: unknown, known: Iterable<unknown>): string | undefined {
  const words = [...known].filter(one => typeof one === 'string');
  return typeof value === 'string' ? didYouMean(value, words) : undefined;
}

/** One of some words that stand in the form as they are. */
export function word(words: readonly string[]): ValueCodec {
  return oneOf(words.map(value => [value, value]));
}
