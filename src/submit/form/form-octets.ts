import { isAscii } from 'node:buffer';
import { octetsOfDigits } from '../../bytes/index.ts';
import { MAX_PAIRS } from './form-text.ts';
import { FORM_PARAMETERS } from './parameters.ts';

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
  const files = filesOf(form);
  const file = files.find(({ start, end }) => end - start > LONG_VALUE);
  if (file === undefined || files.some(({ name, start }) => name === file.name && start !== file.start))
    return { text: textOfForm(form) };
  const { name, start, end } = file;
  const read = octetsOfDigits(form.subarray(start, end), Buffer);
  if (2 * read.length !== end - start) return { text: textOfForm(form) };
  const text = textOfForm(form.subarray(0, start + LONG_VALUE)) + textOfForm(form.subarray(end));
  return { text, long: { name, octets: read } };
}

/** Parameters that hold octets, by their names in lower case. */
const FILES: ReadonlyMap<string, string> = new Map(
  FORM_PARAMETERS.filter(({ codec }) => codec.decodePlain !== undefined).map(({ name }) => [
    name.toLowerCase(),
    name,
  ]),
);

const LONGEST_NAME = Math.max(...[...FILES.keys()].map(name => name.length));

interface PlacedFile {
  /** As the manual spells it. */
  readonly name: string;
  /** Where the value is. */
  readonly start: number;
  readonly end: number;
}

/** The files among the first pairs, as many as any form has. */
function filesOf(form: Buffer): PlacedFile[] {
  const files: PlacedFile[] = [];
  let at = 0;
  for (let pairs = 0; pairs < MAX_PAIRS && at < form.length; pairs++) {
    const and = form.indexOf(AND, at);
    const end = and < 0 ? form.length : and;
    const written = form.toString('latin1', at, Math.min(end, at + LONGEST_NAME + 1)).replace(/=.*/s, '');
    const name = FILES.get(written.toLowerCase());
    if (name !== undefined) files.push({ name, start: at + name.length + 1, end });
    at = end + 1;
  }
  return files;
}
