import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reasonOf } from '../errors.ts';
import { FolderWatch } from './folder-watch.ts';

/** Tells which file a job is about to read. */
export type OnRead = (path: string) => Promise<void>;

/**
 * A job that is done again whenever one of the files changes that it read last time. One run at a time; what changes
 * during one makes another. What the job writes beside its files is not a change.
 */
export class FollowedJob {
  readonly #paths: readonly string[];
  readonly #job: (onRead: OnRead) => Promise<void>;
  readonly #watch = new FolderWatch(() => void this.#look());
  #running: Promise<void> | undefined;
  #isStale = false;
  /** What the last run read, each file as it was before. */
  #read: ReadonlyMap<string, string> = new Map();

  constructor(paths: readonly string[], job: (onRead: OnRead) => Promise<void>) {
    this.#paths = paths;
    this.#job = job;
  }

  /** Does the job for the first time. */
  start(): Promise<void> {
    return this.#run();
  }

  async close(): Promise<void> {
    this.#watch.close();
    this.#isStale = false;
    await this.#running;
  }

  async #look(): Promise<void> {
    for (const [path, before] of this.#read) {
      if ((await stateOf(path)) === before) continue;
      return this.#run();
    }
  }

  #run(): Promise<void> {
    this.#isStale = true;
    this.#running ??= this.#runWhileStale().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #runWhileStale(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const read = new Map<string, string>();
      const onRead = async (path: string): Promise<void> => {
        const whole = resolve(path);
        if (!read.has(whole)) read.set(whole, await stateOf(whole));
        this.#watch.follow(new Set([...read.keys(), ...this.#read.keys()]));
      };
      for (const path of this.#paths) await onRead(path);
      try {
        await this.#job(onRead);
      } finally {
        this.#read = read;
        this.#watch.follow(read.keys());
      }
    }
  }
}

/** What changes when a file does; of a folder, its names. */
async function stateOf(path: string): Promise<string> {
  try {
    const { ino, mtimeNs, size, isFolder } = await factsOf(path);
    return isFolder ? (await readdir(path)).toSorted().join('/') : `${ino} ${mtimeNs} ${size}`;
  } catch (error) {
    return reasonOf(error); // gone, or not to be read
  }
}

async function factsOf(path: string) {
  const facts = await stat(path, { bigint: true });
  return { ino: facts.ino, mtimeNs: facts.mtimeNs, size: facts.size, isFolder: facts.isDirectory() };
}
