import type { Pages } from './pages.ts';

const HEAD = `# mms-composer

> Compose MMS presentations and encode mobile-messaging payloads, locally: from pictures, sounds, text, tunes and contacts to bytes that a phone or a gateway takes.
`;

/** The sections of llms.txt; a page stands in the first one that takes it. What is optional can be left unread. */
const SECTIONS: readonly (readonly [title: string, takes: (path: string) => boolean])[] = [
  ['Codes of errors and findings', path => path.startsWith('codes/')],
  ['Optional', path => path.startsWith('api/')],
  ['Guides and reference', () => true],
];

/** In which order the sections stand. */
const ORDER = ['Guides and reference', 'Codes of errors and findings', 'Optional'];

/** What stands beside the pages of the site: the Markdown of each, and llms.txt, which names them all. */
export function planBesideSite(pages: Pages): Map<string, string> {
  return new Map([...pages, ['llms.txt', llmsText(pages)]]);
}

function llmsText(pages: Pages): string {
  const lines = new Map<string, string[]>(ORDER.map(title => [title, []]));
  for (const [path, text] of pages) {
    const title = SECTIONS.find(([, takes]) => takes(path))?.[0] ?? '';
    lines.get(title)?.push(lineOf(path, text));
  }
  const sections = [...lines].map(([title, of]) => `## ${title}\n\n${of.join('\n')}\n`);
  return [HEAD, ...sections].join('\n');
}

function lineOf(path: string, text: string): string {
  const about = aboutOf(text);
  return `- [${titleOf(text) ?? path}](${path})${about === undefined ? '' : `: ${about}`}`;
}

/** The heading of a page. */
export function titleOf(text: string): string | undefined {
  return /^# (.*)$/m.exec(text)?.[1]?.replaceAll('\\', '');
}

/** The first sentence of a page that is neither a quotation, a table, a list nor code. */
function aboutOf(text: string): string | undefined {
  const paragraphs = text
    .slice(text.search(/^# /m))
    .split(/\n{2,}/)
    .slice(1);
  const first = paragraphs.find(
    paragraph => /^[`\p{Letter}]/u.test(paragraph) && !paragraph.startsWith('```'),
  );
  return first
    ?.replaceAll('\n', ' ')
    .replace(/^(.*?[.:?])(?:\s.*)?$/su, '$1')
    .replace(/:$/, '.');
}
