import { type Issue, issueOf, MESSAGE_ISSUES } from '../issues/index.ts';
import { mendName, printable, shortenName, splitName } from '../text/index.ts';
import { checkWantedName } from './shapes.ts';

/** Receivers of the Gaia line cut longer names. */
export const MAX_PART_NAME_LENGTH = 40;

/** A name that all receivers find again, and what was done to get it. */
export interface SafePartName {
  readonly name: string;
  /** `name/flattened`, `name/changed`, `name/too-long`, `name/collision`, each `fixed`. */
  readonly issues: readonly Issue[];
}

/**
 * Makes a part name of US-ASCII letters, digits, `.`, `_` and `-`, at most 40 long, with its extension kept, that no
 * name in `taken` equals without regard to case. It serves as Content-ID, Content-Location, name and `src` at once.
 * @throws MmsError `bytes/value-type`
 * @example safePartName('holiday/Ärger (1).JPG', ['a.jpg']).name // 'Arger_1_.JPG'
 */
export function safePartName(wanted: string, taken: Iterable<string>): SafePartName {
  checkWantedName(wanted, taken);
  return partNamer(taken)(wanted);
}

const NONE_TAKEN: readonly string[] = [];

/** Names parts one after the other as {@link safePartName} does: each name is taken for those that come after it. */
export function partNamer(taken: Iterable<string> = []): (wanted: string) => SafePartName {
  const names = new Set<string>();
  for (const name of taken) names.add(name.toLowerCase());
  /** The next number to try behind a name that was taken. */
  const numbers = new Map<string, number>();
  return wanted => {
    checkWantedName(wanted, NONE_TAKEN);
    const named = safeName(wanted, names, numbers);
    names.add(named.name.toLowerCase());
    return named;
  };
}

function safeName(wanted: string, names: ReadonlySet<string>, numbers: Map<string, number>): SafePartName {
  const issues: Issue[] = [];
  const note = (code: keyof typeof MESSAGE_ISSUES, effect: string): void => {
    issues.push(
      issueOf(MESSAGE_ISSUES, code, `${JSON.stringify(printable(wanted.slice(0, 100)))} ${effect}`, {
        fixed: true,
      }),
    );
  };
  const base = wanted.slice(Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('\\')) + 1);
  if (base !== wanted) note('name/flattened', 'lost its folder');
  const plain = withPlainCharacters(base);
  const safe = mendName(plain, MAX_PART_NAME_LENGTH);
  const isLong = plain.length > MAX_PART_NAME_LENGTH;
  if (plain !== base || (safe !== plain && !isLong)) note('name/changed', `became ${safe}`);
  if (isLong) note('name/too-long', `was cut to ${safe}`);
  const name = makeUnique(safe, names, numbers);
  if (name !== safe) note('name/collision', `became ${name}: the name is taken`);
  return { name, issues };
}

/** Accents are dropped, runs of anything else become one `_`, leading dots go. */
function withPlainCharacters(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^\.+/, '');
  const { stem, extension } = splitName(plain);
  return stem === '_' ? `part${extension}` : plain;
}

function makeUnique(name: string, taken: ReadonlySet<string>, numbers: Map<string, number>): string {
  if (!taken.has(name.toLowerCase())) return name;
  let number = numbers.get(name) ?? 2;
  let unique: string;
  do unique = shortenName(name, MAX_PART_NAME_LENGTH, `-${number++}`);
  while (taken.has(unique.toLowerCase()));
  numbers.set(name, number);
  return unique;
}
