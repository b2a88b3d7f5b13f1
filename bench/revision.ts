import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** A built checkout of another revision, and how to leave nothing of it. */
export interface Checkout {
  readonly folder: string;
  readonly remove: () => void;
}

/** Builds a revision, with the packages of this one, in a temporary folder; a folder with a build serves as it is. */
export function checkOut(revision: string): Checkout {
  if (existsSync(join(revision, 'dist'))) return { folder: revision, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'bench-revision-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const archive = join(folder, 'revision.tar');
    run(ROOT, 'git', 'archive', '--output', archive, revision);
    run(folder, 'tar', '-xf', archive);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    run(folder, process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json');
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function run(folder: string, command: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
