import { posix } from 'node:path';

/** What a page offers to links, and where its own links lead. */
export interface Ends {
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly string[];
}

/**
 * Links between pages, and to places within them, that lead nowhere: `start.md: asks.md#nothing`. Pages go by their
 * paths; `isThere` answers for what is no page, such as a picture.
 */
export function deadLinks(pages: ReadonlyMap<string, Ends>, isThere: (path: string) => boolean): string[] {
  const isDead = (link: string, from: string): boolean => {
    const [path = '', anchor = ''] = link.split('#').map(decodeURIComponent);
    const target = resolve(from, path);
    const page = pages.get(target);
    if (page === undefined) return !isThere(target);
    return anchor !== '' && !page.anchors.has(anchor);
  };
  return [...pages].flatMap(([from, { links }]) =>
    links
      .filter(link => !/^(?:[a-z]+:|\/\/)/.test(link) && isDead(link, from))
      .map(link => `${from}: ${link}`),
  );
}

function resolve(from: string, path: string): string {
  if (path === '') return from;
  const target = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
  return target === '' || target.endsWith('/') ? `${target}index${posix.extname(from)}` : target;
}

/** The ends of a page as it is written. */
export function endsOfMarkdown(text: string): Ends {
  const prose = text.replaceAll(/^```.*?^```$/gms, '');
  const headings = [...prose.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
  const links = prose.replaceAll(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g);
  return { anchors: new Set(headings), links: [...links].map(([, link = '']) => link) };
}

/** The ends of a page as it was built. */
export function endsOfHtml(html: string): Ends {
  const content = html.replaceAll(/<script\b.*?<\/script>/gs, '');
  const all = (attribute: RegExp): string[] =>
    [...content.matchAll(attribute)].map(([, value = '']) => value);
  return { anchors: new Set(all(/ id="([^"]*)"/g)), links: all(/ (?:href|src)="([^"]*)"/g) };
}

/** The anchor of a heading, where VitePress and GitHub agree on it: letters, digits and single hyphens. */
function anchorOf(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
