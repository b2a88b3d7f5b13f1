import { filesBeside } from '../../archive/index.ts';
import { isMmsError, MmsError } from '../../errors.ts';

/**
 * Does what touches a file.
 * @throws MmsError `file/not-found` or `file/unreadable` in place of the system's error; `place` is that in the input
 */
export async function attempt<T>(
  action: () => Promise<T>,
  file: string,
  place: string | undefined,
): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (isMmsError(error)) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const path = place ?? file;
    if (reason === 'ENOENT' || reason === 'ENOTDIR') {
      const hint = await filesBeside(file);
      throw new MmsError('file/not-found', `there is no file ${file}`, { path, hint, cause: error });
    }
    throw new MmsError('file/unreadable', `${file} cannot be read: ${reason}`, { path, cause: error });
  }
}

const HINTS = {
  folder: 'put the file into the folder; or compose the manifest itself, which may name files elsewhere',
  archive: 'put the file into the archive',
  root: 'put the file below the root, or name a root that holds it',
} as const;

/** What the files of a message are bound to. */
export type Bound = keyof typeof HINTS;

/** The error about a path that leads out. */
export function outside(name: string, place: string | undefined, bound: Bound): MmsError {
  return new MmsError('file/outside-root', `${name} leaves the ${bound}`, {
    path: place ?? name,
    hint: HINTS[bound],
  });
}
