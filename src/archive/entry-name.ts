import { requireArray, requireObject, requireOctets, requireText } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { ARCHIVE_ISSUES, type Issue, type IssueCode, issueOf } from '../issues/index.ts';
import { hiddenNameReason, MAX_FILE_NAME_LENGTH, printable, unsafeNameReason } from '../text/index.ts';
import type { BundleEntry } from './bundle.ts';

/** Longest path; several systems stop at 1024. */
const MAX_PATH_LENGTH = 1000;
const MAX_SHOWN = 3;

/**
 * Why a path (separated by `/`) points out of the folder that it is meant for, as the end of a sentence; `undefined`
 * when it stays inside.
 */
export function escapeReason(path: string): string | undefined {
  if (path.startsWith('/')) return 'is an absolute path';
  if (/^[A-Za-z]:/.test(path)) return 'begins with a drive letter';
  return path.split('/').includes('..') ? 'leaves its folder by ".."' : undefined;
}

/**
 * Why a path (separated by `/`) is unsafe on some file system or misleads a reader, as the end of a sentence;
 * `undefined` for a path that is safe everywhere.
 */
export function unsafeReason(path: string): string | undefined {
  if (path.length > MAX_PATH_LENGTH) return `has ${path.length} characters, allowed ${MAX_PATH_LENGTH}`;
  return reasonOfSegment(path, unsafeNameReason);
}

/** Why a file would not be read again, as the end of a sentence: hidden, or left by an operating system. */
function hiddenReason(path: string): string | undefined {
  return reasonOfSegment(path, hiddenNameReason);
}

/** True for hidden files and those that an operating system leaves in a folder: they are never media. */
export function isJunk(path: string): boolean {
  return hiddenReason(path) !== undefined;
}

function reasonOfSegment(path: string, of: (name: string) => string | undefined): string | undefined {
  for (const segment of path.split('/')) {
    const reason = of(segment);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Equal for names that some file system takes for the same. */
export function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The codes that {@link refuseEntries} raises by. */
export interface EntryCodes {
  readonly unsafe: IssueCode;
  readonly duplicate: IssueCode;
}

/**
 * Makes sure that files can be written and read again: names safe, none hidden, all different.
 * @throws MmsError of either code
 */
export function refuseEntries(entries: readonly BundleEntry[], codes: EntryCodes): void {
  const taken = new Set<string>();
  for (const [index, entry] of requireArray(entries, 'a list of files', 'entries').entries()) {
    const { name, data } = requireObject(entry, 'a file such as { name, data }', `entries[${index}]`);
    requireText(name, 'a file name', `entries[${index}].name`);
    requireOctets(data, `entries[${index}].data`);
    const reason = escapeReason(name) ?? unsafeReason(name) ?? hiddenReason(name);
    if (reason !== undefined) throw nameError(codes.unsafe, name, reason);
    const key = nameKey(name);
    if (taken.has(key)) throw nameError(codes.duplicate, name, 'is there twice');
    taken.add(key);
  }
}

function nameError(code: IssueCode, name: string, reason: string): MmsError {
  return new MmsError(code, `the name ${shownName(name)} ${reason}`, { path: shownPath(name) });
}

/** A name from outside as a path in a finding: escaped and cut. */
export function shownPath(name: string): string {
  return `${printable(name.slice(0, MAX_FILE_NAME_LENGTH))}${name.length > MAX_FILE_NAME_LENGTH ? '…' : ''}`;
}

/** A name from outside for a message: as {@link shownPath}, in quotes. */
export function shownName(name: string): string {
  return `"${shownPath(name)}"`;
}

/** One finding about all files that were passed over; none when there were none. */
export function junkIssues(code: keyof typeof ARCHIVE_ISSUES, names: readonly string[]): Issue[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MAX_SHOWN).map(shownName).join(', ');
  const more = names.length > MAX_SHOWN ? ` and ${names.length - MAX_SHOWN} more` : '';
  return [issueOf(ARCHIVE_ISSUES, code, `ignored ${shown}${more}`)];
}
