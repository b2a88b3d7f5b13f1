import type { SizeReport } from '../presentation/index.ts';
import { printable } from '../text/index.ts';

/** A table of where the octets of a message are. */
export function formatSizes({ total, headerBytes, parts }: SizeReport): string {
  const rows = [
    ['part', 'type', 'content', 'overhead'],
    ...parts.map(part => [
      printable(part.name),
      part.type,
      String(part.outBytes),
      String(part.overheadBytes),
    ]),
    ['header fields', '', '', String(headerBytes)],
    ['total', '', '', String(total)],
  ];
  const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
