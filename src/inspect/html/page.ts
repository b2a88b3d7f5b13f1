import { sha256 } from '../../bytes/index.ts';
import { encodeUtf8, toBase64 } from '../../text/index.ts';
import { Html, html } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';

/** What {@link htmlPage} puts together. */
export interface HtmlPage {
  readonly title: string;
  /** Rules beside the common ones. */
  readonly style: string;
  /** A module without imports, or none; the page must be readable without it. */
  readonly script: string;
  readonly body: Html;
  /** What may be loaded from data: URIs beside the icon. */
  readonly media?: boolean | undefined;
  /** The page comes from a server, and may take pictures, sounds, frames and events from it. */
  readonly isServed?: boolean | undefined;
}

/** One self-contained page: nothing but its own style and script runs, and nothing is loaded from anywhere. */
export function htmlPage({ title, style, script, body, media = false, isServed = false }: HtmlPage): string {
  const rules = `${PAGE_STYLE}${style}`;
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(rules)}'`,
    `script-src '${hashOf(script)}'`,
    `img-src data:${isServed ? " 'self'" : ''}`,
    ...(isServed ? ["media-src 'self'", "connect-src 'self'", "frame-src 'self'"] : []),
    ...(media ? ['media-src data: blob:'] : []),
    "base-uri 'none'",
    `form-action ${isServed ? "'self'" : "'none'"}`,
  ].join('; ');
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(rules)}</style>
</head>
<body>
${body}
${script === '' ? '' : html`<script type="module">${new Html(script)}</script>`}
</body>
</html>
`.toString();
}

/** Of the few styles and scripts that there are: hashing them takes longer than the rest of a page. */
const HASHES = new Map<string, string>();

/** A source expression of CSP for an element with this text. */
function hashOf(text: string): string {
  const known = HASHES.get(text);
  if (known !== undefined) return known;
  const hash = `sha256-${toBase64(sha256(encodeUtf8(text)))}`;
  HASHES.set(text, hash);
  return hash;
}
