import type { Issue } from '../../issues/index.ts';
import { printable } from '../../text/index.ts';
import { formatOctets } from '../format-octets.ts';
import { formatValue, isPicture } from '../format-value.ts';
import { hasFinding } from '../has-error.ts';
import type { InspectionNode } from '../node.ts';
import { isPlain } from '../plain-field.ts';
import { shownOctets, shownValue } from '../shown-value.ts';
import { bitmapView } from './bitmap-view.ts';
import { escaped, Html, html } from './html.ts';
import type { NumberedNode } from './numbered.ts';

/** Octets of a leaf that stand beside its value. */
const FEW = 8;

/**
 * The fields as nested lists; those that say nothing new are closed. The number of a field is in its id. There can be
 * thousands, so each is one text from few pieces.
 */
export function fieldTree(tree: NumberedNode): Html {
  return new Html(`<ul class="tree">${item(tree, undefined)}</ul>`);
}

function item({ node, number, last, children }: NumberedNode, around: InspectionNode | undefined): string {
  if (children.length === 0)
    return `<li><a class="field" id="f${number}" href="#o${number}" data-length="${node.length}">${facts(node, around)}</a>${notes(node)}</li>\n`;
  const open = isPlain(node) && !hasFinding(node) ? '' : ' open';
  let inner = '';
  for (const child of children) inner += item(child, node);
  return `<li><details${open}><summary class="field" id="f${number}" data-last="${last}">${facts(node, around)}</summary>${notes(node)}<ul>${inner}</ul></details></li>\n`;
}

function facts(node: InspectionNode, around: InspectionNode | undefined): string {
  const place = node.offset.toString(16).padStart(4, '0');
  const name = escaped(printable(node.name));
  const clause = node.clause === undefined ? '' : escaped(node.clause);
  return `<span class="at">${place}</span><span class="said"><b>${name}</b>${said(node, around)}</span><span class="clause">${clause}</span>`;
}

/** The value of a field, else its octets; its bits, where it does not fill whole octets. */
function said(node: InspectionNode, around: InspectionNode | undefined): string {
  const value = shownValue(node, around);
  const shown = value === '' ? '' : ` <span class="value">${escaped(value)}</span>`;
  const octets = shownOctets(node) || bits(node);
  return octets === '' ? shown : `${shown} <span class="bits">${octets}</span>`;
}

function bits(node: InspectionNode): string {
  if (node.bitLength === undefined || node.children !== undefined || node.length > FEW) return '';
  return formatOctets(node);
}

function notes(node: InspectionNode): string {
  const { error, warnings = [], value } = node;
  let shown = error === undefined ? '' : note(error);
  for (const warning of warnings) shown += note(warning);
  return isPicture(value) ? `${shown}${picture(value)}` : shown;
}

function note({ severity, code, message }: Issue): string {
  return html`<p class="note ${severity}"><b>${severity}</b> ${printable(message)} <span class="code">${code}</span></p>`.toString();
}

/** The rows of a bitmap, drawn. */
function picture(rows: [string, ...string[]]): string {
  const bitmap = { width: rows[0].length, height: rows.length, rows };
  return html`<div class="picture" role="img" aria-label="${formatValue(rows)}">${bitmapView(bitmap)}</div>`.toString();
}
