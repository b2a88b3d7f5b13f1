import { MmsError } from '../errors.ts';
import { type IssueCode, type IssueRows, issueOf } from '../issues/index.ts';
import type { XmlPlace } from './document.ts';

/** A text with its line ends normalized to U+000A (XML 1.0 2.11), which knows the place of every offset. */
export class XmlSource {
  readonly text: string;
  readonly #lineStarts: number[] = [0];
  /** The line that was asked for last: most questions are about it, or about the next. */
  #line = 0;

  constructor(text: string) {
    this.text = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    for (let i = this.text.indexOf('\n'); i >= 0; i = this.text.indexOf('\n', i + 1)) {
      this.#lineStarts.push(i + 1);
    }
  }

  placeAt(offset: number): XmlPlace {
    if (!this.#isOn(this.#line, offset)) {
      this.#line = this.#isOn(this.#line + 1, offset) ? this.#line + 1 : this.#find(offset);
    }
    return { line: this.#line + 1, column: offset - (this.#lineStarts[this.#line] ?? 0) + 1 };
  }

  #isOn(line: number, offset: number): boolean {
    const start = this.#lineStarts[line];
    return start !== undefined && start <= offset && offset < (this.#lineStarts[line + 1] ?? Infinity);
  }

  #find(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** The error of a document: its message ends with line and column, which `details.issues` has as numbers. */
export function refusal<Rows extends IssueRows>(
  rows: Rows,
  code: IssueCode & keyof Rows,
  message: string,
  place: XmlPlace,
  cause?: unknown,
): MmsError {
  return new MmsError(code, `${message} (line ${place.line}, column ${place.column})`, {
    cause,
    details: { issues: [issueOf(rows, code, message, { ...place })] },
  });
}
