import type { ReaderOptions } from '../bytes/index.ts';
import { requireArray, requireObject } from '../bytes/index.ts';
import { type DecodedPart, type DecodedSms, decodeSms, decodeUdh } from '../sms/index.ts';
import { Warnings } from '../warnings.ts';
import { ISSUE_ROWS } from './issue-rows.ts';
import type { EmsItem, EmsTextFormat } from './items.ts';
import { type FormattedRun, type PlacedItem, placedItems } from './placed-items.ts';
import { isSameFormat } from './text-format.ts';

/** An EMS message as read: the items that `encodeEms` takes, and what `decodeSms` says beside. */
export type DecodedEms = DecodedSms & { readonly items: readonly EmsItem[] };

/**
 * Reads an EMS message from its TPDUs, given in any order. Elements that are no EMS, or of a form that is not assigned,
 * are kept as they are; what stands beyond the text of its part is moved to its end. Where runs of formatted text
 * overlap, the later one counts.
 * @throws MmsError as `decodeSms`
 * @example decodeEms(encodeEms(items, { to }).map(({ tpdu }) => tpdu)).items
 */
export function decodeEms(tpdus: readonly Uint8Array[], options: ReaderOptions = {}): DecodedEms {
  const message = decodeSms(tpdus, options);
  const warnings = new Warnings(ISSUE_ROWS, options.strict, [...message.warnings]);
  const items: EmsItem[] = [];
  message.parts.forEach((part, index) => {
    const following = message.parts
      .slice(index + 1)
      .flatMap(({ informationElements }) => informationElements);
    const text = part.text ?? '';
    const { placed, runs } = placedItems(part.informationElements, following, text.length, {
      warnings,
      path: `parts[${index}]`,
    });
    for (const item of inOrder(text, placed, runs)) push(items, item);
  });
  return { ...message, items, warnings: warnings.list };
}

/**
 * The items of one part, from its header and its text.
 * @throws MmsError as `decodeUdh`
 */
export function emsItems(userDataHeader: Uint8Array, text: string): EmsItem[] {
  const { elements } = decodeUdh(userDataHeader);
  const place = { warnings: new Warnings(ISSUE_ROWS), path: 'userDataHeader' };
  const { placed, runs } = placedItems(elements, [], text.length, place);
  return [...inOrder(text, placed, runs)];
}

/** Text of one format that was cut only between parts becomes one again. */
function push(items: EmsItem[], item: EmsItem): void {
  const last = items.at(-1);
  if (item.type === 'text' && last?.type === 'text' && isSameFormat(item.format, last.format)) {
    items[items.length - 1] = { ...last, text: last.text + item.text };
  } else items.push(item);
}

/** The text of a part, cut where an object stands or a format changes, and the objects between. */
function* inOrder(
  text: string,
  placed: readonly PlacedItem[],
  runs: readonly FormattedRun[],
): Generator<EmsItem> {
  const places = [
    ...placed.map(({ position }) => position),
    ...runs.flatMap(({ start, end }) => [start, end]),
  ];
  const cuts = [...new Set([0, ...places, text.length])].toSorted((a, b) => a - b);
  for (const [index, start] of cuts.entries()) {
    for (const { position, item } of placed) if (position === start) yield item;
    const end = cuts[index + 1] ?? start;
    const format = formatAt(start, runs);
    if (end > start)
      yield { type: 'text', text: text.slice(start, end), ...(format === undefined ? {} : { format }) };
  }
}

function formatAt(position: number, runs: readonly FormattedRun[]): EmsTextFormat | undefined {
  return runs.findLast(({ start, end }) => start <= position && position < end)?.format;
}

/** True for a part that has EMS in its header. */
export function hasEms(part: Pick<DecodedPart, 'informationElements'>): boolean {
  const { informationElements } = requireObject(part, 'a part', 'part');
  const elements = requireArray(informationElements, 'a list of elements', 'part.informationElements');
  return elements.some((element, index) => {
    const { id } = requireObject(element, 'an element', `part.informationElements[${index}]`);
    return id >= 0x0a && id <= 0x1a;
  });
}
