import type { SizeReport } from '../../presentation/index.ts';
import { printable } from '../../text/index.ts';
import { formatTable } from './format-table.ts';

/** A table of where the octets of a message are. */
export function formatSizes({ total, headerBytes, parts }: SizeReport): string {
  return formatTable(
    [
      ['part', 'type', 'content', 'overhead'],
      ...parts.map(part => [
        printable(part.name),
        part.type,
        String(part.outBytes),
        String(part.overheadBytes),
      ]),
      ['header fields', '', '', String(headerBytes)],
      ['total', '', '', String(total)],
    ],
    [2, 3],
  );
}
