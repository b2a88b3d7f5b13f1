import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Programs in place of the one that fits messages. */
export interface Programs {
  /** Gives the octets of every file as they are, and refuses those whose key is `refused`. */
  readonly same: URL;
  /** Ends in place of an answer. */
  readonly ends: URL;
  remove(): void;
}

const SAME = `process.on('message', ({ key, file }) => {
  const problem = { code: 'media/unknown-profile', message: 'nobody knows it' };
  process.send(key === 'refused' ? { key, problem } : { key, octets: file.data });
});`;

export function programs(): Programs {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  const program = (name: string, source: string): URL => {
    const path = join(folder, name);
    writeFileSync(path, source);
    return pathToFileURL(path);
  };
  return {
    same: program('same.mjs', SAME),
    ends: program('ends.mjs', `process.on('message', () => process.exit(1))`),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
