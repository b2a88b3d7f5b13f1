import {
  type DecodedInformationElement,
  type ElementValue,
  INFORMATION_ELEMENTS,
  type InformationElement,
} from '../sms/index.ts';
import type { Warnings } from '../warnings.ts';
import { objectsOf } from './distribution.ts';
import type { EmsItem, EmsTextFormat } from './items.ts';
import { itemOf } from './objects.ts';
import { formatOf } from './text-format.ts';

/** An item and how many characters of its part stand before it. */
export interface PlacedItem {
  readonly position: number;
  readonly item: EmsItem;
}

/** Characters [start, end) of a part, and how they look. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  readonly format: EmsTextFormat;
}

interface Place {
  readonly warnings: Warnings;
  readonly path: string;
}

const KEYS: ReadonlyMap<number, string> = new Map(INFORMATION_ELEMENTS.map(({ id, key }) => [id, key]));

/** Elements of the transport, which are not items of the message. */
const TRANSPORT: readonly (string | undefined)[] = [
  'concatenation8',
  'concatenation16',
  'ports8',
  'ports16',
  'singleShift',
  'lockingShift',
];

/** What the elements of a part of `length` characters say; those of the parts after it are `following`. */
export function placedItems(
  elements: readonly DecodedInformationElement[],
  following: readonly InformationElement[],
  length: number,
  place: Place,
): { readonly placed: readonly PlacedItem[]; readonly runs: readonly FormattedRun[] } {
  const unplaced: { readonly start: number | undefined; readonly item: EmsItem }[] = [];
  const runs: FormattedRun[] = [];
  for (const [index, element] of elements.entries()) {
    const key = KEYS.get(element.id);
    if (TRANSPORT.includes(key)) continue;
    const start = within(positionOf(element.value), length, place);
    const run = runOf(key, element.value, start, length, place);
    if (run !== undefined) runs.push(run);
    else {
      const rest = [...elements.slice(index + 1), ...following];
      unplaced.push({ start, item: itemFrom(element, key, rest, place) });
    }
  }
  return { placed: withPositions(unplaced, length), runs };
}

/** What has no position stands before what follows; without that, what is about the next part stands at the end. */
function withPositions(
  items: readonly { readonly start: number | undefined; readonly item: EmsItem }[],
  length: number,
): PlacedItem[] {
  const last = items.findLast(({ start }) => start !== undefined)?.start ?? 0;
  return items.map(({ start, item }, index) => {
    const next = items.slice(index).find(other => other.start !== undefined)?.start;
    const position = start ?? next ?? (item.type === 'element' ? last : length);
    return { position, item };
  });
}

function positionOf(value: ElementValue | undefined): number | undefined {
  const position = value?.['position'] ?? value?.['start'];
  return typeof position === 'number' ? position : undefined;
}

function within(position: number | undefined, length: number, { warnings, path }: Place): number | undefined {
  if (position === undefined || position <= length) return position;
  warnings.warn('ems/position', `a position of ${position} in a text of ${length} characters`, { path });
  return length;
}

function runOf(
  key: string | undefined,
  value: ElementValue | undefined,
  start: number | undefined,
  length: number,
  place: Place,
): FormattedRun | undefined {
  const characters = value?.['length'];
  const format = formatIn(key, value);
  if (start === undefined || format === undefined || typeof characters !== 'number' || characters === 0) {
    return undefined;
  }
  return { start, end: within(start + characters, length, place) ?? length, format };
}

function formatIn(key: string | undefined, value: ElementValue | undefined): EmsTextFormat | undefined {
  const mode = value?.['mode'];
  const colour = value?.['colour'];
  if (key !== 'textFormatting' || typeof mode !== 'number') return undefined;
  return formatOf(mode, typeof colour === 'number' ? colour : undefined);
}

function itemFrom(
  { id, data, value }: DecodedInformationElement,
  key: string | undefined,
  following: readonly InformationElement[],
  { warnings, path }: Place,
): EmsItem {
  const format = formatIn(key, value);
  if (format !== undefined) return { type: 'format', ...format };
  const item = key === undefined || value === undefined ? undefined : itemOf(key, value);
  if (item?.type === 'distribution') return { ...item, objects: objectsOf(item.objects, following) };
  if (item !== undefined) return item;
  if (value !== undefined) {
    warnings.warn('ems/reserved-value', `${key ?? id} has a value that is not assigned`, { path });
  }
  return { type: 'element', id, data };
}
