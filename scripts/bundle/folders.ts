import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'dist');

/** The oldest Node that the package runs on. */
export const TARGET = 'node20.19';

/**
 * Says in a folder itself what its files are: Node 22 reads the nearest package.json anew for each, and that of the
 * package, with all its `exports`, is long.
 */
export function writeScope(folder: string, type: 'module' | 'commonjs'): void {
  writeFileSync(join(folder, 'package.json'), `{ "type": "${type}", "sideEffects": false }\n`);
}
