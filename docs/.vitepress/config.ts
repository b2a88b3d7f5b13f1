import { basename } from 'node:path';
import { type DefaultTheme, defineConfig } from 'vitepress';
import { linkCodes } from '../../scripts/docs/link-codes.ts';
import { ISSUE_CODES } from '../../src/issues/index.ts';

type Items = DefaultTheme.SidebarItem[];

const GUIDES: Items = [
  {
    text: 'Start',
    items: [
      { text: 'Five minutes', link: '/start' },
      { text: 'Which kind of message?', link: '/choose' },
      { text: 'How do I …?', link: '/asks' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { text: 'Fitting phones and networks', link: '/fitting' },
      { text: 'Sending and failover', link: '/sending' },
      { text: 'Modem, Kannel, SMPP', link: '/ways' },
      { text: 'Campaigns', link: '/bulk' },
      { text: 'Reading messages', link: '/reading' },
      { text: 'Old phones', link: '/old-phones' },
      { text: 'Sandbox in tests', link: '/sandbox' },
      { text: 'Security', link: '/safety' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'Commands', link: '/commands' },
      { text: 'Tables', link: '/tables' },
      { text: 'Errors and findings', link: '/errors' },
      { text: 'Phones and networks', link: '/phones-and-networks' },
      { text: 'API', link: '/api/' },
    ],
  },
  {
    text: 'Project',
    items: [
      { text: 'Extending', link: '/extending' },
      { text: 'Verification', link: '/verification' },
      { text: 'Sources', link: '/SOURCES' },
    ],
  },
];

/** Beside the page of a code stand those of its subject: all of them would be most of every page. */
function codeSidebars(): DefaultTheme.SidebarMulti {
  const subjects: Record<string, { text: string; link: string }[]> = {};
  for (const code of Object.keys(ISSUE_CODES).sort()) {
    const [subject = '', name = ''] = code.split('/');
    subjects[subject] ??= [{ text: 'All codes', link: '/errors' }];
    subjects[subject].push({ text: name, link: `/codes/${code}` });
  }
  return Object.fromEntries(
    Object.entries(subjects).map(([text, items]) => [`/codes/${text}/`, [{ text, items }]]),
  );
}

/** The documentation as a static site; `npm run docs` writes it. Nothing is loaded from elsewhere, search is local. */
export default defineConfig({
  title: 'mms-composer',
  description: 'Compose MMS and encode mobile messaging, locally.',
  lang: 'en',
  cleanUrls: false,
  // Else every page repeats the addresses of all of them.
  metaChunk: true,
  outDir: '../out/docs',
  // The index of the search, which is loaded with the first search.
  vite: { build: { chunkSizeWarningLimit: 4096 } },
  markdown: {
    config(md) {
      linkCodes(md);
      // Braces of a text are braces: no page computes anything.
      md.renderer.rules['text'] = (tokens, index) =>
        md.utils.escapeHtml(tokens[index]?.content ?? '').replaceAll('{{', '&#123;&#123;');
    },
  },
  transformHead: ({ page }) =>
    page === '404.md' ? [] : [['link', { rel: 'alternate', type: 'text/markdown', href: basename(page) }]],
  transformPageData: ({ relativePath }) =>
    /^(?:api|codes)\//.test(relativePath) ? { frontmatter: { prev: false, next: false } } : {},
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Guides', link: '/start' },
      { text: 'Commands', link: '/commands' },
      { text: 'Codes', link: '/errors' },
      { text: 'API', link: '/api/' },
    ],
    sidebar: { ...codeSidebars(), '/': GUIDES },
  },
});
