import { MmsError } from '../errors.ts';
import { type Issue, type IssueCode, type IssueRows, issueOf } from '../issues/index.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { formatPath } from './path.ts';
import { type FieldLabel, type ReadTrace, shiftedTrace, type TraceMark } from './trace.ts';
import { requireObject, requireOctets } from './wrong-type.ts';

/** How a {@link ByteReader} treats what it meets. */
export interface ReaderOptions {
  /** Refuse every departure from the specification instead of collecting it in `warnings`. */
  readonly strict?: boolean | undefined;
  readonly trace?: ReadTrace | undefined;
  /** Bounds other than the defaults of `LIMITS`. */
  readonly limits?: Partial<Limits> | undefined;
}

/** Those of readers that only throw. */
const NO_ROWS: IssueRows = {};

/** A state of a reader to return to, see {@link ByteReader.mark}. */
export interface ReaderMark {
  readonly offset: number;
  readonly end: number;
  readonly warnings: number;
  readonly depth: number;
  readonly traced?: TraceMark | undefined;
}

/**
 * Reads octets in order and never past `end`. Views are handed out, nothing is copied. It collects `warnings` and
 * knows the path of the field being read, so every error says where it happened.
 */
export class ByteReader {
  /** The octets read: those of the input, but for a length that was mended. */
  bytes: Uint8Array;
  readonly #input: Uint8Array;
  readonly strict: boolean;
  readonly limits: Limits;
  readonly warnings: Issue[] = [];
  /** Position of the next octet. */
  offset = 0;
  /** Where the current bounded value, or the input, ends. */
  end: number;
  /** True when somebody watches: worth a look where a piece is told of for every message. */
  readonly isTraced: boolean;
  readonly #rows: IssueRows;
  readonly #trace: ReadTrace | undefined;
  readonly #path: (string | number)[] = [];

  /** @param rows - where its warnings have their clauses from: `ISSUE_CODES`, or those that can come up */
  constructor(bytes: Uint8Array, options: ReaderOptions = {}, rows: IssueRows = NO_ROWS) {
    this.bytes = requireOctets(bytes, 'bytes');
    this.#input = bytes;
    this.end = bytes.length;
    requireObject(options, 'options such as { strict }', 'options');
    this.strict = options.strict ?? false;
    this.limits = resolveLimits(options.limits);
    this.#rows = rows;
    this.#trace = options.trace;
    this.isTraced = options.trace !== undefined;
  }

  /** Octets before `end`. */
  get left(): number {
    return this.end - this.offset;
  }

  /** The next octet, which stays; -1 at the end. */
  peek(): number {
    return this.offset < this.end ? (this.bytes[this.offset] ?? -1) : -1;
  }

  /** @throws MmsError `bytes/truncated` */
  octet(): number {
    if (this.offset >= this.end) throw this.truncated(1);
    return this.bytes[this.offset++] ?? 0;
  }

  /**
   * A view of the next `length` octets.
   * @throws MmsError `bytes/truncated` before anything is allocated
   */
  view(length: number): Uint8Array {
    if (length > this.end - this.offset) throw this.truncated(length);
    const start = this.offset;
    this.offset = start + length;
    return this.#input.subarray(start, this.offset);
  }

  /**
   * Reads other octets at a place from now on: a length that fits for one that lies. Views stay those of the input.
   * @internal
   */
  mend(offset: number, octets: readonly number[]): void {
    if (this.bytes === this.#input) this.bytes = this.#input.slice();
    this.bytes.set(octets, offset);
  }

  /** @throws MmsError `bytes/truncated` */
  skip(length: number): void {
    if (length > this.end - this.offset) throw this.truncated(length);
    this.offset += length;
  }

  /**
   * Sets `end` so that just `length` octets can be read and returns the former `end` for {@link widen}.
   * @throws MmsError `wsp/length-overrun` when the enclosing value is shorter
   */
  narrow(length: number): number {
    if (length > this.end - this.offset) {
      throw this.error('wsp/length-overrun', `a length of ${length} octets where ${this.left} are left`);
    }
    const outerEnd = this.end;
    this.end = this.offset + length;
    return outerEnd;
  }

  /** Jumps to the end of the bounded value and returns to the enclosing one. */
  widen(outerEnd: number): void {
    this.offset = this.end;
    this.end = outerEnd;
  }

  /**
   * Begins a field: its name joins the path of errors and warnings, and the trace.
   * @param label its row, for the trace
   * @param start where it began, when its head has been read
   */
  enter(name: string | number, label?: FieldLabel, start?: number): void {
    this.#path.push(name);
    if (this.isTraced) this.#tellEntered(name, label, start ?? this.offset);
  }

  /** Ends the field begun last. */
  leave(value?: unknown): void {
    this.#path.pop();
    if (this.isTraced) this.#tellLeft(value);
  }

  // Apart, so that the engine inlines what calls them.
  #tellEntered(name: string | number, label: FieldLabel | undefined, start: number): void {
    this.#trace?.enter(name, start * 8, this.offset * 8, label);
  }

  #tellLeft(value: unknown): void {
    this.#trace?.leave(this.offset * 8, value);
  }

  /** Tells the trace what the octets from `start` on were, which have just been read. */
  piece(label: FieldLabel, start: number, value?: unknown, end?: number): void {
    this.#trace?.piece(label, start * 8, (end ?? this.offset) * 8, value);
  }

  /** Reads a value as a piece of the trace. */
  read<T>(name: string, codec: { decode(reader: ByteReader): T }): T {
    const start = this.offset;
    const value = codec.decode(this);
    if (this.isTraced) this.piece({ name }, start, value);
    return value;
  }

  /** The trace for a decoder that is given the octets from `start` on, whose warnings the caller passes on. */
  traceFrom(start: number): ReadTrace | undefined {
    if (this.#trace === undefined) return undefined;
    return { ...shiftedTrace(this.#trace, start), warn: () => {} };
  }

  /**
   * Reads the value of the field begun last; octets that are not of its form give the error instead of a value, and
   * the reader is back where it was. In strict mode, and beyond a bound, the error is thrown.
   */
  attempt<T>(codec: FieldLabel & { decode(reader: ByteReader): T }): T | MmsError {
    const { offset, end } = this;
    const warnings = this.warnings.length;
    const depth = this.#path.length;
    const traced = this.isTraced ? this.#trace?.mark() : undefined;
    try {
      const value = codec.decode(this);
      if (this.isTraced) this.piece(codec, offset, value);
      return value;
    } catch (error) {
      const tolerable = this.tolerable(error);
      this.reset({ offset, end, warnings, depth, traced });
      return tolerable;
    }
  }

  /** An error that costs one value and not the rest; in strict mode, and beyond a bound, it is thrown on. */
  tolerable(error: unknown): MmsError {
    if (!(error instanceof MmsError) || this.strict || error.code.includes('/too-')) throw error;
    return error;
  }

  mark(): ReaderMark {
    return {
      offset: this.offset,
      end: this.end,
      warnings: this.warnings.length,
      depth: this.#path.length,
      traced: this.#trace?.mark(),
    };
  }

  /** Goes back to a mark; fields left open since are closed without value. */
  reset(mark: ReaderMark): void {
    while (this.#path.length > mark.depth) this.leave();
    this.offset = mark.offset;
    this.end = mark.end;
    this.warnings.length = Math.min(this.warnings.length, mark.warnings);
    if (mark.traced !== undefined) this.#trace?.rewind(mark.traced);
  }

  /**
   * Notes a departure from the specification.
   * @param field - the name of a field that was just left, which ends the path
   * @throws MmsError of the same code in strict mode
   */
  warn(code: IssueCode, message: string, offset: number = this.offset, field?: string): void {
    if (!this.strict && this.warnings.length >= this.limits.maxWarnings) return;
    const path = formatPath(field === undefined ? this.#path : [...this.#path, field]);
    if (this.strict) throw new MmsError(code, message, { offset, path: path === '' ? undefined : path });
    const details = { offset, path: path === '' ? undefined : path };
    const warning = issueOf(this.#rows, code, message, details, 'warning');
    this.warnings.push(warning);
    if (this.#trace !== undefined) this.#trace.warn(warning);
  }

  /** An error at this place, to be thrown by the caller. */
  error(code: IssueCode, message: string, offset: number = this.offset, cause?: unknown): MmsError {
    return new MmsError(code, message, { offset, path: this.path === '' ? undefined : this.path, cause });
  }

  truncated(wanted: number): MmsError {
    return this.error('bytes/truncated', `expected ${wanted} more octets, found ${this.left}`);
  }

  /** The field being read, such as `parts[2].contentType`. */
  get path(): string {
    return formatPath(this.#path);
  }
}
