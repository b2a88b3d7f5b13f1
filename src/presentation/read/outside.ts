import { realpath } from 'node:fs/promises';
import { isInside } from '../../archive/index.ts';
import { attempt, type Bound, outside } from './file-errors.ts';

/**
 * Makes sure that what a path stands for, links followed, is in a folder, or would be.
 * @throws MmsError `file/outside-root`; `file/not-found` for the folder itself
 */
export async function refuseOutside(
  path: string,
  root: string,
  { place, bound = 'root' }: { readonly place?: string | undefined; readonly bound?: Bound } = {},
): Promise<void> {
  await attempt(() => realpath(root), root, undefined);
  const isFine = await attempt(() => isInside(root, path), path, place);
  if (!isFine) throw outside(path, place, bound);
}
