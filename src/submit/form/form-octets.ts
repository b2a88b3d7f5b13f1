import { isAscii } from 'node:buffer';
import { octetsOfDigits } from '../../bytes/index.ts';
import { MAX_PAIRS } from './form-text.ts';
import { FORM_PARAMETERS, parameterName } from './parameters.ts';

/** Values of more digits are read from the octets of a form: as a text, a file is copied several times. */
const LONG_VALUE = 4096;
const AND = 0x26;

/** The octets that a form holds in hexadecimal, which are no part of its text. */
export interface LongValue {
  /** As the manual spells it; no other pair has it. */
  readonly name: string;
  readonly octets: Uint8Array;
}

/** A form as text, where one long value in plain hexadecimal is left with its first digits. */
export interface FormText {
  readonly text: string;
  readonly long?: LongValue;
}

/** A form is ASCII by the manual, which is read in a tenth of the time; what is not is read as UTF-8. */
export function textOfForm(octets: Uint8Array): string {
  if (!isAscii(octets)) return new TextDecoder().decode(octets);
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('latin1');
}

/** The text of a form, without most of the file in it. */
export function readFormText(octets: Uint8Array): FormText {
  const form = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  const pairs = pairsOf(form);
  const file = pairs.find(({ name, start, end }) => FILES.has(name) && end - start > LONG_VALUE);
  const isOne = pairs.filter(({ name }) => name === file?.name).length === 1;
  if (file === undefined || !isOne) return { text: textOfForm(form) };
  const { name, start, end } = file;
  const read = octetsOfDigits(form.subarray(start, end), Buffer);
  if (2 * read.length !== end - start) return { text: textOfForm(form) };
  const text = textOfForm(form.subarray(0, start + LONG_VALUE)) + textOfForm(form.subarray(end));
  return { text, long: { name, octets: read } };
}

/** Parameters that hold octets. */
const FILES: ReadonlySet<string> = new Set(
  FORM_PARAMETERS.flatMap(({ name, codec }) => (codec.decodePlain === undefined ? [] : [name])),
);

interface PlacedPair {
  /** As the manual spells it; empty where it does not have it. */
  readonly name: string;
  /** Where the value is. */
  readonly start: number;
  readonly end: number;
}

const LONGEST_NAME = Math.max(...FORM_PARAMETERS.map(({ name }) => name.length));

/** The first pairs, as many as any form has. */
function pairsOf(form: Buffer): PlacedPair[] {
  const pairs: PlacedPair[] = [];
  for (let at = 0; at <= form.length && pairs.length <= MAX_PAIRS; ) {
    const and = form.indexOf(AND, at);
    const end = and < 0 ? form.length : and;
    const name = form
      .toString('latin1', at, Math.min(end, at + LONGEST_NAME + 1))
      .split('=', 1)
      .join('');
    pairs.push({ name: parameterName(name) ?? '', start: Math.min(at + name.length + 1, end), end });
    at = end + 1;
  }
  return pairs;
}
