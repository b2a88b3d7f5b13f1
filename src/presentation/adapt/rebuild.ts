import { extensionOf, formatOfType, mediaKind, namesOfType, partNamer } from '../../media/index.ts';
import { type FoundPart, type PresentationPart, partByRule, partFinder } from '../../message/index.ts';
import { completeSmil, formatSmil, type Smil, type SmilMedium } from '../../smil/index.ts';
import { encodeUtf8 } from '../../text/index.ts';
import type { PresentationContent, PresentationSmil } from '../content.ts';
import type { PreparedPart } from './prepare-part.ts';

/** Parts after adapting, by the part that they come from; a part that was left out has none. */
export type Replacements = ReadonlyMap<PresentationPart, PresentationPart | undefined>;

/** The parts that come of the prepared ones; whose type changed gets a name to match. */
export function replaceParts(prepared: readonly PreparedPart[]): Replacements {
  const kept = prepared.filter(({ part, result }) => result && isSameType(part, result.contentType));
  const safeName = partNamer(kept.map(({ part }) => part.name));
  const replacements = new Map<PresentationPart, PresentationPart | undefined>();
  for (const { part, result } of prepared) {
    if (result === undefined) replacements.set(part, undefined);
    else if (isSameType(part, result.contentType)) replacements.set(part, withContent(part, result));
    else {
      const { name } = safeName(withExtension(part.name, result.contentType));
      const { contentType, data, charset } = result;
      replacements.set(part, partByRule({ name, kind: mediaKind(contentType), contentType, charset, data }));
    }
  }
  return replacements;
}

type Result = NonNullable<PreparedPart['result']>;

/** By whatever name: the part keeps its own. */
function isSameType(part: PresentationPart, contentType: string): boolean {
  return namesOfType(part.contentType).includes(contentType.toLowerCase());
}

function withContent(part: PresentationPart, { data, contentType, charset }: Result): PresentationPart {
  if (data === part.data && contentType === part.contentType) return part;
  return {
    ...part,
    data,
    contentType,
    parameters: charset === undefined ? part.parameters : { ...part.parameters, charset },
  };
}

function withExtension(name: string, contentType: string): string {
  const extension = formatOfType(contentType)?.extensions[0];
  const old = extensionOf(name);
  const stem = old === '' ? name : name.slice(0, -old.length - 1);
  return extension === undefined ? name : `${stem}.${extension}`;
}

/** The message with its parts replaced; the SMIL document follows, and goes when no slide is left. */
export function rebuild(content: PresentationContent, replacements: Replacements): PresentationContent {
  const parts = content.parts.flatMap(part => replacements.get(part) ?? []);
  const { smil: before } = content;
  if (before === undefined) return { ...content, parts };
  const smil = rebuildSmil(before, content.parts, replacements);
  const others = parts.filter(part => part !== before.part);
  if (smil === undefined) return { ...content, parts: others, smil: undefined, contentType: undefined };
  return { ...content, parts: parts.map(part => (part === before.part ? smil.part : part)), smil };
}

function rebuildSmil(
  smil: PresentationSmil,
  parts: readonly PresentationPart[],
  replacements: Replacements,
): PresentationSmil | undefined {
  const moved = [...replacements].some(([before, after]) => before.name !== after?.name);
  if (!moved) return smil;
  const find = partFinder(parts);
  const slides = smil.document.slides
    .map(slide => ({ ...slide, media: showWhatIsLeft(slide.media, find, replacements) }))
    .filter(({ media }) => media.length > 0);
  if (slides.length === 0) return undefined;
  const document: Smil = completeSmil({ ...smil.document, slides });
  const text = formatSmil(document);
  return { document, text, part: { ...smil.part, data: encodeUtf8(text) } };
}

/** A text that stands for a sound is shown, unless the slide has a text of its own. */
function showWhatIsLeft(
  media: readonly SmilMedium[],
  find: (src: string) => FoundPart<PresentationPart> | undefined,
  replacements: Replacements,
): SmilMedium[] {
  let textTaken = media.some(({ element }) => element === 'text');
  return media.flatMap(medium => {
    const before = find(medium.src)?.part;
    if (before === undefined) return [];
    const after = replacements.get(before);
    if (after === undefined) return [];
    if (after.name === before.name) return [medium];
    const src = /^cid:/i.test(medium.src) ? `cid:${after.name}` : after.name;
    if (after.kind !== 'text' || medium.element === 'text') return [{ ...medium, src }];
    if (textTaken) return [];
    textTaken = true;
    const { region: _region, ...rest } = medium;
    return [{ ...rest, element: 'text' as const, src }];
  });
}
