import { type Issue, issue } from '../../issues/index.ts';
import { compareCodePoints, compareNaturally } from '../../text/index.ts';

/** How shells sort the names that a pattern such as `*.jpg` stands for: by code points, or as a dictionary does. */
const SHELL_ORDERS: readonly (() => (a: string, b: string) => number)[] = [
  () => compareCodePoints,
  // not made before it is needed: the rules of a language take long to load
  () => new Intl.Collator('en', { ignorePunctuation: true }).compare,
];

/**
 * The order in which files that a person names make slides: theirs; but a list that a shell has sorted (1, 10, 2) is put
 * in natural order, with `file/sorted`.
 */
export function inPersonsOrder(paths: readonly string[]): {
  readonly paths: readonly string[];
  readonly issues: readonly Issue[];
} {
  const isNatural = isSorted(paths, compareNaturally);
  if (isNatural || !SHELL_ORDERS.some(order => isSorted(paths, order()))) return { paths, issues: [] };
  const found = issue(
    'file/sorted',
    'the files came as a shell sorts them; they stand in natural order: 1, 2, 10',
    {
      fixed: true,
      hint: 'for a different order, name them in that order, or write a manifest',
    },
  );
  return { paths: paths.toSorted(compareNaturally), issues: [found] };
}

function isSorted(names: readonly string[], compare: (a: string, b: string) => number): boolean {
  return names.every((name, index) => compare(names[index - 1] ?? '', name) <= 0);
}
