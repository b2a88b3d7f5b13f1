import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a room, a folder or a file of one. */
export function sourcesOf(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(path, name));
}
