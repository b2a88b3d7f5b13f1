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
  const rules = inlineStyle(style);
  const code = inlineScript(script);
  const policy = [
    "default-src 'none'",
    `style-src ${rules.source}`,
    `script-src ${code.source}`,
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
<style>${rules.html}</style>
</head>
<body>
${body}
${script === '' ? '' : html`<script type="module">${code.html}</script>`}
</body>
</html>
`.toString();
}

/** A style or a script as it stands in a page. */
interface Inline {
  readonly html: Html;
  /** The source expression of CSP for an element with this text. */
  readonly source: string;
}

// Of the few that there are: hashing one takes longer than the rest of a page.
const STYLES = new Map<string, Inline>();
const SCRIPTS = new Map<string, Inline>();

/** The common rules and those of a page. */
function inlineStyle(style: string): Inline {
  return known(STYLES, style, () => inline(`${PAGE_STYLE}${style}`));
}

function inlineScript(script: string): Inline {
  return known(SCRIPTS, script, () => inline(script));
}

function inline(text: string): Inline {
  return { html: new Html(text), source: `'sha256-${toBase64(sha256(encodeUtf8(text)))}'` };
}

function known(all: Map<string, Inline>, key: string, make: () => Inline): Inline {
  const found = all.get(key) ?? make();
  all.set(key, found);
  return found;
}
