import type { PartChange } from '../../presentation/index.ts';
import { printable } from '../../text/index.ts';
import { formatTable } from './format-table.ts';

/** A table of what adapting did to each part. */
export function formatChanges(changes: readonly PartChange[]): string {
  const rows = changes.map(({ name, newName, inBytes, outBytes, action, steps }) => [
    printable(newName === undefined ? name : `${name} → ${newName}`),
    String(inBytes),
    String(outBytes),
    action === 'kept' ? '-' : steps.join(', '),
  ]);
  return formatTable([['part', 'in', 'out', 'change'], ...rows], [1, 2]);
}
