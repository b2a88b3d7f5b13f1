import type { PackedHandsets } from '../../src/handsets/packed.ts';
import { packNumbers } from '../../src/text/index.ts';
import { dictionary } from '../facts/dictionary.ts';
import { groupBy } from '../facts/group.ts';
import type { PixelSize } from './clean.ts';
import { DIFFERENCES, type Model } from './merge.ts';

/** How far back a like set is looked for. */
const WINDOW = 400;

/** The models as columns, each value once. */
export function packHandsets(models: readonly Model[]): PackedHandsets {
  const sizes = dictionary(models.map(({ maxBytes }) => String(maxBytes ?? '')));
  const pixels = dictionary(
    models.flatMap(({ maxImage, screen }) => [pixelText(maxImage), pixelText(screen)]),
  );
  const charsets = sets(models.map(model => model.charsets));
  const types = sets(models.map(({ accept }) => accept));
  return {
    makers: [...groupBy(models, ({ maker }) => maker)]
      .map(([maker, group]) => `${maker} ${group.length}`)
      .join('\n'),
    models: models.map(({ model }) => model).join('\n'),
    sizes: sizes.values.join('\n'),
    pixels: pixels.values.join('\n'),
    charsets: charsets.members.join('\n'),
    types: types.members.join('\n'),
    charsetSets: charsets.lines.join('\n'),
    typeSets: types.lines.join('\n'),
    maxBytes: packNumbers(models.map(({ maxBytes }) => sizes.at(String(maxBytes ?? '')))),
    maxImage: packNumbers(models.map(({ maxImage }) => pixels.at(pixelText(maxImage)))),
    screen: packNumbers(models.map(({ screen }) => pixels.at(pixelText(screen)))),
    charsetSet: packNumbers(charsets.positions),
    typeSet: packNumbers(types.positions),
    profiles: packNumbers(models.map(({ documents }) => documents)),
    differences: packNumbers(models.map(({ differIn }) => bitsOf(differIn))),
  };
}

function pixelText(size: PixelSize | undefined): string {
  return size === undefined ? '' : `${size.width}x${size.height}`;
}

function bitsOf(differIn: readonly string[]): number {
  return DIFFERENCES.reduce((bits, key, bit) => (differIn.includes(key) ? bits | (1 << bit) : bits), 0);
}

/** Sets in the order of their first appearance, each written as what it has more or less than the most like one before. */
function sets(all: readonly (readonly string[])[]) {
  const members = dictionary(all.flat()).values.slice(1);
  const numbers = new Map(members.map((member, position) => [member, position]));
  const distinct = [...new Set(all.map(set => set.join(' ')))].map(
    text => new Set(text.split(' ').map(member => numbers.get(member) ?? 0)),
  );
  const positions = new Map(distinct.map((set, position) => [keyOf(set), position]));
  const keyed = all.map(
    set => positions.get(keyOf(new Set(set.map(member => numbers.get(member) ?? 0)))) ?? 0,
  );
  return { members, lines: distinct.map((set, at) => lineOf(set, at, distinct)), positions: keyed };
}

function keyOf(set: ReadonlySet<number>): string {
  return [...set].sort((a, b) => a - b).join(' ');
}

function lineOf(set: ReadonlySet<number>, at: number, all: readonly ReadonlySet<number>[]): string {
  let best = { back: 0, difference: [...set].sort((a, b) => a - b) };
  for (let back = 1; back <= Math.min(at, WINDOW); back++) {
    const difference = differenceOf(set, all[at - back] ?? new Set());
    if (difference.length < best.difference.length) best = { back, difference };
  }
  return packNumbers([best.back, ...best.difference]);
}

function differenceOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number[] {
  const only = (one: ReadonlySet<number>, other: ReadonlySet<number>): number[] =>
    [...one].filter(n => !other.has(n));
  return [...only(a, b), ...only(b, a)].sort((x, y) => x - y);
}
