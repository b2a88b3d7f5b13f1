import { ISSUE_CODES } from '../../src/issues/index.ts';
import { isBinary, type Raise } from './raises/raise.ts';

/** Longer commands and files are not printed: nobody reads them. */
const LONGEST = 3000;

const LANGUAGES: Readonly<Record<string, string>> = { smil: 'xml', xml: 'xml', yaml: 'yaml', json: 'json' };

/** The section of a page that shows an input, and how it is run. */
export function raiseLines({ run, files = {}, besides = [] }: Raise): string[] {
  const blocks = Object.entries(files).map(([name, text]) => fileBlock(name, text));
  return [
    '## An input that raises it',
    ...blocks.flat(),
    ...(run.length > LONGEST ? [] : [fenced('sh', run)]),
    ...(besides.length === 0 ? [] : [`It raises ${besides.map(code => `\`${code}\``).join(' and ')} too.`]),
  ];
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

/** The codes that an output names. */
export function codesIn(output: string): string[] {
  const words = output.match(/\b[a-z0-9]+\/[a-z0-9-]+/g) ?? [];
  return [...new Set(words)].filter(word => Object.hasOwn(ISSUE_CODES, word)).sort();
}
