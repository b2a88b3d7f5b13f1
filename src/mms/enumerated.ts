import { type ByteWriter, wrongType } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { boolean, didYouMean, number, oneOf, text, word } from '../schema/index.ts';
import { tokenText } from '../wsp/index.ts';
import { type EnumerationRow, MESSAGE_CLASS, type WordOf, YES_NO } from './enumerations.ts';
import type { FieldCodec } from './field-codec.ts';

/** A word of the table, or the octet itself (80 to FF) where the table has no word for it. */
export type Enumerated<Words extends string> = Words | number;

/** A codec of a table of values, and the words of that table. */
export interface EnumeratedCodec<Words extends string, Input = Enumerated<Words>>
  extends FieldCodec<Enumerated<Words>, Input> {
  readonly words: readonly Words[];
}

interface Words {
  /** Indexed by octet. */
  readonly byCode: readonly (string | undefined)[];
  readonly byWord: ReadonlyMap<string, number>;
}

function wordsOf(rows: readonly EnumerationRow[]): Words {
  const word = (row: EnumerationRow): string => row.name.toLowerCase().replaceAll(' ', '-');
  const byCode: (string | undefined)[] = new Array(256).fill(undefined);
  for (const row of rows) byCode[row.code] = word(row);
  return { byCode, byWord: new Map(rows.map(row => [word(row), row.code])) };
}

function writeWord(writer: ByteWriter, words: Words, value: string | number): void {
  const code = typeof value === 'number' ? value : (words.byWord.get(value) ?? Number.NaN);
  if (!Number.isInteger(code) || code < 0x80 || code > 0xff) {
    const known = [...words.byWord.keys()];
    const message = `expected one of ${known.join(', ')}, found ${String(value)}`;
    throw new MmsError('mms/field-value', message, { hint: didYouMean(String(value), known) });
  }
  if (words.byCode[code] === undefined) {
    writer.reserved('mms/unknown-value', `no value has the octet ${code.toString(16)}`);
  }
  writer.octet(code);
}

/** An octet that its table has no word for, as a foreign message may carry it. */
const octetShape = number('The octet, where there is no word for it.', { min: 0x80, max: 0xff });

/** One octet from a table of values; an unassigned octet is read as its number, with a warning. */
export function enumerated<const Rows extends readonly EnumerationRow[]>(
  rows: Rows,
): EnumeratedCodec<WordOf<Rows>> {
  const words = wordsOf(rows);
  const isWord = (one: string): one is WordOf<Rows> => words.byWord.has(one);
  const all = [...words.byWord.keys()].filter(isWord);
  const byOctet = words.byCode.map(one => (one !== undefined && isWord(one) ? one : undefined));
  return {
    name: 'Enumerated octet',
    words: all,
    shape: oneOf('', [word('', all), octetShape]),
    byOctet,
    encode: (writer, value) => writeWord(writer, words, value),
    decode(reader) {
      const start = reader.offset;
      const octet = reader.octet();
      if (octet < 0x80) throw reader.error('mms/field-value', 'expected an octet from 80 to FF', start);
      const found = byOctet[octet];
      if (found !== undefined) return found;
      reader.warn('mms/unknown-value', `no value has the octet ${octet.toString(16)}`, start);
      return octet;
    },
  };
}

const yesNoWords = enumerated(YES_NO);

/** Yes 80 or No 81; `true` and `false` may be written too. */
export const yesNo: EnumeratedCodec<'yes' | 'no', Enumerated<'yes' | 'no'> | boolean> = {
  ...yesNoWords,
  name: 'Yes/No',
  shape: oneOf('', [boolean(''), word('', yesNoWords.words), octetShape]),
  encode(writer, value) {
    yesNoWords.encode(writer, typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);
  },
};

const messageClasses = wordsOf(MESSAGE_CLASS);

/** Message-class-value (MMS_ENC 7.3): `personal`, `advertisement`, `informational`, `auto`, or another token. */
export const messageClassValue: FieldCodec<string | number> = {
  name: 'Message-class-value',
  shape: oneOf('', [
    text('personal, advertisement, informational, auto, or another token.', {
      pattern: /^[!#-'*+.0-9A-Z^-z|~-]+$/u,
      called: 'a message class such as "personal"',
    }),
    octetShape,
  ]),
  encode(writer, value) {
    if (typeof value === 'number') writeWord(writer, messageClasses, value);
    else if (typeof value !== 'string') throw wrongType('a message class such as "personal"', value);
    else if (messageClasses.byWord.has(value)) writeWord(writer, messageClasses, value);
    else tokenText.encode(writer, value);
  },
  decode(reader) {
    const first = reader.peek();
    if (first < 0x80) return tokenText.decode(reader);
    const start = reader.offset;
    const octet = reader.octet();
    const found = messageClasses.byCode[octet];
    if (found === undefined)
      reader.warn('mms/unknown-value', `no class has the octet ${octet.toString(16)}`, start);
    return found ?? octet;
  },
  byOctet: messageClasses.byCode,
};
