import { FAMILIES, MAKER_BY_KEY, nameKey, nameKeys } from './makers.ts';
import { withoutNokiaPrefix, withoutVersion } from './model-name.ts';
import type { HandsetTable, MakerRun } from './unpack.ts';

/** What a phone is called. A maker beside the name is one that is known for sure: no other's phone is meant. */
export interface PhoneName {
  readonly name: string;
  readonly maker?: string | undefined;
}

/** Finds the positions of handsets by what people call them. */
export interface NameSearch {
  /** Those of which the name says maker and model, or the model alone. */
  exact(name: PhoneName): readonly number[];
  /** Those that have more or less than the name of a family (`GT-`, `ONE TOUCH`), or whose first words they are. */
  loose(name: PhoneName): readonly number[];
}

/** A maker that a name may begin with, and the rest; without maker, the whole name. Both as keys. */
interface Reading {
  readonly maker?: string | undefined;
  readonly model: string;
}

/** The names of all makers as keys, by their first character, the longest first. */
type Makers = ReadonlyMap<string, readonly (readonly [key: string, maker: string])[]>;

/** Models in a row as keys, from a position on. */
interface Models {
  readonly start: number;
  readonly keys: readonly string[];
}

/** Looks through the names: that takes microseconds, an index of them would take milliseconds to make. */
export function searchNames({ models, makers: runs, name: nameAt }: HandsetTable): NameSearch {
  const makers = makersOf(runs);
  const all: Models = { start: 0, keys: nameKeys(models) };
  const byMaker = new Map(
    runs.map(({ maker, start, end }) => [maker, { start, keys: all.keys.slice(start, end) }]),
  );
  const modelsOf = (maker: string | undefined): Models =>
    maker === undefined ? all : (byMaker.get(maker) ?? { start: 0, keys: [] });

  const whole = ({ maker, model }: Reading): readonly number[] => positionsOf(model, modelsOf(maker));
  const withFamily = ({ maker, model }: Reading): readonly number[] =>
    familiesOf(maker)
      .flatMap(([of, family]) => positionsOf(family + model, modelsOf(of)))
      .sort((a, b) => a - b);
  const firstWords = ({ maker, model }: Reading): readonly number[] =>
    tellsModel(model)
      ? positionsWhere(key => key.startsWith(model), modelsOf(maker)).filter(position =>
          beginnings(nameAt(position).model).includes(model),
        )
      : [];

  const first = (
    find: (reading: Reading) => readonly number[],
    readings: readonly Reading[],
  ): readonly number[] => readings.map(find).find(found => found.length > 0) ?? [];
  const sameSpelling = (found: readonly number[], name: string): readonly number[] => {
    const same = found.filter(position => nameAt(position).model.toLowerCase() === name.trim().toLowerCase());
    return same.length > 0 ? same : found;
  };

  return {
    exact: phone => sameSpelling(first(whole, readingsOf(phone, makers)), phone.name),
    loose: phone => {
      const readings = readingsOf(phone, makers);
      const ways = [
        () => first(withFamily, readings),
        () => first(whole, readings.flatMap(withoutFamily)),
        () => first(firstWords, readings),
      ];
      for (const way of ways) {
        const found = way();
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

function positionsOf(model: string, { keys, start }: Models): number[] {
  const found: number[] = [];
  for (let at = keys.indexOf(model); at >= 0; at = keys.indexOf(model, at + 1)) found.push(start + at);
  return found;
}

function positionsWhere(fits: (key: string) => boolean, { keys, start }: Models): number[] {
  return keys.flatMap((key, at) => (fits(key) ? [start + at] : []));
}

function makersOf(runs: readonly MakerRun[]): Makers {
  const known = new Set(MAKER_BY_KEY.map(([, maker]) => maker));
  const others = runs.map(({ maker }) => maker).filter(maker => maker !== '' && !known.has(maker));
  const all = [...MAKER_BY_KEY, ...others.map(maker => [nameKey(maker), maker] as const)];
  const byStart = new Map<string, (readonly [string, string])[]>();
  for (const entry of all.sort(([a], [b]) => b.length - a.length)) {
    const start = entry[0].charAt(0);
    byStart.set(start, [...(byStart.get(start) ?? []), entry]);
  }
  return byStart;
}

/** The readings with a maker come first: `HTC One` is the One of HTC. */
function readingsOf(phone: PhoneName, makers: Makers): Reading[] {
  const whole: Reading = { maker: phone.maker, model: nameKey(withoutVersion(phone.name)) };
  const readings = [...readingsWithMaker(whole.model, makers, phone.maker), whole];
  return readings.flatMap(reading => {
    const short = withoutNokiaPrefix(reading.model, reading.maker ?? '');
    return short === reading.model ? [reading] : [reading, { ...reading, model: short }];
  });
}

/** Also when the maker stands there twice: PhoneMake and PhoneModel often both say it. */
function readingsWithMaker(key: string, makers: Makers, only: string | undefined): Reading[] {
  return (makers.get(key.charAt(0)) ?? [])
    .filter(
      ([front, maker]) => key.length > front.length && key.startsWith(front) && maker === (only ?? maker),
    )
    .flatMap(([front, maker]) => {
      const model = key.slice(front.length);
      return [{ maker, model }, ...readingsWithMaker(model, makers, maker)];
    });
}

function withoutFamily({ maker, model }: Reading): Reading[] {
  if (maker === undefined) return [];
  return familiesOf(maker)
    .filter(([, family]) => model.startsWith(family))
    .map(([, family]) => ({ maker, model: model.slice(family.length) }));
}

/** The families of a maker; without one, those of all. */
function familiesOf(maker: string | undefined): (readonly [maker: string, family: string])[] {
  const makers = maker === undefined ? [...FAMILIES.keys()] : [maker];
  return makers.flatMap(of => (FAMILIES.get(of) ?? []).map(family => [of, family] as const));
}

/** `n73` of `N73-1`, `5800` of `5800 XpressMusic`. */
function beginnings(model: string): string[] {
  const ends = [...model.matchAll(/[^\p{L}\p{N}+]+|(?<=\p{N})(?=\p{Lu}\p{Ll})/gu)].map(({ index }) => index);
  return ends.map(end => nameKey(model.slice(0, end)));
}

/** Words without a digit say too little. */
function tellsModel(words: string): boolean {
  return /\d/.test(words);
}
