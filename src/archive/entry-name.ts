import { requireArray, requireObject, requireOctets, requireText } from '../bytes/index.ts';
import { MmsError } from '../errors.ts';
import { type Issue, type IssueCode, issue } from '../issues/index.ts';
import { printable } from '../text/index.ts';
import type { BundleEntry } from './bundle.ts';

/** Longest name of a file or folder; common file systems take 255 octets, which 100 characters may need. */
const MAX_SEGMENT_LENGTH = 100;
/** Longest path; several systems stop at 1024. */
const MAX_PATH_LENGTH = 1000;
const MAX_SHOWN = 3;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const RESERVED_CHARACTER = /[\\<>:"|?*]/;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$) *(?:\.|$)/i;

const HIDDEN = /^\.[^.]/;
const JUNK_NAMES: ReadonlySet<string> = new Set([
  '__macosx',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
]);

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
  for (const segment of path.split('/')) {
    const reason = unsafeSegmentReason(segment);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function unsafeSegmentReason(segment: string): string | undefined {
  if (segment === '') return 'has a part without name';
  if (segment === '.' || segment === '..') return `has the part "${segment}"`;
  if (segment.length > MAX_SEGMENT_LENGTH) {
    return `has a part of ${segment.length} characters, allowed ${MAX_SEGMENT_LENGTH}`;
  }
  if (INVISIBLE.test(segment)) return 'has a control or format character';
  const reserved = RESERVED_CHARACTER.exec(segment);
  if (reserved !== null) return `has the reserved character ${reserved[0]}`;
  if (/[. ]$/.test(segment)) return 'has a part that ends with a dot or blank';
  return DEVICE.test(segment) ? 'is the name of a device' : undefined;
}

/** True for hidden files and those that an operating system leaves in a folder: they are never media. */
export function isJunk(path: string): boolean {
  return path.split('/').some(segment => HIDDEN.test(segment) || JUNK_NAMES.has(segment.toLowerCase()));
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

function hiddenReason(name: string): string | undefined {
  return isJunk(name) ? 'would be passed over as a hidden file' : undefined;
}

function nameError(code: IssueCode, name: string, reason: string): MmsError {
  return new MmsError(code, `the name ${shownName(name)} ${reason}`, { path: shownPath(name) });
}

/** A name from outside as a path in a finding: escaped and cut. */
export function shownPath(name: string): string {
  return `${printable(name.slice(0, MAX_SEGMENT_LENGTH))}${name.length > MAX_SEGMENT_LENGTH ? '…' : ''}`;
}

/** A name from outside for a message: as {@link shownPath}, in quotes. */
export function shownName(name: string): string {
  return `"${shownPath(name)}"`;
}

/** One finding about all files that were passed over; none when there were none. */
export function junkIssues(code: IssueCode, names: readonly string[]): Issue[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MAX_SHOWN).map(shownName).join(', ');
  const more = names.length > MAX_SHOWN ? ` and ${names.length - MAX_SHOWN} more` : '';
  return [issue(code, `ignored ${shown}${more}`)];
}
