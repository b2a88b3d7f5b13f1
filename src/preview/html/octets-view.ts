import { fieldTree, type Html, html, inspect, numbered } from '../../inspect/index.ts';
import { type PresentationPart, textOf } from '../../message/index.ts';
import { encodeUtf8 } from '../../text/index.ts';
import { base64, type PageMedium } from './media.ts';
import type { PreviewContext } from './phone-view.ts';

/** Shorter texts stand in the page a second time. */
const LONG_TEXT = 2000;

/**
 * The fields of a message, and what its octets are made of: the script draws them from the one copy that the page has
 * of each medium.
 * @param phones the part of the page that shows the texts
 */
export function octetsView(bytes: Uint8Array, context: PreviewContext, phones: Html): Html {
  return html`<div class="panes" data-pieces="${piecesOf(bytes, context, phones)}"><div class="octets" role="region" aria-label="Octets" tabindex="0"></div><div class="fields">${fieldTree(numbered(inspect(bytes), 0))}</div></div>`;
}

/** `#ID` for the octets of a medium, `=ID` for those of a text in UTF-8, else octets in base64. */
function piecesOf(bytes: Uint8Array, { presentation, media }: PreviewContext, phones: Html): Html {
  const placed = presentation.parts
    .flatMap(part => {
      const name = referenceTo(part, media.of(part), phones);
      return name === undefined ? [] : [{ name, start: part.data.byteOffset - bytes.byteOffset, part }];
    })
    .filter(({ part }) => part.data.buffer === bytes.buffer)
    .toSorted((a, b) => a.start - b.start);
  let at = 0;
  const pieces: Html[] = [];
  for (const { name, start, part } of placed) {
    pieces.push(html`${base64(bytes.subarray(at, start))} ${name} `);
    at = start + part.data.length;
  }
  return html`${pieces}${base64(bytes.subarray(at))}`;
}

function referenceTo(part: PresentationPart, medium: PageMedium, phones: Html): string | undefined {
  if (part.kind === 'text')
    return isWhole(part) && String(phones).includes(textMark(medium)) ? `=${medium.id}` : undefined;
  return part.kind === 'smil' ? undefined : `#${medium.id}`;
}

/** What marks the elements of the page that hold a text. */
function textMark({ id }: PageMedium): string {
  return `data-text="${id}"`;
}

/** True for a text that the page holds so that its octets follow from it. */
function isWhole(part: PresentationPart): boolean {
  if (part.data.length < LONG_TEXT) return false;
  const { text } = textOf(part);
  if (text.includes('\0')) return false;
  const octets = encodeUtf8(text);
  return octets.length === part.data.length && octets.every((octet, index) => octet === part.data[index]);
}
