import { formatBlocks } from '../bitmap/index.ts';
import { requireObject } from '../bytes/index.ts';
import type { Issue } from '../issues/index.ts';
import { printable } from '../text/index.ts';
import { checkNode } from './check-node.ts';
import { formatOctets } from './format-octets.ts';
import { isPicture } from './format-value.ts';
import type { InspectionNode } from './node.ts';
import { isPlain } from './plain-field.ts';
import { shownValue } from './shown-value.ts';

/** How {@link formatInspection} writes. */
export interface FormatInspectionOptions {
  /** Colours by escape sequences, for a terminal. Default false. */
  readonly colour?: boolean | undefined;
}

/** Octets on a line, and lines of octets of one field before the others are left out. */
const OCTETS_A_LINE = 8;
const MAX_LINES = 8;
const COLUMN = OCTETS_A_LINE * 3 + 2;

/** SGR codes (ECMA-48 8.3.117). */
const COLOURS = { dim: 2, bold: 1, green: 32, yellow: 33, red: 31, cyan: 36 } as const;

type Paint = (colour: keyof typeof COLOURS, text: string) => string;

/**
 * A tree for people to read: the place of each field in hexadecimal, its octets or bits, name, value and clause. A field
 * that consists of its number and one value is one line.
 */
export function formatInspection(node: InspectionNode, options: FormatInspectionOptions = {}): string {
  checkNode(node);
  requireObject(options, 'options such as { colour }', 'options');
  const paint: Paint =
    options.colour === true
      ? (colour, text) => (text === '' ? '' : `\u001b[${COLOURS[colour]}m${text}\u001b[0m`)
      : (_, text) => text;
  const digits = Math.max(4, (node.offset + node.length).toString(16).length);
  const lines = linesOf(node, 0, { paint, digits });
  const { joined } = node;
  const together =
    joined === undefined ? [] : ['', 'All parts together:', '', formatInspection(joined, options)];
  return `${[...lines, ...together].join('\n').trimEnd()}\n`;
}

interface Style {
  readonly paint: Paint;
  readonly digits: number;
}

function linesOf(node: InspectionNode, depth: number, style: Style, around?: InspectionNode): string[] {
  const { children } = node;
  const isLeaf = children === undefined || isPlain(node);
  const [first = '', ...others] = isLeaf ? octetLines(node) : [];
  const place = style.paint('dim', node.offset.toString(16).padStart(style.digits, '0'));
  const indent = '  '.repeat(depth);
  const lines = [`${place}  ${octets(first, style)}${indent}${said(node, style, around)}`];
  const margin = ' '.repeat(style.digits + 2);
  for (const line of others) lines.push(`${margin}${style.paint('cyan', line)}`);
  const notes = [...(node.error === undefined ? [] : [node.error]), ...(node.warnings ?? [])];
  const under = `${margin}${' '.repeat(COLUMN)}${indent}`;
  for (const note of notes) lines.push(`${under}${noteOf(note, style)}`);
  for (const row of pictureOf(node)) lines.push(`${under}${row}`);
  if (isLeaf) return lines;
  return [...lines, ...children.flatMap(child => linesOf(child, depth + 1, style, node))];
}

function octets(line: string, { paint }: Style): string {
  return `${paint('cyan', line)}${' '.repeat(Math.max(2, COLUMN - line.length))}`;
}

function octetLines(node: InspectionNode): string[] {
  const whole = { ...node, raw: node.raw.subarray(0, OCTETS_A_LINE * MAX_LINES) };
  const lines = formatOctets(whole).match(/.{1,24}/g) ?? [];
  const left = node.length - whole.raw.length;
  return left <= 0 ? lines : [...lines, `… ${left} more`];
}

function said(node: InspectionNode, { paint }: Style, around: InspectionNode | undefined): string {
  const value = shownValue(node, around);
  const name = paint('bold', printable(node.name));
  const clause = node.clause === undefined ? '' : `  ${paint('dim', `[${node.clause}]`)}`;
  return `${name}${value === '' ? '' : `  ${paint('green', value)}`}${clause}`;
}

function noteOf({ severity, code, message }: Issue, { paint }: Style): string {
  const text = `${severity}: ${printable(message)} (${code})`;
  return paint(severity === 'error' ? 'red' : 'yellow', text);
}

function pictureOf({ value }: InspectionNode): string[] {
  if (!isPicture(value)) return [];
  return formatBlocks({ width: value[0].length, height: value.length, rows: value }).trimEnd().split('\n');
}
