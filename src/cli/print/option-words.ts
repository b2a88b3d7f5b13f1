import { isMmsError, MmsError } from '../../errors.ts';
import type { Issue } from '../../issues/index.ts';
import type { CliArguments, Command } from '../command.ts';
import { camelCase } from '../input/json-input.ts';

/** What the library calls a value, and what is typed for it. */
type Words = ReadonlyMap<string, string>;

/**
 * An error in the words of the command line: where the library names a value that an option gave, the option is named.
 * What came from a file, `--input` among them, keeps its own words.
 */
export function inOptionWords(error: unknown, command: Command, { values }: CliArguments): unknown {
  if (!isMmsError(error)) return error;
  const words = wordsOf(command);
  const isTyped = (word: string): boolean =>
    values['input'] === undefined || values[word.replace(/^--/, '')] !== undefined;
  const { code, message, path, offset, hint, details, cause } = error;
  const isFiled =
    details?.issues?.some(({ line, file }) => line !== undefined || file !== undefined) === true;
  if (isFiled) return error;
  const issues = details?.issues?.map(found => ({ ...found, ...translated(found, words, isTyped) }));
  return new MmsError(code, translated({ message }, words, isTyped).message, {
    ...translated({ message, path, hint }, words, isTyped),
    offset,
    cause: cause ?? error,
    details: issues === undefined ? details : { ...details, issues },
  });
}

/** A finding in the words of the command line, as far as they were typed. */
export function findingInOptionWords(found: Issue, command: Command, { values }: CliArguments): Issue {
  if (found.line !== undefined || found.file !== undefined) return found;
  const isTyped = (word: string): boolean => values[word.replace(/^--/, '')] !== undefined;
  return { ...found, ...translated(found, wordsOf(command), isTyped) };
}

/** Options in the spelling of keys, and what a command calls otherwise. */
function wordsOf({ options, words = {} }: Command): Words {
  const own = Object.keys(options).map(name => [camelCase(name), `--${name}`] as const);
  return new Map([...own, ...Object.entries(words)]);
}

type Told = Pick<Issue, 'message'> & {
  readonly path?: string | undefined;
  readonly hint?: string | undefined;
};

function translated<T extends Told>(told: T, words: Words, isTyped: (word: string) => boolean): T {
  const wordFor = (name: string): string | undefined => {
    const word = words.get(name);
    return word !== undefined && isTyped(word) ? word : undefined;
  };
  return {
    ...told,
    message: inText(told.message, wordFor),
    ...(told.path === undefined ? {} : { path: pathInWords(told.path, wordFor) }),
    ...(told.hint === undefined ? {} : { hint: inText(told.hint, wordFor) }),
  };
}

type WordFor = (name: string) => string | undefined;

/** The longest beginning of a path that is a word; what follows it, no one has typed. */
function pathInWords(path: string, wordFor: WordFor): string {
  const steps = path.split(/(?=[.[])/);
  for (let length = steps.length; length > 0; length--) {
    const word = wordFor(steps.slice(0, length).join(''));
    if (word !== undefined) return word;
  }
  return path;
}

/** Words before a list of what is missing. */
const LIST_HEADS = ['expected ', 'needs ', 'has no '] as const;

/** Keys in a text: those that no English word looks like, and those in a list of what is missing. */
function inText(text: string, wordFor: WordFor): string {
  const inLists = LIST_HEADS.reduce((told, head) => inList(told, head, wordFor), text);
  return inLists.replace(/(?<![-\w.])[a-z]+(?:[A-Z][a-z]*)+(?!\w)/g, name => wordFor(name) ?? name);
}

/** The names behind a head, `to or addressBook (and 2 more)`, up to the end of the text. */
function inList(text: string, head: string, wordFor: WordFor): string {
  const at = text.indexOf(head);
  if (at < 0) return text;
  const start = at + head.length;
  const more = text.lastIndexOf(' (and ');
  const end = more > start && text.endsWith(' more)') ? more : text.length;
  const names = text.slice(start, end).split(' or ');
  if (!names.every(name => /^[A-Za-z]+$/.test(name))) return text;
  const known = new Set(names.map(name => wordFor(name) ?? name));
  return text.slice(0, start) + [...known].join(' or ') + text.slice(end);
}
