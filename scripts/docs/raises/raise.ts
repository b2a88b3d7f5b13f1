import type { IssueCode } from '../../../src/issues/index.ts';

/** An input that raises a code. */
export interface Raise {
  /** A command line, run in a folder that holds the files. */
  readonly run: string;
  /** Texts by their names; octets, where the ending is that of a binary file, as hexadecimal text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Codes that cannot but come along. */
  readonly besides?: readonly IssueCode[];
}

/** Files that stand in a table, and on a page, as hexadecimal text. */
export function isBinary(name: string): boolean {
  return /\.(?:mms|zip|gif|jpg|png|mid|bin|amr|3gp|jar)$/.test(name);
}
