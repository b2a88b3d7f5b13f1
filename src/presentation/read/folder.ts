import { join } from 'node:path';
import type { BundleOptions } from '../../archive/index.ts';
import { readFolder } from '../../archive/index.ts';
import type { CompileOptions } from '../assemble/compile.ts';
import type { PresentationContent } from '../content.ts';
import { UNPACKED_MANIFEST } from '../write/unpack.ts';
import { compileEntries } from './bundle.ts';
import { readManifestMessage } from './manifest.ts';

/**
 * Compiles the files of a folder as those of a ZIP bundle; one with a `message.json` is composed by it.
 * @throws MmsError `folder/empty`, `folder/symlink` and what compiling throws
 */
export async function readMessageFolder(
  folder: string,
  options: CompileOptions & BundleOptions,
): Promise<PresentationContent> {
  const { entries, issues } = await readFolder(folder, options);
  if (entries.some(({ name }) => name === UNPACKED_MANIFEST)) {
    return readManifestMessage(join(folder, UNPACKED_MANIFEST), options);
  }
  return compileEntries(entries, issues, options);
}
