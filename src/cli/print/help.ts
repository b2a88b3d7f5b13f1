import type { Command, CommandRow, HelpRow, HelpSection } from '../command.ts';
import { COMMANDS } from '../commands.ts';

/** Columns of a terminal. */
const WIDTH = 80;

/** Where what a row says begins at the latest; a longer term has a line of its own. */
const MAX_INDENT = 28;

const ENVIRONMENT = `Every command takes --quiet (-q): errors alone are told. With --json errors are JSON too. \
Results go to stdout, messages to stderr. Exit code: 0 fine, 1 the input is refused, 2 wrong usage. \
NO_COLOR and FORCE_COLOR in the environment say whether there are colours.`;

/** The list of commands; none of them is loaded for it. */
export function formatOverview(): string {
  return page([
    'example: mms compose photo.jpg caption.txt -o hello.mms --to +447700900123',
    'usage: mms COMMAND [options]',
    formatRows(COMMANDS.map(({ name, summary }) => [name, summary])),
    formatRows([
      ['mms help COMMAND', 'what a command takes, with an example; --all for the rest'],
      ['mms --version', 'the version'],
    ]),
    wrapped(ENVIRONMENT),
  ]);
}

/** An example, usage and the usual options of one command; with `all` the others too. */
export function formatUsage(
  { name, summary, example }: CommandRow,
  { usage, help, rest = [], notes = [] }: Command,
  { all = false }: { readonly all?: boolean } = {},
): string {
  const sections = all ? [...help, ...rest] : help;
  const indent = indentOf(sections.flatMap(({ rows }) => rows));
  const pointer = all || rest.length === 0 ? [] : [`More options: mms help ${name} --all`];
  return page([
    wrapped(summary),
    ...(example === undefined ? [] : [`example: ${example}`]),
    wrapped(`usage: mms ${name} ${usage}`, '       '),
    ...sections.map(section => formatSection(section, indent)),
    ...notes.map(note => wrapped(note)),
    ...pointer,
  ]);
}

function page(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

function formatSection({ title, rows }: HelpSection, indent: number): string {
  const lines = formatRows(rows, indent);
  return title === undefined ? lines : `${title}:\n${lines}`;
}

function formatRows(rows: readonly HelpRow[], indent = indentOf(rows)): string {
  return rows.map(row => formatRow(row, indent)).join('\n');
}

function indentOf(rows: readonly HelpRow[]): number {
  const ends = rows.map(([term]) => term.length + 4).filter(end => end <= MAX_INDENT);
  return Math.max(0, ...ends);
}

/** The term and what it says, in a column of its own. */
function formatRow([term, words]: HelpRow, indent: number): string {
  const head = `  ${term}`;
  if (words === '') return wrapped(head, '    ');
  const hanging = ' '.repeat(indent);
  const column = wrapped(`${hanging}${words}`, hanging);
  return head.length + 2 > indent ? `${head}\n${column}` : head.padEnd(indent) + column.slice(indent);
}

const OPTION = /^--?\w[\w-]*$/;

/** A text in pieces between which a line may end: an option stays with its value, a brace with what it holds. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.split(' ')) {
    const last = pieces.at(-1);
    if (last === undefined || mayBreak(last, word)) pieces.push(word);
    else pieces[pieces.length - 1] = `${last} ${word}`;
  }
  return pieces;
}

function mayBreak(before: string, next: string): boolean {
  const lastWord = before.slice(before.lastIndexOf(' ') + 1);
  return lastWord !== '' && !lastWord.endsWith('{') && !OPTION.test(lastWord) && !next.startsWith('}');
}

/** Lines of at most {@link WIDTH} columns; those after the first are indented. */
function wrapped(text: string, hanging = ''): string {
  const lines: string[] = [];
  let [line = '', ...words] = piecesOf(text);
  for (const word of words) {
    if (`${line} ${word}`.length <= WIDTH) {
      line += ` ${word}`;
    } else {
      lines.push(line);
      line = hanging + word;
    }
  }
  return [...lines, line].join('\n');
}
