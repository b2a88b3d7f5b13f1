import { posix } from 'node:path';
import { nearest } from '../../schema/index.ts';
import { printable } from '../../text/index.ts';

/** Names that a hint lists at most. */
const MOST_NAMES = 5;

/** What may be meant by a file that is not there, among the files that are; paths are divided by `/`. */
export function otherFiles(path: string, files: readonly string[]): string | undefined {
  const folder = posix.dirname(path);
  const beside = files.filter(file => posix.dirname(file) === folder).map(file => posix.basename(file));
  return meantFile(posix.basename(path), beside);
}

/** What may be meant by a name among those of its folder. */
export function meantFile(name: string, beside: readonly string[]): string | undefined {
  const meant = nearest(name, beside);
  if (meant !== undefined) return `did you mean ${printable(meant)}?`;
  if (beside.length === 0) return undefined;
  const some = beside.toSorted().slice(0, MOST_NAMES).map(printable).join(', ');
  return `beside it there are ${some}${beside.length > MOST_NAMES ? ' and others' : ''}`;
}
