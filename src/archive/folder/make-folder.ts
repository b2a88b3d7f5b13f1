import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { systemCode } from './file-error.ts';

/**
 * Makes a folder and those above it, step by step: `mkdir` of Node with `recursive` never ends where a system refuses a
 * new entry as if its parent were missing. Gives the folders that were made, from the outer one to the inner one.
 */
export async function makeFolders(path: string): Promise<string[]> {
  const folder = resolve(path);
  try {
    await mkdir(folder);
    return [folder];
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST' && (await isFolder(folder))) return [];
    if (code !== 'ENOENT' || (await isFolder(dirname(folder)))) throw error;
  }
  const above = await makeFolders(dirname(folder));
  await mkdir(folder);
  return [...above, folder];
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
}
