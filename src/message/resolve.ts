import { mediaKind } from '../media/index.ts';
import { parseSrc } from '../smil/index.ts';
import type { Parameters } from '../wsp/index.ts';
import type { MessagePart } from './part.ts';

type NamedPart = Omit<MessagePart, 'data'>;

/** One kind of name that a part may go by. */
type NamesOf = (part: NamedPart) => readonly unknown[];

const byContentId: NamesOf = ({ contentId }) => (contentId === undefined ? [] : [bareContentId(contentId)]);
/** As it stands, and as the reference to the part that it is. */
const byContentLocation: NamesOf = ({ contentLocation }) =>
  contentLocation === undefined ? [] : [contentLocation, parseSrc(contentLocation)?.name];
/** The names that the part states: of its Content-Type, then of its Content-Disposition. */
const byStatedName: NamesOf = part => [part.parameters['name'], ...fileNames(part)];
/** The file name that we gave it. */
const byFileName: NamesOf = ({ name }) => [name];

/** What `cid:` looks at, in this order. */
const CID_KINDS = [byContentId, byContentLocation, byStatedName, byFileName];
/** What any other `src` looks at. */
const SRC_KINDS = [byContentLocation, byStatedName, byContentId, byFileName];

function fileNames({ parameters, headers = [] }: NamedPart): unknown[] {
  const disposition = headers.find(header => 'name' in header && header.name === 'Content-Disposition');
  const value = disposition !== undefined && 'value' in disposition ? disposition.value : undefined;
  const isDisposition = typeof value === 'object' && 'disposition' in value;
  return [parameters['filename'], isDisposition ? value.parameters['filename'] : undefined];
}

/** Content-ID without its brackets or quotation marks. */
function bareContentId(contentId: string): string {
  let start = 0;
  let end = contentId.length;
  while (start < end && '<"'.includes(contentId.charAt(start))) start++;
  while (end > start && '>"'.includes(contentId.charAt(end - 1))) end--;
  return contentId.slice(start, end);
}

/** The names by which receivers find a part, the one that it is called by first. */
export function partNames(part: NamedPart): string[] {
  const names = [part.contentLocation, ...byStatedName(part), ...byContentId(part)];
  return names.filter(name => typeof name === 'string' && name !== '').map(String);
}

/** By this two names are the same: an accent may stand beside its letter or in it (Unicode normal form C). */
export function nameKey(name: string): string {
  return name.normalize('NFC');
}

/** By this two names differ in case at most. */
export function foldedNameKey(name: string): string {
  return nameKey(name).toLowerCase();
}

/** The part of a `src`. */
export interface FoundPart<Part extends NamedPart> {
  readonly part: Part;
  /** The name is the same to the letter, not in another case. */
  readonly exact: boolean;
}

/**
 * Finds the parts that the `src` of a SMIL document name: for `cid:` by Content-ID, Content-Location, name, else by
 * Content-Location, name (of the Content-Type, then of the Content-Disposition), Content-ID; exactly, then without
 * regard to case. A kind of name counts for all parts before the next kind for any. There is none for a `src` that
 * leaves the message.
 */
export function partFinder<Part extends NamedPart>(
  parts: readonly Part[],
): (src: string) => FoundPart<Part> | undefined {
  const byName = nameIndex(parts, nameKey);
  const byFoldedName = nameIndex(parts, foldedNameKey);
  return src => {
    const target = parseSrc(src);
    if (target === undefined) return undefined;
    const kinds = target.cid ? CID_KINDS : SRC_KINDS;
    const exact = byName(kinds, target.name);
    if (exact !== undefined) return { part: exact, exact: true };
    const similar = byFoldedName(kinds, target.name);
    return similar && { part: similar, exact: false };
  };
}

/** Finds the first part of a name by the first kind that has it; the names of a kind are read when they are first asked for. */
function nameIndex<Part extends NamedPart>(
  parts: readonly Part[],
  keyOf: (name: string) => string,
): (kinds: readonly NamesOf[], name: string) => Part | undefined {
  const byKind = new Map<NamesOf, ReadonlyMap<string, Part>>();
  return (kinds, name) => {
    const key = keyOf(name);
    for (const kind of kinds) {
      const byKey = byKind.get(kind) ?? firstByKey(parts, kind, keyOf);
      byKind.set(kind, byKey);
      const part = byKey.get(key);
      if (part !== undefined) return part;
    }
    return undefined;
  };
}

function firstByKey<Part extends NamedPart>(
  parts: readonly Part[],
  namesOf: NamesOf,
  keyOf: (name: string) => string,
): Map<string, Part> {
  const byKey = new Map<string, Part>();
  for (const part of parts) {
    for (const name of namesOf(part)) {
      if (typeof name !== 'string') continue;
      const key = keyOf(name);
      if (!byKey.has(key)) byKey.set(key, part);
    }
  }
  return byKey;
}

/** The presentation of a message: the SMIL part that the `start` of its Content-Type names, else the first one. */
export function rootPart<Part extends NamedPart>(
  parts: readonly Part[],
  contentType: { readonly parameters?: Parameters | undefined } = {},
): Part | undefined {
  const documents = parts.filter(part => mediaKind(part.contentType) === 'smil');
  const start = contentType.parameters?.['start'];
  const wanted = typeof start === 'string' ? bareContentId(start) : '';
  return (wanted === '' ? undefined : nameIndex(documents, nameKey)(CID_KINDS, wanted)) ?? documents[0];
}
