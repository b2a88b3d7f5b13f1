import { isMmsError, MmsError, refuseErrors } from '../../errors.ts';
import { type Issue, type IssueCode, issue } from '../../issues/index.ts';
import { type MediaKind, partNamer } from '../../media/index.ts';
import { type PresentationPart, SMIL_CONTENT_ID, smilPart, textOf } from '../../message/index.ts';
import {
  completeSmil,
  formatSmil,
  isMendedByCompletion,
  mapSources,
  type ParsedSmil,
  parseSmil,
  type Smil,
} from '../../smil/index.ts';
import { encodeUtf8, printable } from '../../text/index.ts';
import type { Asset } from '../asset.ts';
import type { PresentationContent, PresentationSmil } from '../content.ts';
import { contentTypeOf } from '../content-type.ts';
import { type AuthoredDraft, isPlace } from '../draft.ts';
import { PartShelf } from './part-shelf.ts';
import { resolveReferences } from './references.ts';
import { durations, partOf } from './slide-draft.ts';

/**
 * Makes the parts of an authored message: the document first, then the media in the order of their first use, then the
 * files that it does not name. Head, layout, regions and durations that the document lacks are completed, `src` follow
 * the parts' names.
 * @throws MmsError `smil/not-well-formed`, `ref/unresolved` and others, all findings in `details.issues`
 */
export async function assembleAuthored(draft: AuthoredDraft): Promise<PresentationContent> {
  const file = draft.document.name;
  const parsed = parse(draft);
  if (parsed instanceof MmsError) return keepUnread(draft, parsed);
  const resolved = resolveReferences(parsed, file, draft.assets);
  const found = parsed.issues.map(entry => judged({ ...entry, file }, draft.verbatim));
  const name = partNamer()(file);
  const named = name.issues.map(entry => ({ ...entry, file }));
  const { parts, partBySrc, issues: shelved } = await shelve(draft, name.name, resolved.bySrc);
  const issues = [...draft.issues, ...found, ...resolved.issues, ...named, ...shelved];
  refuseErrors(issues);
  const context = { draft, name: name.name, partBySrc, parts };
  const smil = draft.verbatim ? keepDocument(context, parsed.smil) : completeDocument(context, parsed.smil);
  const located = draft.verbatim ? locatedParts(parts, partBySrc) : parts;
  return { parts: [smil.part, ...located], smil, headers: draft.headers, issues };
}

/** Octet by octet means even a document that cannot be read; else the error is thrown. */
function parse({ document, verbatim }: AuthoredDraft): ParsedSmil | MmsError {
  try {
    return parseSmil(document.data);
  } catch (error) {
    if (verbatim && isMmsError(error)) return error;
    throw error;
  }
}

/** Nobody knows which files the document names: they all follow it. */
async function keepUnread(draft: AuthoredDraft, error: MmsError): Promise<PresentationContent> {
  const file = draft.document.name;
  const { name } = partNamer()(file);
  const { parts, issues } = await shelve({ ...draft, unreferenced: undefined }, name, new Map());
  const document = smilPart(name, draft.document.data);
  const unread = issue(error.code, error.message, { file, severity: 'warning' });
  const others = issues.filter(({ code }) => code !== 'ref/unreferenced');
  return {
    parts: [document, ...parts],
    contentType: contentTypeOf(document),
    headers: draft.headers,
    issues: [...draft.issues, unread, ...others],
  };
}

interface Shelved {
  readonly parts: readonly PresentationPart[];
  readonly partBySrc: ReadonlyMap<string, PresentationPart>;
  readonly issues: readonly Issue[];
}

/** Parts in the order of their first use, then what the document does not name. */
async function shelve(
  { assets, unreferenced: fate, metadata }: AuthoredDraft,
  documentName: string,
  bySrc: ReadonlyMap<string, Asset>,
): Promise<Shelved> {
  const shelf = new PartShelf([documentName, SMIL_CONTENT_ID.slice(1, -1)], metadata);
  const partBySrc = new Map<string, PresentationPart>();
  for (const [src, asset] of bySrc) partBySrc.set(src, await shelf.add(asset));
  const shown = new Set(bySrc.values());
  const aside: Issue[] = [];
  for (const asset of assets.filter(one => !shown.has(one))) {
    const part = fate === 'drop' ? undefined : await shelf.add(asset);
    aside.push(unreferenced(asset, part?.kind));
  }
  return { parts: shelf.parts, partBySrc, issues: [...shelf.issues, ...aside] };
}

/** Completion writes the names of the parts, which every receiver leaves alone. */
function isMended(code: IssueCode): boolean {
  return isMendedByCompletion(code) || code === 'ref/non-ascii' || code === 'ref/unsafe-chars';
}

/** What completion mends is not an error; a document kept octet by octet is the author's affair, save that its parts exist. */
function judged(found: Issue, verbatim: boolean): Issue {
  if (!verbatim) return isMended(found.code) ? { ...found, fixed: true } : found;
  return found.severity === 'error' && !found.code.startsWith('ref/')
    ? { ...found, severity: 'warning' }
    : found;
}

interface Context {
  readonly draft: AuthoredDraft;
  readonly name: string;
  readonly partBySrc: ReadonlyMap<string, PresentationPart>;
  readonly parts: readonly PresentationPart[];
}

function completeDocument({ draft, name, partBySrc, parts }: Context, authored: Smil): PresentationSmil {
  const renamed = mapSources(authored, src => {
    const partName = partBySrc.get(src)?.name ?? src;
    return /^cid:/i.test(src) ? `cid:${partName}` : partName;
  });
  const document = completeSmil(renamed, {
    layout: draft.layout,
    slideDurationMs: draft.slideDurationMs,
    kindOf: src => {
      const kind = partOf(src, parts)?.kind;
      return isPlace(kind) ? kind : undefined;
    },
    mediaDurationMs: durations(parts),
  });
  const text = formatSmil(document);
  return { document, text, part: smilPart(name, encodeUtf8(text)) };
}

function keepDocument({ draft, name }: Context, document: Smil): PresentationSmil {
  const part = smilPart(name, draft.document.data);
  return { document, text: textOf(part).text, part };
}

/** Parts that a document kept octet by octet finds by the names that it uses. */
function locatedParts(
  parts: readonly PresentationPart[],
  partBySrc: ReadonlyMap<string, PresentationPart>,
): PresentationPart[] {
  return parts.map(part => {
    const [src] = [...partBySrc].find(([, other]) => other === part) ?? [];
    if (src === undefined) return part;
    const location = src.replace(/^cid:/i, '');
    return { ...part, contentId: `<${location}>`, contentLocation: location };
  });
}

/** Cards and the like have no SMIL element, so that they stand aside is no surprise. */
function unreferenced({ name }: Asset, kind: MediaKind | undefined): Issue {
  const isExpected = kind !== undefined && !isPlace(kind);
  const effect = kind === undefined ? 'was dropped' : 'is sent as an attachment';
  return issue('ref/unreferenced', `${printable(name)}: no slide shows it; it ${effect}`, {
    severity: isExpected ? 'info' : 'warning',
    file: name,
  });
}
