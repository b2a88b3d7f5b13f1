import type { PresentationPart } from './part.ts';

/** One kind of name that a part may go by. */
export type NamesOf = (part: PresentationPart) => readonly unknown[];

/** Content-ID without its brackets or quotation marks. */
export function bareContentId(contentId: string): string {
  return contentId.replace(/^[<"]+|[>"]+$/g, '');
}

export const byContentId: NamesOf = ({ contentId }) =>
  contentId === undefined ? [] : [bareContentId(contentId)];
export const byContentLocation: NamesOf = ({ contentLocation }) => [contentLocation];
/** The names that the part states: of its Content-Type, then of its Content-Disposition. */
export const byStatedName: NamesOf = part => [part.parameters['name'], ...fileNames(part)];
/** The file name that we gave it. */
export const byFileName: NamesOf = ({ name }) => [name];

function fileNames({ parameters, headers = [] }: PresentationPart): unknown[] {
  const disposition = headers.find(header => 'name' in header && header.name === 'Content-Disposition');
  const value = disposition !== undefined && 'value' in disposition ? disposition.value : undefined;
  const isDisposition = typeof value === 'object' && 'disposition' in value;
  return [parameters['filename'], isDisposition ? value.parameters['filename'] : undefined];
}

/** The first part of a wanted name; a kind of name counts for all parts before the next kind for any. */
export function findPart(
  parts: readonly PresentationPart[],
  kinds: readonly NamesOf[],
  isWanted: (name: string) => boolean,
): PresentationPart | undefined {
  for (const namesOf of kinds) {
    const found = parts.find(part => namesOf(part).some(name => typeof name === 'string' && isWanted(name)));
    if (found !== undefined) return found;
  }
  return undefined;
}
