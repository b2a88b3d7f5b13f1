import { MmsError } from '../errors.ts';
import { type Issue, type IssueCode, issue } from '../issues.ts';
import { formatPath } from './path.ts';

/** From here on a byte array is referred to until the end instead of being copied twice. */
const REFERENCE_FROM_BYTES = 256;

interface Reference {
  /** Position in the scratch octets before which the data belong. */
  at: number;
  readonly data: Uint8Array;
}

/**
 * Collects octets and writes the result once. Large data are only referred to, so do not change them before
 * {@link toBytes}. A length that comes before its content is written by {@link fork} and {@link join}.
 * @example
 * const writer = new ByteWriter();
 * writer.fork();
 * writer.octets(content);
 * writer.join((w, length) => w.octet(length)); // the length octet now stands before the content
 */
export class ByteWriter {
  #scratch = new Uint8Array(512);
  #used = 0;
  #references: Reference[] = [];
  #referredBytes = 0;
  readonly #path: (string | number)[] = [];
  /** What may trouble receivers although the specification allows it. */
  readonly warnings: Issue[] = [];
  /** For each open section: scratch position, number of references, octets referred to. */
  #sections: number[] = [];

  /** Octets written so far. */
  get length(): number {
    return this.#used + this.#referredBytes;
  }

  /** Begins a field: its name joins the path of errors and warnings. */
  enter(name: string | number): void {
    this.#path.push(name);
  }

  /** Ends the field begun last. */
  leave(): void {
    this.#path.pop();
  }

  warn(code: IssueCode, message: string): void {
    this.warnings.push(issue(code, message, { path: formatPath(this.#path) }));
  }

  /** The same error with the path of the field being written, for an error that has none. */
  located(error: MmsError): MmsError {
    if (error.path !== undefined || this.#path.length === 0) return error;
    const { code, message, hint, cause, details } = error;
    return new MmsError(code, message, { path: formatPath(this.#path), hint, cause, details });
  }

  /** Writes the low eight bits. */
  octet(value: number): void {
    if (this.#used === this.#scratch.length) this.#grow(1);
    this.#scratch[this.#used++] = value;
  }

  octets(data: Uint8Array): void {
    if (data.length >= REFERENCE_FROM_BYTES) {
      this.#references.push({ at: this.#used, data });
      this.#referredBytes += data.length;
      return;
    }
    this.#grow(data.length);
    this.#scratch.set(data, this.#used);
    this.#used += data.length;
  }

  /** Writes the low eight bits of each UTF-16 unit; the caller has checked that the text is that narrow. */
  latin1(text: string): void {
    const { length } = text;
    this.#grow(length);
    const scratch = this.#scratch;
    let used = this.#used;
    for (let i = 0; i < length; i++) scratch[used++] = text.charCodeAt(i);
    this.#used = used;
  }

  /** Opens a section whose length is to stand before it. */
  fork(): void {
    this.#sections.push(this.#used, this.#references.length, this.#referredBytes);
  }

  /** Closes the section opened last and lets `prefix` write, in front of it, what depends on its length. */
  join(prefix: (writer: ByteWriter, length: number) => void): void {
    const referredBefore = this.#sections.pop();
    const firstReference = this.#sections.pop();
    const start = this.#sections.pop();
    if (referredBefore === undefined || firstReference === undefined || start === undefined) {
      throw new TypeError('join without fork');
    }
    const contentEnd = this.#used;
    prefix(this, contentEnd - start + (this.#referredBytes - referredBefore));
    const shift = this.#used - contentEnd;
    const head = this.#scratch.slice(contentEnd, this.#used);
    this.#scratch.copyWithin(start + shift, start, contentEnd);
    this.#scratch.set(head, start);
    for (let i = firstReference; i < this.#references.length; i++) {
      const reference = this.#references[i];
      if (reference !== undefined) reference.at += shift;
    }
  }

  /** The octets written, in one array of exactly that size. */
  toBytes(): Uint8Array {
    if (this.#sections.length > 0) throw new TypeError('fork without join');
    if (this.#references.length === 0) return this.#scratch.slice(0, this.#used);
    const bytes = new Uint8Array(this.length);
    let from = 0;
    let to = 0;
    for (const { at, data } of this.#references) {
      bytes.set(this.#scratch.subarray(from, at), to);
      to += at - from;
      from = at;
      bytes.set(data, to);
      to += data.length;
    }
    bytes.set(this.#scratch.subarray(from, this.#used), to);
    return bytes;
  }

  #grow(by: number): void {
    const needed = this.#used + by;
    if (needed <= this.#scratch.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#scratch.length * 2));
    larger.set(this.#scratch.subarray(0, this.#used));
    this.#scratch = larger;
  }
}
