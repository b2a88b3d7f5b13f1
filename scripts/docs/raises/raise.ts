import type { IssueCode } from '../../../src/issues/index.ts';

/** An input that raises a code. */
export interface Raise {
  /** Command lines, run one after the other in a folder that holds the files: `mms …`, or `node …` for a program. */
  readonly run: string;
  /** Texts by their names; octets, where the ending is that of a binary file, as hexadecimal text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Codes that cannot but come along. */
  readonly besides?: readonly IssueCode[];
  /** A server that it asks: it is not run where there is none. */
  readonly needs?: 'postgres';
}

/** Raises of one room, by code. */
export type Raises = Readonly<Partial<Record<IssueCode, Raise>>>;

/** Files that stand in a table, and on a page, as hexadecimal text. */
export function isBinary(name: string): boolean {
  return /\.(?:mms|zip|gif|jpg|png|wbmp|mid|bin|amr|3gp|mmf|jar)$/.test(name);
}

/** A program that calls the library. Files stand beside it. */
export function program(code: string, files: Raise['files'] = {}): Raise {
  return { run: 'node raise.mjs', files: { ...files, 'raise.mjs': `${code.trim()}\n` } };
}
