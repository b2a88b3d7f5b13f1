import { build } from 'esbuild';
import { siteBody } from '../../site/body.ts';
import { SITE_STYLE } from '../../site/style.ts';
import { PAGE_STYLE } from '../../src/inspect/html/page-style.ts';
import { Html, html } from '../../src/inspect/index.ts';
import { FOR_BROWSERS } from '../browser/bundle.ts';
import { siteExamples } from './examples.ts';

/** Nothing is loaded and nothing sent; frames hold pages of ours, with their sounds and pictures in them. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; media-src data: blob:; base-uri 'none'; form-action 'none'";

/** The page that explains bytes, as one file. */
export async function sitePage(): Promise<string> {
  const examples = await siteExamples();
  const { outputFiles } = await build({
    ...FOR_BROWSERS,
    entryPoints: ['site/main.ts'],
    define: { SITE_EXAMPLES: JSON.stringify(examples) },
    minify: true,
    logOverride: { 'import-is-undefined': 'silent' },
  });
  // An end tag in a text would end the script.
  const code = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="What SMS, WAP push, WBXML, MMS and Smart Messaging octets mean: paste them, see them.">
<title>Explain any mobile-messaging bytes</title>
<link rel="icon" href="data:,">
<style>${new Html(PAGE_STYLE + SITE_STYLE)}</style>
</head>
<body>
${siteBody(examples)}
<script type="module">${new Html(code)}</script>
</body>
</html>
`.toString();
}
