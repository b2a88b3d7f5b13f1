import { defineConfig } from 'vitepress';

/** The documentation as a static site; `npm run docs` writes it. Nothing is loaded from elsewhere, search is local. */
export default defineConfig({
  title: 'mms-composer',
  description: 'Compose MMS and encode mobile messaging, locally.',
  lang: 'en',
  cleanUrls: false,
  outDir: '../out/docs',
  srcExclude: ['SOURCES.md'],
  themeConfig: {
    search: { provider: 'local' },
    sidebar: [
      {
        text: 'Start',
        items: [
          { text: 'Five minutes', link: '/start' },
          { text: 'Which kind of message?', link: '/choose' },
          { text: 'How do I …?', link: '/asks' },
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
        ],
      },
    ],
  },
});
