import { type Cost, ratios } from './rounds.ts';

/** One line: what was measured, and against what. */
export interface Row {
  readonly name: string;
  readonly size?: number | undefined;
  readonly ours: Cost;
  readonly peer?: { readonly name: string; readonly cost: Cost } | undefined;
}

const HEADINGS = ['work', 'µs', 'against', 'µs', 'best', 'median', 'growth', 'kB a call'] as const;

/** The rows as columns of text. Ratios above 1 mean that ours is slower; growth of 1 is that of the size. */
export function formatTable(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(row => cells(row, rows))];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)));
  return lines
    .map(line => line.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  '))
    .join('\n');
}

function cells(row: Row, rows: readonly Row[]): string[] {
  const { name, size, ours, peer } = row;
  const ratio = peer === undefined ? undefined : ratios(ours, peer.cost);
  return [
    size === undefined ? name : `${name}: ${size}`,
    figure(ours.bestUs),
    peer?.name ?? '',
    peer === undefined ? '' : figure(peer.cost.bestUs),
    ratio === undefined ? '' : ratio.best.toFixed(2),
    ratio === undefined ? '' : ratio.median.toFixed(2),
    growthOf(row, rows),
    figure(ours.allocatedBytes / 1000),
  ];
}

/** By how much more the time grew than the size, since the smallest work of the series. */
function growthOf({ name, size, ours }: Row, rows: readonly Row[]): string {
  const first = rows.find(row => row.name === name);
  if (size === undefined || first?.size === undefined || first.size === size) return '';
  return (ours.bestUs / first.ours.bestUs / (size / first.size)).toFixed(2);
}

function figure(value: number): string {
  if (Number.isNaN(value)) return '';
  return value.toFixed(value < 10 ? 2 : value < 1000 ? 1 : 0);
}

/** Words stand left, figures right. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === 2 ? cell.padEnd(width) : cell.padStart(width);
}
