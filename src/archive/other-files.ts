import { readdir } from 'node:fs/promises';
import { basename, dirname, posix } from 'node:path';
import { didYouMean } from '../schema/index.ts';
import { printable } from '../text/index.ts';

/** Names that a hint lists at most. */
const MOST_NAMES = 5;

/** What may be meant by a file that is not there, among the files that are; paths are divided by `/`. */
export function otherFiles(path: string, files: readonly string[]): string | undefined {
  const folder = posix.dirname(path);
  const beside = files.filter(file => posix.dirname(file) === folder).map(file => posix.basename(file));
  return meantFile(posix.basename(path), beside);
}

/** What may be meant by a file of the disk that is not there. */
export async function filesBeside(path: string): Promise<string | undefined> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => undefined); // it is not there either, or may not be read
  return names === undefined ? `there is no folder ${folder}` : meantFile(basename(path), names);
}

/** What may be meant by a name among those of its folder. */
function meantFile(name: string, beside: readonly string[]): string | undefined {
  if (beside.length === 0) return undefined;
  const some = beside.toSorted().slice(0, MOST_NAMES).map(printable).join(', ');
  return didYouMean(
    name,
    beside,
    `beside it there are ${some}${beside.length > MOST_NAMES ? ' and others' : ''}`,
  );
}
