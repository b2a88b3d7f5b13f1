import type { PixelSize } from '../media/index.ts';
import { numberColumn, textColumn, unpackNumbers } from '../text/index.ts';
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
  const modelAt = textColumn(packed.models);
  const makers = makerRuns(packed.makers);
  const nameAt = (position: number): HandsetName => ({
    maker: makers.find(({ end }) => position < end)?.maker ?? '',
    model: modelAt(position),
  });
  const sizes = textColumn(packed.sizes);
  const pixels = textColumn(packed.pixels);
  const charsetSets = unpackSets(packed.charsetSets, packed.charsets);
  const typeSets = unpackSets(packed.typeSets, packed.types);
  const maxBytesAt = numberColumn(packed.maxBytes);
  const maxImageAt = numberColumn(packed.maxImage);
  const screenAt = numberColumn(packed.screen);
  const charsetSetAt = numberColumn(packed.charsetSet);
  const typeSetAt = numberColumn(packed.typeSet);
  const profilesAt = numberColumn(packed.profiles);
  const differencesAt = numberColumn(packed.differences);
  return {
    models,
    makers,
    name: nameAt,
    handset: position => {
      const name = nameAt(position);
      const maxBytes = Number(sizes(maxBytesAt(position)));
      const maxImage = pixelSize(pixels(maxImageAt(position)));
      const screen = pixelSize(pixels(screenAt(position)));
      const charsets = charsetSets(charsetSetAt(position));
      const differences = differencesAt(position);
      const profiles = profilesAt(position);
      const differIn = FACTS.filter((_, bit) => (differences & (1 << bit)) !== 0);
      return {
        id: idOf(name),
        ...name,
        ...(maxBytes > 0 ? { maxBytes } : {}),
        ...(maxImage === undefined ? {} : { maxImage }),
        ...(screen === undefined ? {} : { screen }),
        accept: typeSets(typeSetAt(position)),
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
  const words = `${maker} ${model}`.toLowerCase().split(/[^\p{L}\p{N}+]+/u);
  return words.filter(word => word !== '').join('-');
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
  const members = textColumn(packedMembers);
  const rows = textColumn(packed);
  const made = new Map<number, ReadonlySet<number>>();
  const numbersAt = (position: number): ReadonlySet<number> => {
    const known = made.get(position);
    if (known !== undefined) return known;
    const [back = 0, ...difference] = unpackNumbers(rows(position));
    const numbers = new Set(back === 0 ? [] : numbersAt(position - back));
    for (const number of difference) if (!numbers.delete(number)) numbers.add(number);
    made.set(position, numbers);
    return numbers;
  };
  return position => [...numbersAt(position)].sort((a, b) => a - b).map(members);
}

function pixelSize(text: string): PixelSize | undefined {
  const [width = 0, height = 0] = text.split('x').map(Number);
  return width > 0 && height > 0 ? { width, height } : undefined;
}
