import { parseSize } from '../../manifest/index.ts';
import { didYouMean } from '../../schema/index.ts';
import { type CliArguments, type HelpRow, UsageError } from '../command.ts';
import { WORDS } from './words.ts';

type Values = CliArguments['values'];

/** The text of an option; `undefined` when it was not given. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of an option that may be repeated and holds a comma-separated list. */
export function listOf(values: Values, name: string): string[] | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  return [value]
    .flat()
    .flatMap(text => String(text).split(','))
    .map(text => text.trim())
    .filter(text => text !== '');
}

/**
 * The word of an option that takes one of a few.
 * @throws UsageError naming them
 */
export function wordOf<const Words extends readonly string[]>(
  values: Values,
  name: string,
  words: Words,
): Words[number] | undefined {
  const value = textOf(values, name);
  if (value === undefined) return undefined;
  const word = words.find(one => one === value);
  if (word === undefined)
    throw new UsageError(`--${name} takes ${words.join(', ')}; ${foundWord(value, words)}`);
  return word;
}

/** `found gms7; did you mean gsm7?` */
export function foundWord(value: string, words: readonly string[]): string {
  const meant = didYouMean(value, words);
  return `found ${JSON.stringify(value)}${meant === undefined ? '' : `; ${meant}`}`;
}

/**
 * The whole number of an option.
 * @throws UsageError
 */
export function numberOf(values: Values, name: string): number | undefined {
  const value = textOf(values, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw new UsageError(`--${name} takes a whole number; found ${value}`);
  return Number(value);
}

/** The row of a help for `--hex-case`. */
export const HEX_CASE_ROW: HelpRow = [
  '--hex-case lower|upper',
  'of the octets in the JSON; some SMS programs read capitals alone',
];

/** `--hex-case`: how the octets of a JSON document are shown. */
export function hexCaseOf(values: Values): 'lower' | 'upper' {
  return wordOf(values, 'hex-case', WORDS.hexCase) ?? 'lower';
}

/**
 * The octets of an option: a whole number, or a size as a manifest writes it, such as `300kB`.
 * @throws UsageError
 */
export function sizeOf(values: Values, name: string): number | undefined {
  const value = textOf(values, name);
  if (value === undefined || /^\d{1,15}$/.test(value)) return numberOf(values, name);
  try {
    return parseSize(value);
  } catch {
    throw new UsageError(`--${name} takes a whole number of octets or a size such as 300kB; found ${value}`);
  }
}
