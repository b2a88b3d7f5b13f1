import type { Issue } from '../../issues/index.ts';
import { printable } from '../../text/index.ts';
import { formatOctets } from '../format-octets.ts';
import { formatValue, isPicture } from '../format-value.ts';
import { hasFinding } from '../has-error.ts';
import type { InspectionNode } from '../node.ts';
import { isPlain } from '../plain-field.ts';
import { shownOctets, shownValue } from '../shown-value.ts';
import { bitmapView } from './bitmap-view.ts';
import { type Html, html } from './html.ts';
import type { NumberedNode } from './numbered.ts';

/** Octets of a leaf that stand beside its value. */
const FEW = 8;

/** The fields as nested lists; those that say nothing new are closed. */
export function fieldTree(tree: NumberedNode): Html {
  return html`<ul class="tree">${item(tree, undefined)}</ul>`;
}

function item(tree: NumberedNode, around: InspectionNode | undefined): Html {
  const { node, number, last, children } = tree;
  if (children.length === 0) {
    return html`<li><a class="field" id="f${number}" href="#o${number}" data-n="${number}" data-last="${last}" data-at="${node.offset}" data-length="${node.length}">${facts(node, around)}</a>${notes(node)}</li>
`;
  }
  const open = isPlain(node) && !hasFinding(node) ? html`` : html` open`;
  return html`<li><details${open}><summary class="field" id="f${number}" data-n="${number}" data-last="${last}">${facts(node, around)}</summary>${notes(node)}<ul>${children.map(child => item(child, node))}</ul></details></li>
`;
}

function facts(node: InspectionNode, around: InspectionNode | undefined): Html {
  const value = shownValue(node, around);
  const octets = shownOctets(node);
  return html`<span class="at">${node.offset.toString(16).padStart(4, '0')}</span><span class="said"><b>${printable(node.name)}</b>${value === '' ? '' : html` <span class="value">${value}</span>`}${octets === '' ? '' : html` <span class="bits">${octets}</span>`}${bits(node)}</span><span class="clause">${node.clause ?? ''}</span>`;
}

/** The bits of a field that does not fill whole octets. */
function bits(node: InspectionNode): Html {
  if (node.bitLength === undefined || node.children !== undefined || node.length > FEW) return html``;
  return html` <span class="bits">${formatOctets(node)}</span>`;
}

function notes(node: InspectionNode): Html {
  const issues = [...(node.error === undefined ? [] : [node.error]), ...(node.warnings ?? [])];
  return html`${issues.map(note)}${picture(node)}`;
}

function note({ severity, code, message }: Issue): Html {
  return html`<p class="note ${severity}"><b>${severity}</b> ${printable(message)} <span class="code">${code}</span></p>`;
}

/** The rows of a bitmap, drawn. */
function picture({ value }: InspectionNode): Html {
  if (!isPicture(value)) return html``;
  const bitmap = { width: value[0]?.length ?? 0, height: value.length, rows: value };
  return html`<div class="picture" role="img" aria-label="${formatValue(value)}">${bitmapView(bitmap)}</div>`;
}
