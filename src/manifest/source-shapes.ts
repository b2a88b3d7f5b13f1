import type { Rule } from '../schema/index.ts';
import { fromScript } from '../schema/index.ts';
import { PATH, path } from './value-shapes.ts';

/** Octets that a script passes in place of a file, and the name that goes with them. */
export const OCTET_KEYS = {
  data: fromScript('a Uint8Array', value => value instanceof Uint8Array),
  name: fromScript('a file name', (value): value is string => typeof value === 'string' && PATH.test(value)),
};

/** Where a medium comes from: a file, or octets with a name. */
export const FILE_KEYS = {
  src: path('The file.'),
  file: path('The same as src.'),
  ...OCTET_KEYS,
};

const NAMELESS = 'give the file name that the part shall have';
const NAMED = 'a part that comes from a file has its name';

/** Exactly one source; those in `nameless` need a name, which the others bring. */
export function oneSource(sources: readonly string[], nameless: readonly string[] = ['data']): Rule[] {
  return [
    { atMostOne: sources },
    { atLeastOne: sources },
    ...nameless.map(key => ({ key, needsOneOf: ['name'], hint: NAMELESS })),
    { key: 'name', needsOneOf: nameless, hint: NAMED },
  ];
}
