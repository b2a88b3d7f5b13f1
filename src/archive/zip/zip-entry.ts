import { MmsError } from '../../errors.ts';
import type { IssueCode } from '../../issues/index.ts';
import { shownName, shownPath } from '../entry-name.ts';

/** What the central directory says about an entry. */
export interface ZipEntry {
  /** Path with `/` between folders; that of a folder ends with one. */
  readonly name: string;
  /** The name as it stands in the archive. */
  readonly rawName: Uint8Array;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the local file header is. */
  readonly localOffset: number;
}

/** True for an entry that only names a folder. */
export function isFolder({ name }: Pick<ZipEntry, 'name'>): boolean {
  return name.endsWith('/');
}

/** The refusal of one entry; `message` continues its name. */
export function entryError(
  code: IssueCode,
  { name }: Pick<ZipEntry, 'name'>,
  message: string,
  {
    offset,
    cause,
    hint,
  }: { readonly offset?: number; readonly cause?: unknown; readonly hint?: string } = {},
): MmsError {
  return new MmsError(code, `the entry ${shownName(name)} ${message}`, {
    path: shownPath(name),
    offset,
    cause,
    hint,
  });
}
