import { requireObject, requireText } from '../../bytes/index.ts';
import { countOf } from '../../text/index.ts';
import { checkNode } from '../check-node.ts';
import type { InspectionNode } from '../node.ts';
import { fieldTree } from './field-tree.ts';
import { type Html, html } from './html.ts';
import { INSPECTOR_SCRIPT } from './inspector-script.ts';
import { INSPECTOR_STYLE } from './inspector-style.ts';
import { type NumberedNode, numbered } from './numbered.ts';
import { octetRows } from './octet-rows.ts';
import { htmlPage } from './page.ts';

/** How {@link renderInspection} writes. */
export interface RenderInspectionOptions {
  /** Heading of the page, such as the name of the file. Default: what the octets are. */
  readonly title?: string | undefined;
}

/**
 * A tree as one self-contained page: the fields beside their octets. Pointing at a field, or moving to it by the arrow
 * keys, lights up its octets, and the other way round; it can be read without script. Nothing is loaded, everything is
 * escaped.
 */
export function renderInspection(node: InspectionNode, options: RenderInspectionOptions = {}): string {
  checkNode(node);
  const { title = node.name } = requireObject(options, 'options such as { title }', 'options');
  requireText(title, 'a text', 'options.title');
  const tree = numbered(node, 0);
  const body = html`<header class="top"><h1>${title}</h1>
<p class="soft">${title === node.name ? '' : html`${node.name}, `}${countOf(node.length, 'octet')}</p>${findings(node)}</header>
<main>${panes(tree, 'Fields')}${joinedPanes(node, tree)}</main>`;
  return htmlPage({ title, style: INSPECTOR_STYLE, script: INSPECTOR_SCRIPT, body });
}

function joinedPanes({ joined }: InspectionNode, { last }: NumberedNode): Html {
  return joined === undefined ? html`` : panes(numbered(joined, last + 1), 'All parts together');
}

function panes(tree: NumberedNode, heading: string): Html {
  const { name } = tree.node;
  return html`<section class="panes"><h2>${heading}</h2>
<div class="octets" role="region" aria-label="Octets: ${name}" tabindex="0">${octetRows(tree)}</div>
<div class="fields">${fieldTree(tree)}</div></section>
`;
}

/** How many errors and warnings the tree has. */
function findings(node: InspectionNode): Html {
  const { errors, warnings } = countFindings(node);
  if (errors + warnings === 0) return html``;
  return html`<ul class="counts">${errors === 0 ? '' : html`<li class="error">${countOf(errors, 'error')}</li>`}${warnings === 0 ? '' : html`<li class="warning">${countOf(warnings, 'warning')}</li>`}</ul>`;
}

function countFindings(node: InspectionNode): { errors: number; warnings: number } {
  const found = { errors: node.error === undefined ? 0 : 1, warnings: node.warnings?.length ?? 0 };
  for (const inner of [...(node.children ?? []), ...(node.joined === undefined ? [] : [node.joined])]) {
    const { errors, warnings } = countFindings(inner);
    found.errors += errors;
    found.warnings += warnings;
  }
  return found;
}
