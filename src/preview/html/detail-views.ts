import { type Html, html } from '../../inspect/index.ts';
import type { Issue } from '../../issues/index.ts';
import { textOf } from '../../message/index.ts';
import { toJson } from '../../schema/index.ts';
import { dataUri, isPlayed, type PageMedium } from './media.ts';
import type { PreviewContext } from './phone-view.ts';

/** The parts in a table, each with its octets to take away; sounds and films that a browser plays can be played. */
export function partsView({ presentation, media }: PreviewContext): Html {
  const shown = new Set<PageMedium>();
  const rows = presentation.parts.map(part => {
    const medium = media.of(part);
    const content = shown.has(medium) ? '' : takeAway(medium);
    shown.add(medium);
    return html`<tr><th scope="row">${part.name}</th><td>${part.contentType}</td><td>${part.contentId ?? ''}</td><td class="number">${part.data.length}</td><td>${content}</td></tr>
`;
  });
  return html`<div class="wide" role="region" aria-label="Parts" tabindex="0"><table><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Content-ID</th><th scope="col" class="number">Octets</th><th scope="col">Content</th></tr></thead><tbody>
${rows}</tbody></table></div>`;
}

/** A picture has its one copy elsewhere in the page; every other part has it here. */
function takeAway(medium: PageMedium): Html {
  const { part, id, picture, twin, notes } = medium;
  if (picture !== undefined)
    return html`${thumb(medium)}${twin === undefined ? '' : html`<a id="${id}-octets" download="${part.name}" href="${dataUri(part)}">${part.name}</a>`}`;
  if (isPlayed(part))
    return part.kind === 'video'
      ? html`<video id="${id}" controls preload="none" src="${dataUri(part)}"></video>`
      : html`<audio id="${id}" controls preload="none" src="${dataUri(part)}"></audio>`;
  if (part.kind === 'text' || part.kind === 'smil') return html`<q>${excerpt(textOf(part).text)}</q>`;
  if (notes !== undefined)
    return html`<a id="${id}" data-notes="${notes}" download="${part.name}" href="${dataUri(part)}">${part.name}</a>`;
  return html`<a id="${id}" download="${part.name}" href="${dataUri(part)}">${part.name}</a>`;
}

/** A picture, small; of any other part, nothing. */
export function thumb({ part, id, picture }: PageMedium): Html {
  if (picture === undefined) return html``;
  return html`<svg class="thumb" viewBox="0 0 ${picture.width} ${picture.height}" role="img" aria-label="${part.name}"><use href="#${id}"/></svg>`;
}

const EXCERPT = 60;

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}

/** The SMIL document with its findings at their lines. */
export function smilView({ presentation }: PreviewContext, issues: readonly Issue[]): Html {
  const { smil } = presentation;
  if (smil === undefined)
    return html`<p class="soft">The message has no presentation; phones list its parts.</p>`;
  const lines = smil.text.split(/\r\n|\r|\n/).map((line, index) => {
    const found = issues.filter(issue => issue.line === index + 1);
    return html`<li><code>${laidOut(line)}</code>${found.map(note)}</li>`;
  });
  return html`<ol class="source">${lines}</ol>`;
}

/** A line that holds many elements as one line for each, indented by depth. */
function laidOut(line: string): Html | string {
  const elements = line.split(/(?<=>)(?=<)/);
  if (elements.length === 1) return line;
  let depth = 0;
  const shown = elements.map(element => {
    if (element.startsWith('</')) depth -= 1;
    const indent = '  '.repeat(Math.max(0, depth));
    const isOpen = /^<[^/!?]/.test(element) && !element.endsWith('/>') && !element.includes('</');
    if (isOpen) depth += 1;
    return html`<span>${indent}${element}</span>`;
  });
  return html`${shown}`;
}

/** All findings. */
export function findingsView(issues: readonly Issue[]): Html {
  if (issues.length === 0) return html`<p class="good">No findings.</p>`;
  return html`${issues.map(note)}`;
}

function note({ severity, code, message, path, hint, fixed = false }: Issue): Html {
  return html`<p class="note ${fixed ? 'info' : severity}"><b>${fixed ? 'mended' : severity}</b> ${path === undefined ? '' : html`<code>${path}</code> `}${message}${hint === undefined ? '' : `; ${hint}`} <span class="code">${code}</span></p>`;
}

/** The header fields. */
export function headersView({ presentation }: PreviewContext): Html {
  const rows = Object.entries(presentation.headers).map(
    ([key, value]) => html`<tr><th scope="row">${key}</th><td>${shown(value)}</td></tr>
`,
  );
  return html`<div class="wide" role="region" aria-label="Header fields" tabindex="0"><table class="keys"><tbody>${rows}</tbody></table></div>`;
}

function shown(value: unknown): string {
  const json = toJson(value);
  if (Array.isArray(json) && json.every(one => typeof one === 'string')) return json.join(', ');
  return typeof json === 'string' ? json : JSON.stringify(json);
}
