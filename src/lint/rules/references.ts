import { parseSrc, type SmilMedium } from '../../smil/index.ts';
import { printable } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintFinding, LintRule } from '../rule.ts';
import { type ContextPart, nameOf, type ShownMedium } from '../subject.ts';

/** A finding at each `src` that the test gives a message for; nothing is shown of a document that is judged alone. */
function eachShown({ shown }: LintContext, judge: (shown: ShownMedium) => string | undefined): LintFinding[] {
  const found: LintFinding[] = [];
  for (const each of shown) {
    const message = judge(each);
    const { path, place } = each.reference;
    if (message !== undefined) found.push({ message, path, ...place });
  }
  return found;
}

function unreferenced({ document, parts = [], shown }: LintContext): LintFinding[] {
  if (document === undefined) return [];
  const used = new Set(shown.map(({ part }) => part));
  return parts
    .filter(part => !used.has(part))
    .map(part => ({
      message: `no slide shows ${printable(nameOf(part))}`,
      path: part.path,
      ...(hasElement(part) ? {} : { severity: 'info' as const }),
    }));
}

/** A card or an application has no element that would show it. */
function hasElement({ kind }: ContextPart): boolean {
  return kind === 'image' || kind === 'video' || kind === 'audio' || kind === 'text';
}

const KIND_OF_ELEMENT: Readonly<Record<SmilMedium['element'], ContextPart['kind'] | undefined>> = {
  img: 'image',
  text: 'text',
  audio: 'audio',
  video: 'video',
  ref: undefined,
};

function elementMismatch({ medium, part }: ShownMedium): string | undefined {
  if (part === undefined || part.kind === 'drm' || part.contentType === 'application/octet-stream') {
    return undefined;
  }
  const expected = KIND_OF_ELEMENT[medium.element];
  const fits = expected === undefined ? part.kind !== 'smil' : part.kind === expected;
  return fits
    ? undefined
    : `<${medium.element}> shows ${printable(nameOf(part))}, which is ${part.contentType}`;
}

export const REFERENCE_RULES: readonly LintRule[] = [
  {
    code: 'ref/unresolved',
    check: context =>
      eachShown(context, ({ part, reference: { src } }) =>
        part === undefined && parseSrc(src) !== undefined ? `no part for "${printable(src)}"` : undefined,
      ),
  },
  {
    code: 'ref/case-mismatch',
    check: context =>
      eachShown(context, ({ part, exact, reference: { src } }) =>
        part === undefined || exact
          ? undefined
          : `"${printable(src)}" is called "${printable(nameOf(part))}"`,
      ),
  },
  { code: 'ref/unreferenced', check: unreferenced },
  { code: 'media/element-mismatch', check: context => eachShown(context, elementMismatch) },
];
