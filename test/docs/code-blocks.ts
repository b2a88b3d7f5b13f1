import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** A block of code in a page. */
export interface CodeBlock {
  /** `README.md:48`. */
  readonly place: string;
  /** The word behind the fence; empty for a picture of text. */
  readonly language: string;
  readonly code: string;
}

/** The pages that people read: those of the root and the guides. */
function pages(): string[] {
  const inRoot = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'ARCHITECTURE.md'];
  const guides = readdirSync(join(ROOT, 'docs')).filter(name => name.endsWith('.md'));
  return [...inRoot, ...guides.map(name => `docs/${name}`)];
}

/** Every fenced block of every page. */
export function codeBlocks(): CodeBlock[] {
  return pages().flatMap(page => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(
      ({ 1: language = '', 2: code = '', index }) => ({
        place: `${page}:${text.slice(0, index).split('\n').length}`,
        language,
        code,
      }),
    );
  });
}

/** The command lines of a shell block, continued lines joined, without remarks. */
export function commandLines(code: string): string[] {
  return code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .flatMap(line => line.split(/\s&&\s/))
    .map(line => line.replace(/\s+#\s.*$/, '').trim())
    .filter(line => line !== '' && !line.startsWith('#'));
}
