import { joinOctets, parseHex } from '../../bytes/index.ts';
import { isMmsError, MmsError } from '../../errors.ts';
import type { CliArguments } from '../command.ts';
import { textOf } from './option-values.ts';

type Values = CliArguments['values'];

/**
 * The octets of an option in hexadecimal, as people paste them; `undefined` when it was not given.
 * @throws MmsError `hex/bad-digit` or `hex/odd-length`, with the option as its place
 */
export function octetsOf(values: Values, name: string): Uint8Array | undefined {
  const text = textOf(values, name);
  return text === undefined ? undefined : readHex(text, name);
}

/** The octets of a text; digits may be broken into lines anywhere. */
export function readHex(text: string, name: string): Uint8Array {
  return inOption(name, () => {
    const isBroken = /[\r\n]/.test(text) && /^[\s0-9a-f]*$/i.test(text) && !/\s{3}|\|/.test(text);
    return joinOctets(parseHex(isBroken ? text.replace(/[\r\n]+/g, '') : text));
  });
}

/** The octets of an option that may be repeated, each line for itself. */
export function listOfOctets(texts: readonly string[], name: string): Uint8Array[] {
  return inOption(name, () => texts.flatMap(parseHex));
}

/** Does what reads an option; an error names it. */
export function inOption<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isMmsError(error)) throw error;
    throw new MmsError(error.code, error.message, { path: `--${name}`, hint: error.hint, cause: error });
  }
}
