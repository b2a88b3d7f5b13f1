import { FAMILIES, MAKER_BY_KEY, nameKey } from './makers.ts';
import { withoutNokiaPrefix, withoutVersion } from './model-name.ts';
import type { HandsetName } from './unpack.ts';

/** What a phone is called. A maker beside the name is one that is known for sure: no other's phone is meant. */
export interface PhoneName {
  readonly name: string;
  readonly maker?: string | undefined;
}

/** Finds the positions of handsets by what people call them. */
export interface NameIndex {
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

type Positions = ReadonlyMap<string, readonly number[]>;

export function indexNames(names: readonly HandsetName[]): NameIndex {
  const makers = makersOf(names);
  const byModel = indexBy(names, ({ model }) => [nameKey(model)]);
  const byBareModel = lazily(() => indexBy(names, bareModels));
  const byFirstWords = lazily(() => indexBy(names, firstWords));

  const pick = (index: Positions, { maker, model }: Reading): readonly number[] => {
    const found = index.get(model) ?? [];
    return maker === undefined ? found : found.filter(position => names[position]?.maker === maker);
  };
  const first = (index: Positions, readings: readonly Reading[]): readonly number[] =>
    readings.map(reading => pick(index, reading)).find(found => found.length > 0) ?? [];
  const sameSpelling = (found: readonly number[], name: string): readonly number[] => {
    const same = found.filter(position => names[position]?.model.toLowerCase() === name.trim().toLowerCase());
    return same.length > 0 ? same : found;
  };

  return {
    exact: phone => sameSpelling(first(byModel, readingsOf(phone, makers)), phone.name),
    loose: phone => {
      const readings = readingsOf(phone, makers);
      const ways = [
        () => first(byBareModel(), readings),
        () => first(byModel, readings.flatMap(withoutFamily)),
        () => first(byFirstWords(), readings),
      ];
      for (const way of ways) {
        const found = way();
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

function makersOf(names: readonly HandsetName[]): Makers {
  const known = new Set(MAKER_BY_KEY.map(([, maker]) => maker));
  const others = [...new Set(names.map(({ maker }) => maker))].filter(
    maker => maker !== '' && !known.has(maker),
  );
  const all = [...MAKER_BY_KEY, ...others.map(maker => [nameKey(maker), maker] as const)];
  const byStart = new Map<string, (readonly [string, string])[]>();
  for (const entry of all.sort(([a], [b]) => b.length - a.length)) {
    const start = entry[0].charAt(0);
    byStart.set(start, [...(byStart.get(start) ?? []), entry]);
  }
  return byStart;
}

function indexBy(names: readonly HandsetName[], keysOf: (name: HandsetName) => Iterable<string>): Positions {
  const index = new Map<string, number[]>();
  for (const [position, name] of names.entries()) {
    for (const key of keysOf(name)) {
      const positions = index.get(key);
      if (positions === undefined) index.set(key, [position]);
      else positions.push(position);
    }
  }
  return index;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
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
  return familiesOf(maker)
    .filter(family => model.startsWith(family))
    .map(family => ({ maker, model: model.slice(family.length) }));
}

function familiesOf(maker: string | undefined): readonly string[] {
  return FAMILIES.get(maker ?? '') ?? [];
}

/** What is left of a model without the name of its family. */
function bareModels({ maker, model }: HandsetName): string[] {
  const key = nameKey(model);
  const family = familiesOf(maker).find(front => key.startsWith(front));
  return family === undefined ? [] : [key.slice(family.length)];
}

/** `n73` of `N73-1`, `5800` of `5800 XpressMusic`. Words without a digit say too little. */
function firstWords({ model }: HandsetName): Set<string> {
  const ends = [...model.matchAll(/[^\p{L}\p{N}+]+|(?<=\p{N})(?=\p{Lu}\p{Ll})/gu)].map(({ index }) => index);
  return new Set(ends.map(end => nameKey(model.slice(0, end))).filter(words => /\d/.test(words)));
}
