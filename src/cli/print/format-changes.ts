import type { Issue } from '../../issues/index.ts';
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

/** What is removed for its own sake, and so is told beside the table. */
const ALWAYS_TOLD: ReadonlySet<string> = new Set(['media/location', 'media/personal-metadata']);

/** The findings without those that {@link formatChanges} tells. */
export function withoutChanges(issues: readonly Issue[], changes: readonly PartChange[]): Issue[] {
  const changed = new Set(changes.filter(({ action }) => action !== 'kept').map(({ name }) => name));
  return issues.filter(
    ({ code, file, path, fixed }) =>
      fixed !== true ||
      path?.startsWith('parts[') !== true ||
      !changed.has(file ?? '') ||
      ALWAYS_TOLD.has(code),
  );
}
