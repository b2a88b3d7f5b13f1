import type { PixelSize } from '../media/index.ts';
import { unpackNumbers } from '../text/index.ts';
import type { Handset, HandsetFact } from './handset.ts';
import type { PackedHandsets } from './packed.ts';

/** What profiles may differ in, by the bits of the column `differences`. */
export const FACTS: readonly HandsetFact[] = ['maxBytes', 'maxImage', 'screen', 'accept', 'charsets'];

/** The names of all handsets, and each one's facts on demand. */
export interface HandsetTable {
  /** In the order of their makers; the position of a model is that of its handset. */
  readonly models: readonly string[];
  readonly makers: readonly MakerRun[];
  name(position: number): HandsetName;
  handset(position: number): Handset;
}

/** The models of one maker, which stand in a row. */
export interface MakerRun {
  readonly maker: string;
  readonly start: number;
  /** Position behind the last. */
  readonly end: number;
}

export interface HandsetName {
  readonly maker: string;
  readonly model: string;
}

/** Opens the packed table: whatever takes a step for each handset waits until it is asked for. */
export function unpackHandsets(packed: PackedHandsets): HandsetTable {
  const models = lines(packed.models);
  const makers = makerRuns(packed.makers);
  const nameAt = (position: number): HandsetName => ({
    maker: makers.find(({ end }) => position < end)?.maker ?? '',
    model: models[position] ?? '',
  });
  const columns = new Map<keyof PackedHandsets, readonly number[]>();
  const numberIn = (column: keyof PackedHandsets, position: number): number => {
    const numbers = columns.get(column) ?? unpackNumbers(packed[column]);
    columns.set(column, numbers);
    return numbers[position] ?? 0;
  };
  const sizes = lines(packed.sizes);
  const pixels = lines(packed.pixels);
  const charsetSets = unpackSets(packed.charsetSets, packed.charsets);
  const typeSets = unpackSets(packed.typeSets, packed.types);
  return {
    models,
    makers,
    name: nameAt,
    handset: position => {
      const name = nameAt(position);
      const maxBytes = Number(sizes[numberIn('maxBytes', position)]);
      const maxImage = pixelSize(pixels[numberIn('maxImage', position)]);
      const screen = pixelSize(pixels[numberIn('screen', position)]);
      const charsets = charsetSets(numberIn('charsetSet', position));
      const differences = numberIn('differences', position);
      const profiles = numberIn('profiles', position);
      const differIn = FACTS.filter((_, bit) => (differences & (1 << bit)) !== 0);
      return {
        id: idOf(name),
        ...name,
        ...(maxBytes > 0 ? { maxBytes } : {}),
        ...(maxImage === undefined ? {} : { maxImage }),
        ...(screen === undefined ? {} : { screen }),
        accept: typeSets(numberIn('typeSet', position)),
        ...(charsets.length === 0 ? {} : { charsets }),
        animation: true,
        ...(differIn.length === 0 ? {} : { variants: { profiles, differIn } }),
        source: 'UAProf',
      };
    },
  };
}

/** `nokia-6230`; a plus stays, for two phones may differ by it. */
function idOf({ maker, model }: HandsetName): string {
  const words = `${maker} ${model}`.toLowerCase().match(/[\p{L}\p{N}+]+/gu) ?? [];
  return words.join('-');
}

function lines(text: string): string[] {
  return text.split('\n');
}

function makerRuns(packed: string): MakerRun[] {
  let end = 0;
  return lines(packed).map(line => {
    const blank = line.lastIndexOf(' ');
    const start = end;
    end += Number(line.slice(blank + 1));
    return { maker: line.slice(0, blank), start, end };
  });
}

/** The sets of a column, each made from the one that it refers back to when it is asked for, and kept. */
function unpackSets(packed: string, packedMembers: string): (position: number) => readonly string[] {
  const members = lines(packedMembers);
  const rows = lines(packed);
  const made = new Map<number, ReadonlySet<number>>();
  const numbersAt = (position: number): ReadonlySet<number> => {
    const known = made.get(position);
    if (known !== undefined) return known;
    const [back = 0, ...difference] = unpackNumbers(rows[position] ?? '');
    const numbers = new Set(back === 0 ? [] : numbersAt(position - back));
    for (const number of difference) if (!numbers.delete(number)) numbers.add(number);
    made.set(position, numbers);
    return numbers;
  };
  return position => [...numbersAt(position)].sort((a, b) => a - b).map(number => members[number] ?? '');
}

function pixelSize(text: string | undefined): PixelSize | undefined {
  const [width = 0, height = 0] = (text ?? '').split('x').map(Number);
  return width > 0 && height > 0 ? { width, height } : undefined;
}
