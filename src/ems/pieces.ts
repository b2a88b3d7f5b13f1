import { MmsError } from '../errors.ts';
import type { InformationElement } from '../sms/index.ts';
import type { EmsItem, EmsTextFormat } from './items.ts';
import { elementOf } from './objects.ts';
import { formatElement, isSameFormat } from './text-format.ts';

/** Text of one format. */
export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly format: EmsTextFormat | undefined;
  readonly path: string;
}

/** An element that must stand whole in one part. */
export interface ElementPiece {
  readonly kind: 'element';
  /** The element for a place behind so many characters of its part. */
  readonly at: (position: number) => InformationElement;
  /** It is about what follows, and stands in the same part as that. */
  readonly isBoundToNext: boolean;
  readonly path: string;
}

/** What a message is laid out of. */
export type Piece = TextPiece | ElementPiece | { readonly kind: 'break' };

/**
 * Pieces of the items; texts that follow each other in one format become one.
 * @throws MmsError `ems/value`, `ems/picture-size`, `ems/melody-too-long` with the path of the item
 */
export function piecesOf(items: readonly EmsItem[]): Piece[] {
  const pieces: Piece[] = [];
  items.forEach((item, index) => {
    const piece = pieceOf(item, `items[${index}]`);
    const last = pieces.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text' && isSameFormat(last.format, piece.format)) {
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    } else if (piece.kind !== 'text' || piece.text !== '') pieces.push(piece);
  });
  return pieces;
}

/** Checks as far as the place in a part does not matter. */
function pieceOf(item: EmsItem, path: string): Piece {
  if (item.type === 'text') {
    const { text, format } = item;
    if (format !== undefined) formatElement(format, 0, 1, `${path}.format`);
    return { kind: 'text', text, format, path };
  }
  if (item.type === 'break') return { kind: 'break' };
  const at = elementMaker(item, path);
  at(0);
  const isBoundToNext = item.type === 'userPrompt' || item.type === 'distribution';
  return { kind: 'element', at, isBoundToNext, path };
}

function elementMaker(
  item: Exclude<EmsItem, { type: 'text' | 'break' }>,
  path: string,
): (position: number) => InformationElement {
  if (item.type === 'element') {
    const { id, data } = item;
    return () => ({ id, data });
  }
  if (item.type === 'format') {
    if ((item.length ?? 0) !== 0) {
      throw new MmsError('ems/value', 'expected a length of 0: a run of text has its format itself', {
        path: `${path}.length`,
      });
    }
    return position => formatElement(item, position, 0, path);
  }
  if (item.type === 'melody' && 'tune' in item) throw new TypeError('a tune is written as iMelody before');
  return position => elementOf(item, position, path);
}
