import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';

/** Editors write in several steps; what comes within this time is one change. */
const QUIET_MS = 40;

/**
 * Tells of changes in the folders of files. Folders are watched rather than files, since editors write beside a file and
 * rename, which ends the watch of a file.
 */
export class FolderWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #onChange: () => void;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Watches the folders of these files and no others; for one that is gone, the next above it. */
  follow(files: Iterable<string>): void {
    if (this.#isClosed) return;
    const folders = new Set([...files].map(file => existingFolder(dirname(file))));
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#watch(folder);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #watch(folder: string): void {
    const watcher = watch(folder, () => this.#changed());
    watcher.on('error', () => {
      watcher.close();
      this.#watchers.delete(folder);
      this.#changed();
    });
    this.#watchers.set(folder, watcher);
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onChange, QUIET_MS);
  }
}

function existingFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : existingFolder(above);
}
