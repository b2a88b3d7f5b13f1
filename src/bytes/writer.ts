import { MmsError } from '../errors.ts';
import { type Issue, type IssueCode, type IssueRows, issueOf } from '../issues/index.ts';
import type { Carried } from './carried.ts';
import { DEPARTURE } from './departure.ts';
import { formatPath } from './path.ts';

/** From here on a byte array is referred to until the end instead of being copied twice. */
const REFERENCE_FROM_BYTES = 2048;

const NO_OCTETS = new Uint8Array(0);
const FIRST_SCRATCH_BYTES = 4096;
const MAX_IDLE_SCRATCH_BYTES = 65_536;

/** What a writer needs room for, kept by the last finished one for the next: making it costs as much as a small PDU. */
interface Room {
  octets: Uint8Array;
  readonly references: Reference[];
  /** Four numbers for each section that is open. */
  readonly sections: number[];
}

let idleRoom: Room | undefined;
let idleQuick: ByteWriter | undefined;

interface Reference {
  /** Position in the scratch octets before which the data belong. */
  at: number;
  readonly data: Uint8Array;
}

/** Those of quick writers, which leave them alone. */
const NO_PATH: (string | number)[] = [];
const NO_WARNINGS: Issue[] = [];
/** Those of writers that only throw. */
const NO_ROWS: IssueRows = {};

/**
 * Collects octets and writes the result once. Large data are only referred to, so do not change them before
 * {@link toBytes}, after which the writer is spent. A length that comes before its content is written by {@link fork}
 * and {@link join}.
 *
 * A quick one knows no path and throws {@link DEPARTURE} where another refuses or warns: what is to be told is written
 * again by one that can say where it is.
 * @example
 * const writer = new ByteWriter();
 * writer.fork();
 * writer.octets(content);
 * writer.join((w, length) => w.octet(length)); // the length octet now stands before the content
 */
export class ByteWriter {
  /** What may trouble receivers although the specification allows it. */
  readonly warnings: Issue[];
  /** What the decoded value that is written back carries; `undefined` for a value of the caller's own. */
  readonly carried: Carried | undefined;
  /** True where also what the specification reserves is refused, see {@link ByteWriter.reserved}. */
  readonly strict: boolean;
  /** True for one that writes only what has no fault. */
  readonly isQuick: boolean;
  readonly #rows: IssueRows;
  readonly #room: Room;
  #scratch: Uint8Array;
  #used = 0;
  readonly #references: Reference[];
  #referredBytes = 0;
  readonly #sections: number[];
  readonly #path: (string | number)[];

  /**
   * @param outer - the writer of which this one writes a part: they share path, warnings and what is carried
   * @param carried - given where a decoded value is written back, which is then written as it was read
   * @param rows - where its warnings have their clauses from: `ISSUE_CODES`, or those that can come up
   */
  constructor(
    outer?: ByteWriter,
    carried: Carried | undefined = outer?.carried,
    strict = outer?.strict,
    isQuick = outer?.isQuick,
    rows: IssueRows = outer === undefined ? NO_ROWS : outer.#rows,
  ) {
    this.isQuick = isQuick === true;
    this.warnings = outer?.warnings ?? (this.isQuick ? NO_WARNINGS : []);
    this.carried = carried;
    this.strict = strict === true;
    this.#rows = rows;
    this.#path = outer === undefined ? (this.isQuick ? NO_PATH : []) : outer.#path;
    const room = idleRoom ?? { octets: new Uint8Array(FIRST_SCRATCH_BYTES), references: [], sections: [] };
    idleRoom = undefined;
    this.#room = room;
    this.#scratch = room.octets;
    this.#references = room.references;
    this.#sections = room.sections;
  }

  /** Octets written so far. */
  get length(): number {
    return this.#used + this.#referredBytes;
  }

  /** Begins a field: its name joins the path of errors and warnings. */
  enter(name: string | number): void {
    if (!this.isQuick) this.#path.push(name);
  }

  /** Ends the field begun last. */
  leave(): void {
    if (!this.isQuick) this.#path.pop();
  }

  warn(code: IssueCode, message: string): void {
    if (this.isQuick) throw DEPARTURE;
    this.warnings.push(issueOf(this.#rows, code, message, { path: formatPath(this.#path) }));
  }

  /** The path of a field of what is being written. */
  pathTo(name: string): string {
    return formatPath([...this.#path, name]);
  }

  /**
   * Refuses a departure from the specification, unless a decoded value carries it: then it is a warning.
   * @throws MmsError the one given
   */
  refuse(error: MmsError): void {
    const path = error.path ?? formatPath(this.#path);
    const warning = this.carried?.lifts(error.code, path);
    if (warning === undefined) throw error;
    this.warnings.push(issueOf(this.#rows, warning, error.message, { path }, 'warning'));
  }

  /**
   * Warns of a value that the specification reserves.
   * @throws MmsError of the same code in strict mode
   */
  reserved(code: IssueCode, message: string): void {
    if (this.isQuick) throw DEPARTURE;
    if (this.strict) throw new MmsError(code, message);
    const path = formatPath(this.#path);
    this.warnings.push(issueOf(this.#rows, code, message, { path }, 'warning'));
  }

  /** Writes, or leaves no trace of an attempt that is refused; false for one. */
  attempt(write: () => void): boolean {
    const used = this.#used;
    const references = this.#references.length;
    const referred = this.#referredBytes;
    const warnings = this.warnings.length;
    const depth = this.#path.length;
    const sections = this.#sections.length;
    try {
      write();
      return true;
    } catch (error) {
      if (!(error instanceof MmsError)) throw error;
      this.#used = used;
      this.#references.length = references;
      this.#referredBytes = referred;
      this.warnings.length = warnings;
      this.#path.length = depth;
      this.#sections.length = sections;
      return false;
    }
  }

  /** The same error with the path of the field being written, for an error that has none. */
  located(error: MmsError): MmsError {
    if (error.path !== undefined || this.#path.length === 0) return error;
    const { code, message, hint, cause, details } = error;
    return new MmsError(code, message, { path: formatPath(this.#path), hint, cause, details });
  }

  /** Writes the low eight bits. */
  octet(value: number): void {
    if (this.#used === this.#scratch.length) this.#reserve(1);
    this.#scratch[this.#used++] = value;
  }

  octets(data: Uint8Array): void {
    if (data.length >= REFERENCE_FROM_BYTES) {
      this.#references.push({ at: this.#used, data });
      this.#referredBytes += data.length;
      return;
    }
    this.#reserve(data.length);
    this.#scratch.set(data, this.#used);
    this.#used += data.length;
  }

  /** Writes the low eight bits of each UTF-16 unit; the caller has checked that the text is that narrow. */
  latin1(text: string): void {
    const { length } = text;
    this.#reserve(length);
    const scratch = this.#scratch;
    let used = this.#used;
    for (let i = 0; i < length; i++) scratch[used++] = text.charCodeAt(i);
    this.#used = used;
  }

  /**
   * Writes each UTF-16 unit as the octet that `octetOf` has at its number; false, and nothing written, when that is 0 or
   * past the end for any of them.
   */
  mapped(text: string, octetOf: Uint8Array): boolean {
    const { length } = text;
    this.#reserve(length);
    const scratch = this.#scratch;
    let used = this.#used;
    for (let i = 0; i < length; i++) {
      const octet = octetOf[text.charCodeAt(i)] ?? 0;
      if (octet === 0) return false;
      scratch[used++] = octet;
    }
    this.#used = used;
    return true;
  }

  /**
   * Opens a section whose length is to stand before it. `prefixOctets` is how many octets that will probably take: a
   * wrong guess costs time, nothing else.
   */
  fork(prefixOctets = 1): void {
    this.#sections.push(this.#used, prefixOctets, this.#references.length, this.#referredBytes);
    this.#reserve(prefixOctets);
    this.#used += prefixOctets;
  }

  /** Closes the section opened last and lets `prefix` write, in front of it, what depends on its length. */
  join(prefix: (writer: ByteWriter, length: number) => void): void {
    const sections = this.#sections;
    const referredBefore = popped(sections);
    const firstReference = popped(sections);
    const prefixOctets = popped(sections);
    const start = popped(sections);
    const contentStart = start + prefixOctets;
    const contentEnd = this.#used;
    prefix(this, contentEnd - contentStart + this.#referredBytes - referredBefore);
    const prefixEnd = this.#used;
    const shift = prefixEnd - contentEnd - prefixOctets;
    if (shift === 0) {
      copyTo(this.#scratch, start, this.#scratch, contentEnd, prefixEnd);
    } else {
      const written = this.#scratch.slice(contentEnd, prefixEnd);
      this.#scratch.copyWithin(contentStart + shift, contentStart, contentEnd);
      this.#scratch.set(written, start);
      this.#moveReferences(firstReference, shift);
    }
    this.#used = contentEnd + shift;
  }

  #moveReferences(first: number, shift: number): void {
    for (const reference of this.#references.slice(first)) reference.at += shift;
  }

  /** The octets written, in one array of exactly that size. */
  toBytes(): Uint8Array {
    const bytes = this.#references.length === 0 ? this.#scratch.slice(0, this.#used) : this.#gathered();
    this.#finish();
    return bytes;
  }

  /**
   * Writes the octets at the start of `target`, and returns how many they are.
   * @throws MmsError `bytes/no-room`, with nothing written
   */
  toTarget(target: Uint8Array): number {
    const { length } = this;
    if (length > target.length) {
      this.#finish();
      throw new MmsError('bytes/no-room', `expected room for ${length} octets, found ${target.length}`);
    }
    this.#gather(target);
    this.#finish();
    return length;
  }

  /** The octets in pieces, of which the large ones are the data that were given: views, not copies. */
  toChunks(): Uint8Array[] {
    const own = this.#scratch.slice(0, this.#used);
    const chunks: Uint8Array[] = [];
    let from = 0;
    for (const { at, data } of this.#references) {
      if (at > from) chunks.push(own.subarray(from, at));
      chunks.push(data);
      from = at;
    }
    if (from < own.length) chunks.push(from === 0 ? own : own.subarray(from));
    this.#finish();
    return chunks;
  }

  #finish(): void {
    if (this.#sections.length > 0) throw new TypeError('fork without join');
    this.discard();
  }

  /** Leaves the room to the next writer; this one is spent. */
  discard(): void {
    const room = this.#room;
    if (this.#scratch === NO_OCTETS) return;
    if (this.isQuick && this.#scratch.length <= MAX_IDLE_SCRATCH_BYTES) {
      this.#used = 0;
      this.#referredBytes = 0;
      if (this.#references.length > 0) this.#references.length = 0;
      if (this.#sections.length > 0) this.#sections.length = 0;
      idleQuick = this;
      return;
    }
    room.octets = this.#scratch;
    // Setting a length costs much even where it changes nothing.
    if (room.references.length > 0) room.references.length = 0;
    if (room.sections.length > 0) room.sections.length = 0;
    if (room.octets.length <= MAX_IDLE_SCRATCH_BYTES) idleRoom = room;
    this.#scratch = NO_OCTETS;
    this.#used = 0;
    this.#referredBytes = 0;
  }

  #gathered(): Uint8Array {
    const bytes = new Uint8Array(this.length);
    this.#gather(bytes);
    return bytes;
  }

  #gather(bytes: Uint8Array): void {
    let from = 0;
    let to = 0;
    for (const { at, data } of this.#references) {
      to = copyTo(bytes, to, this.#scratch, from, at);
      from = at;
      bytes.set(data, to);
      to += data.length;
    }
    copyTo(bytes, to, this.#scratch, from, this.#used);
  }

  #reserve(octets: number): void {
    const needed = this.#used + octets;
    if (needed <= this.#scratch.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#scratch.length * 2));
    larger.set(this.#scratch.subarray(0, this.#used));
    this.#scratch = larger;
  }
}

/** A quick writer: the one that was finished last, where there is one, as making one costs as much as a small PDU. */
export function quickWriter(): ByteWriter {
  const writer = idleQuick ?? new ByteWriter(undefined, undefined, false, true);
  idleQuick = undefined;
  return writer;
}

/** A number of the section opened last. */
function popped(sections: number[]): number {
  const number = sections.pop();
  if (number === undefined) throw new TypeError('join without fork');
  return number;
}

/** So few octets are copied faster by hand than by a call. */
const COPIED_BY_HAND = 32;

/** Copies [from, end) to `at`, and returns where they end. */
function copyTo(target: Uint8Array, at: number, source: Uint8Array, from: number, end: number): number {
  const length = end - from;
  if (length > COPIED_BY_HAND) target.set(source.subarray(from, end), at);
  else for (let i = 0; i < length; i++) target[at + i] = source[from + i] ?? 0;
  return at + length;
}
