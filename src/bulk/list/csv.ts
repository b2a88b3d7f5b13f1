import { MmsError } from '../../errors.ts';
import type { Recipient } from './recipient.ts';

/** How a list is written. */
export interface CsvOptions {
  /** The column of numbers; default `to`. Every other column is a variable. */
  readonly column?: string;
  /** Default `,`. */
  readonly delimiter?: ',' | ';' | '\t';
}

/** Characters of one field, its quotes included: a quote that is never closed must not take in the whole list. */
const MAX_FIELD_LENGTH = 65_536;

interface Row {
  /** Counted from 1, where the row begins. */
  readonly line: number;
  readonly fields: readonly string[];
}

function fault(line: number, message: string): MmsError {
  return new MmsError('bulk/csv', `line ${line}: ${message}`, { path: `line ${line}` });
}

/** Where a field or a row can end or a quote stands; a new one for each reader, since it keeps its place. */
function specialCharacters(delimiter: string): RegExp {
  if (delimiter === ';') return /["\n;]/g;
  return delimiter === '\t' ? /["\n\t]/g : /["\n,]/g;
}

/** Cuts text into rows; keeps what is not finished for the next piece (RFC 4180, line ends LF or CR LF). */
class RowReader {
  readonly #delimiter: string;
  readonly #special: RegExp;
  #line = 1;
  #begun = 1;
  #fields: string[] = [];
  #field = '';
  /** `closed`: behind a quote that ends the field, or is the first of two. */
  #quotes: 'none' | 'open' | 'closed' = 'none';

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#special = specialCharacters(delimiter);
  }

  *read(text: string): Generator<Row> {
    this.#special.lastIndex = 0;
    let from = 0;
    for (let found = this.#special.exec(text); found !== null; found = this.#special.exec(text)) {
      this.#take(text.slice(from, found.index));
      from = found.index + 1;
      const row = this.#sign(found[0]);
      if (row !== undefined) yield row;
    }
    this.#take(text.slice(from));
  }

  *end(): Generator<Row> {
    if (this.#quotes === 'open') throw fault(this.#begun, 'a quote is never closed');
    if (this.#field !== '' || this.#fields.length > 0 || this.#quotes === 'closed') yield this.#endRow();
  }

  #take(text: string): void {
    if (text === '') return;
    if (this.#quotes === 'closed' && text !== '\r') throw fault(this.#line, 'text behind a closed quote');
    this.#field += text;
    if (this.#field.length > MAX_FIELD_LENGTH) throw fault(this.#begun, 'a field without an end');
  }

  #sign(sign: string): Row | undefined {
    if (sign === '\n') this.#line += 1;
    if (sign === '"') this.#quote();
    else if (this.#quotes === 'open') this.#field += sign;
    else if (sign === this.#delimiter) this.#endField();
    else return this.#endRow();
    return undefined;
  }

  #quote(): void {
    if (this.#quotes === 'none' && this.#field !== '') throw fault(this.#line, 'a quote inside a field');
    if (this.#quotes === 'closed') this.#field += '"';
    this.#quotes = this.#quotes === 'open' ? 'closed' : 'open';
  }

  #endField(): void {
    this.#fields.push(this.#field);
    this.#field = '';
    this.#quotes = 'none';
  }

  #endRow(): Row {
    this.#field = this.#field.replace(/\r$/, '');
    this.#endField();
    const row = { line: this.#begun, fields: this.#fields };
    this.#fields = [];
    this.#begun = this.#line;
    return row;
  }
}

async function* textsOf(source: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of source)
      yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new MmsError('bulk/csv', 'the list is not in UTF-8', { cause: error });
  }
}

async function* rowsOf(source: AsyncIterable<string | Uint8Array>, delimiter: string): AsyncGenerator<Row> {
  const reader = new RowReader(delimiter);
  for await (const text of textsOf(source)) yield* reader.read(text);
  yield* reader.end();
}

function headingsOf({ fields }: Row, column: string): readonly string[] {
  const names = fields.map(name => name.trim());
  if (new Set(names).size < names.length) throw fault(1, 'two columns have the same name');
  if (!names.includes(column)) {
    throw new MmsError('bulk/csv', `line 1: expected a column ${column}, found ${names.join(', ')}`, {
      hint: 'name the column of numbers, or another delimiter',
    });
  }
  return names;
}

/**
 * Recipients of a list in CSV with a line of headings, in UTF-8: one a row, read as it comes.
 * @throws MmsError `bulk/csv` with the line
 * @example csvRecipients(createReadStream('customers.csv'), { delimiter: ';' })
 */
export async function* csvRecipients(
  source: AsyncIterable<string | Uint8Array>,
  { column = 'to', delimiter = ',' }: CsvOptions = {},
): AsyncGenerator<Recipient> {
  let headings: readonly string[] | undefined;
  for await (const row of rowsOf(source, delimiter)) {
    if (headings === undefined) {
      headings = headingsOf(row, column);
      continue;
    }
    if (row.fields.length === 1 && row.fields[0] === '') continue;
    if (row.fields.length !== headings.length)
      throw fault(row.line, `expected ${headings.length} fields, found ${row.fields.length}`);
    const values = Object.fromEntries(headings.map((name, index) => [name, row.fields[index] ?? '']));
    const { [column]: to = '', ...variables } = values;
    yield { to, variables };
  }
  if (headings === undefined) throw fault(1, 'expected a line of headings');
}
