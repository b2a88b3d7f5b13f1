import { unpackNumbers } from './packed-numbers.ts';

/** A column of a packed table: the value of a row. */
export type Column<T> = (row: number) => T;

/** One text a line; behind the last line, empty. */
export function textColumn(packed: string): Column<string> {
  const texts = packed.split('\n');
  return row => texts[row] ?? '';
}

/** Numbers of `packNumbers`, unpacked when the first is asked for; behind the last, 0. */
export function numberColumn(packed: string): Column<number> {
  let numbers: readonly number[] | undefined;
  return row => {
    numbers ??= unpackNumbers(packed);
    return numbers[row] ?? 0;
  };
}
