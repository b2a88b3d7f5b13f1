import { nameKey } from '../../src/handsets/makers.ts';
import { byCodeUnits, groupBy } from '../facts/group.ts';
import type { CleanProfile, PixelSize } from './clean.ts';

/** What the documents of one model may say differently, in the order of the bits in the table. */
export const DIFFERENCES = ['maxBytes', 'maxImage', 'screen', 'accept', 'charsets'] as const;

/** All documents of one model as one. */
export interface Model extends CleanProfile {
  /** How many different profiles stand behind it. */
  readonly documents: number;
  readonly differIn: readonly (typeof DIFFERENCES)[number][];
}

/** One model for all documents with its maker and model, whatever the case and the separators; sorted by name. */
export function mergeModels(documents: readonly CleanProfile[]): Model[] {
  const groups = groupBy(documents, ({ maker, model }) => `${maker}\n${nameKey(model)}`);
  return [...groups.values()].map(mergeModel).sort(byName);
}

function byName(a: CleanProfile, b: CleanProfile): number {
  return byCodeUnits(a.maker.toLowerCase(), b.maker.toLowerCase()) || byCodeUnits(a.model, b.model);
}

function mergeModel(group: readonly CleanProfile[]): Model {
  const [{ maker }] = group as [CleanProfile];
  const different = new Map(group.map(document => [JSON.stringify(factsOf(document)), factsOf(document)]));
  const facts = [...different.values()];
  return {
    maker,
    model: mostFrequent(group.map(({ model }) => model)),
    maxBytes: smallest(known(facts.map(({ maxBytes }) => maxBytes))),
    maxImage: commonSize(known(facts.map(({ maxImage }) => maxImage))),
    screen: smallestArea(known(facts.map(({ screen }) => screen))),
    charsets: inAll(facts.map(({ charsets }) => charsets).filter(charsets => charsets.length > 0)),
    accept: inAll(facts.map(({ accept }) => accept)),
    documents: facts.length,
    differIn: DIFFERENCES.filter(key => new Set(facts.map(fact => JSON.stringify(fact[key]))).size > 1),
  };
}

function factsOf({ maxBytes, maxImage, screen, charsets, accept }: CleanProfile) {
  return { maxBytes, maxImage, screen, charsets, accept };
}

function known<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter(value => value !== undefined);
}

/** The first of equals in the order of code units, so that the order of the documents does not matter. */
function mostFrequent(names: readonly string[]): string {
  const counts = [...groupBy(names, name => name)].map(([name, { length }]) => ({ name, length }));
  return counts.sort((a, b) => b.length - a.length || byCodeUnits(a.name, b.name))[0]?.name ?? '';
}

function smallest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.min(...values);
}

/** The picture that fits all: the smallest width and the smallest height. */
function commonSize(sizes: readonly PixelSize[]): PixelSize | undefined {
  const width = smallest(sizes.map(size => size.width));
  const height = smallest(sizes.map(size => size.height));
  return width === undefined || height === undefined ? undefined : { width, height };
}

function smallestArea(sizes: readonly PixelSize[]): PixelSize | undefined {
  const area = ({ width, height }: PixelSize): number => width * height;
  return sizes.toSorted((a, b) => area(a) - area(b) || a.width - b.width)[0];
}

function inAll(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter(entry => others.every(list => list.includes(entry)));
}
