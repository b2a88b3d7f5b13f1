import { pick, type Random } from './mutate-octets.ts';

const MAX_CHARACTERS = 8192;
const below = (next: Random, count: number): number => Math.floor(next() * count);

/** Pieces that text formats give a meaning, and characters that many readers trip over. */
const PIECES = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\r\n ',
    '\r\n\t',
    ' ',
    '\t',
    '\0',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u202e',
    '\ud800',
  ],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!DOCTYPE a>',
    '&',
    '&#',
    '&#x41;',
    '&lt;',
  ],
  ...[
    '"',
    "'",
    '`',
    '\\',
    '\\n',
    '=',
    '=\r\n',
    '=0D=0A',
    '=3',
    '%',
    '%00',
    '%0',
    '+',
    '&a=',
    ',',
    ';',
    ':',
    '.',
    '/',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '#',
    '*',
    '_',
    '@',
    '~',
    'é',
    '音',
    '😀',
    '__proto__',
    'constructor',
    'toString',
  ],
];
const NUMBERS = [
  '0',
  '-1',
  '00',
  '1e9',
  '255',
  '256',
  '65536',
  '2147483648',
  '4294967296',
  '0x10',
  '٣',
  '1.5',
  '',
];

/** Words, numbers, line ends, and every other character. */
const tokensOf = (text: string): string[] => text.match(/[A-Za-z]+|\d+|\r\n|./gsu) ?? [];
const linesOf = (text: string): string[] => text.split(/(?<=\n)|(?<=>)(?=<)|(?<=&)/u);

type Mutation = (text: string, other: string, next: Random) => string;

/** A list with some of its members from `at` on replaced. */
const replaced = (list: string[], at: number, count: number, ...others: readonly string[]): string =>
  list.toSpliced(at, count, ...others).join('');

const MUTATIONS: readonly Mutation[] = [
  // A line is gone, there again, or comes from another text, there or somewhere else.
  (text, _, next) => {
    const lines = linesOf(text);
    return replaced(lines, below(next, lines.length), 1 + below(next, 2));
  },
  (text, _, next) => {
    const lines = linesOf(text);
    return replaced(lines, below(next, lines.length + 1), 0, pick(lines, next) ?? '');
  },
  (text, other, next) => {
    const lines = linesOf(text);
    return replaced(lines, below(next, lines.length + 1), below(next, 2), pick(linesOf(other), next) ?? '');
  },
  // A token is another one, of this text or another, or a piece or number out of place.
  (text, other, next) => {
    const tokens = tokensOf(text);
    const piece = pick(tokensOf(next() < 0.5 ? text : other), next) ?? '';
    return replaced(tokens, below(next, tokens.length), 1, piece);
  },
  (text, _, next) => {
    const tokens = tokensOf(text);
    return replaced(tokens, below(next, tokens.length + 1), below(next, 2), pick(PIECES, next) ?? '');
  },
  (text, _, next) => {
    const tokens = tokensOf(text);
    const numbers = tokens.flatMap((token, at) => (/^\d/.test(token) ? [at] : []));
    const at = pick(numbers, next) ?? below(next, tokens.length);
    return replaced(tokens, at, 1, pick(NUMBERS, next) ?? '');
  },
  // Part of the text is gone, or there many times.
  (text, _, next) => {
    const at = below(next, text.length + 1);
    return text.slice(0, at) + text.slice(at + below(next, 20));
  },
  (text, _, next) => {
    const at = below(next, text.length);
    const piece = text.slice(at, at + 1 + below(next, 12));
    return text.slice(0, at) + piece.repeat(2 + below(next, 40)) + text.slice(at);
  },
  (text, _, next) => text.slice(0, below(next, text.length + 1)),
  (text, other, next) =>
    text.slice(0, below(next, text.length + 1)) + other.slice(below(next, other.length + 1)),
  (text, _, next) => {
    const tokens = tokensOf(text);
    const at = below(next, tokens.length);
    const token = tokens[at] ?? '';
    return replaced(tokens, at, 1, next() < 0.5 ? token.toUpperCase() : token.toLowerCase());
  },
];

/** A text that is nearly, but not quite, in the form of the first. */
export function mutateText(text: string, other: string, next: Random): string {
  let result = text;
  for (let change = below(next, 3); change >= 0; change--) {
    result = (pick(MUTATIONS, next)?.(result, other, next) ?? result).slice(0, MAX_CHARACTERS);
  }
  return result;
}
