import type { Issue } from '../issues/index.ts';

/** What the tables say of a field, for whoever shows it: the row of a field, or the codec of a value form. */
export interface FieldLabel {
  /** The specification's name. */
  readonly name: string;
  readonly clause?: string | undefined;
  /** What begins the field: its number or name. */
  readonly head?: string | undefined;
}

/** A state of a {@link ReadTrace} to return to. */
export interface TraceMark {
  readonly fields: number;
  readonly warnings: number;
}

/**
 * Receives every field that a reader enters and leaves; the inspector builds its tree from this. All positions are in
 * bits from the start of the input.
 */
export interface ReadTrace {
  /**
   * `name` is a field's key, or the position of an element in a list. What lies between `start` and `at` has been read
   * before and is the field's head.
   */
  enter(name: string | number, start: number, at: number, label?: FieldLabel): void;
  leave(end: number, value: unknown): void;
  /** Something that was just read; the fields since `start` are parts of it. */
  piece(label: FieldLabel, start: number, end: number, value: unknown): void;
  /** A departure met in the field entered last, or, when that is the one its path names, in the one left last. */
  warn(issue: Issue): void;
  mark(): TraceMark;
  /** Forgets what came since the mark: it will be read again. */
  rewind(mark: TraceMark): void;
}

/** A trace for the decoder of octets that begin at octet `octets` of the input of `trace`. */
export function shiftedTrace(trace: ReadTrace, octets: number): ReadTrace {
  const base = octets * 8;
  return {
    enter: (name, start, at, label) => trace.enter(name, start + base, at + base, label),
    leave: (end, value) => trace.leave(end + base, value),
    piece: (label, start, end, value) => trace.piece(label, start + base, end + base, value),
    warn: ({ offset, ...issue }) =>
      trace.warn(offset === undefined ? issue : { ...issue, offset: offset + octets }),
    mark: () => trace.mark(),
    rewind: mark => trace.rewind(mark),
  };
}
