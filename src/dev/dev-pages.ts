import { isMmsError, reasonOf } from '../errors.ts';
import { type Html, html, htmlPage } from '../inspect/index.ts';
import type { Issue } from '../issues/index.ts';

const FRAME_STYLE = `
body { display: grid; grid-template-rows: auto 1fr; height: 100vh }
output { padding: .3rem clamp(.75rem, 3vw, 2rem); font-size: .8rem; color: var(--soft); background: var(--stripe) }
iframe { border: 0; width: 100%; height: 100% }
`;

const FRAME_SCRIPT = `
const frame = document.querySelector('iframe'), state = document.querySelector('output');
let version = document.body.firstElementChild.dataset.version;
const events = new EventSource('/events');
events.onmessage = ({ data }) => {
  state.textContent = 'Live: changes are shown as files are saved';
  if (data !== version) frame.contentWindow.location.reload();
  version = data;
};
events.onerror = () => { state.textContent = 'The server is gone; the page as it was' };
`;

/** The page that holds the preview and loads it again when it has changed. */
export function framePage(version: number): string {
  return htmlPage({
    title: 'Live preview',
    style: FRAME_STYLE,
    script: FRAME_SCRIPT,
    isServed: true,
    body: html`<output data-version="${version}">Without script, reload the page to see changes</output>
<iframe src="/preview" title="Preview"></iframe>`,
  });
}

const ERROR_STYLE = `
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem clamp(.75rem, 3vw, 2rem) }
h1 { margin-bottom: 1rem }
ul { list-style: none; margin: 0 0 1rem; padding: 0 }
p { overflow-wrap: anywhere }
li.note { margin: .5rem 0; padding: .6rem .9rem; font-size: .95rem }
.note code { font: .8rem var(--mono) } .note span { display: block }
`;

/** What is wrong with the input, in place of its preview. */
export function errorPage(error: unknown): string {
  return htmlPage({
    title: 'The message cannot be made',
    style: ERROR_STYLE,
    script: '',
    body: html`<main><h1>The message cannot be made</h1>${explained(error)}<p class="soft">This page changes when the files do.</p></main>`,
  });
}

function explained(error: unknown): Html {
  if (!isMmsError(error)) return html`<p>${reasonOf(error)}</p>`;
  const { path, message, code, hint, details } = error;
  const problems = (details?.issues ?? []).filter(
    ({ severity, fixed }) => severity === 'error' && fixed !== true,
  );
  const told: readonly Problem[] = problems.length === 0 ? [{ path, message, code, hint }] : problems;
  return html`<ul>${told.map(problem)}</ul>`;
}

type Problem = Pick<Issue, 'code' | 'message'> & {
  readonly [K in 'path' | 'hint' | 'file' | 'line' | 'column']?: Issue[K] | undefined;
};

function problem({ file, line, column, path, message, code, hint }: Problem): Html {
  const place = [line === undefined ? undefined : `${file ?? ''}:${line}:${column ?? 1}`, path]
    .filter(part => part !== undefined)
    .join(' ');
  return html`<li class="note error">${place === '' ? '' : html`<span><code>${place}</code></span>`}<b>${message}</b>${hint === undefined ? '' : html`<span>${hint}</span>`} <span class="code">${code}</span></li>`;
}
