import { ISSUE_CODES } from '../../src/issues/index.ts';
import { isBinary, type Raise } from './raises/raise.ts';

/** Longer commands and files are not printed: nobody reads them. */
const LONGEST = 3000;

/** Of what is printed. */
const MOST_LINES = 16;
const LINES_BEFORE = 4;
const LONGEST_LINE = 300;

const LANGUAGES: Readonly<Record<string, string>> = {
  smil: 'xml',
  xml: 'xml',
  yaml: 'yaml',
  json: 'json',
  mjs: 'js',
};

/** The section of a page that shows an input, how it is run, and what is printed then: the fault and what to do. */
export function raiseLines(code: string, { run, files = {}, besides = [] }: Raise, printed = ''): string[] {
  const blocks = Object.entries(files).map(([name, text]) => fileBlock(name, text));
  return [
    '## An input that raises it',
    ...blocks.flat(),
    ...(run.length > LONGEST ? [] : [fenced('sh', run)]),
    ...(printed === '' ? [] : ['prints', fenced('', shortened(printed, code))]),
    ...(besides.length === 0 ? [] : [`It raises ${besides.map(code => `\`${code}\``).join(' and ')} too.`]),
  ];
}

/** The lines about the code: the first ones, if it is named there. */
function shortened(printed: string, code: string): string {
  const lines = printed.trimEnd().split('\n');
  const named = lines.findIndex(line => line.includes(code));
  const from = named < MOST_LINES ? 0 : named - LINES_BEFORE;
  const kept = lines
    .slice(from, from + MOST_LINES)
    .map(line => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
  const isCut = lines.length > from + MOST_LINES;
  return [...(from > 0 ? ['…'] : []), ...kept, ...(isCut ? ['…'] : [])].join('\n');
}

function fileBlock(name: string, text: string): string[] {
  if (text.length > LONGEST) return [`\`${name}\`: ${text.length.toLocaleString('en')} characters.`];
  if (isBinary(name))
    return [`\`${name}\`, as hexadecimal text (\`xxd -r -p\` makes octets of it):`, fenced('', text)];
  return [`\`${name}\`:`, fenced(LANGUAGES[name.slice(name.lastIndexOf('.') + 1)] ?? '', text)];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** The codes that an output names, but for those that are keys in a path. */
export function codesIn(output: string): string[] {
  const words = output.match(/(?<!\[")\b[a-z0-9]+\/[a-z0-9-]+/g) ?? [];
  return [...new Set(words)].filter(word => Object.hasOwn(ISSUE_CODES, word)).sort();
}
