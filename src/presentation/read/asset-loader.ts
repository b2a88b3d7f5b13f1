import { resolve } from 'node:path';
import { MmsError } from '../../errors.ts';
import type { Limits } from '../../limits.ts';
import type { Asset } from '../assemble/asset.ts';
import { readAsset } from './file.ts';

/** Reads a file by its whole path; `place` is where the input names it, such as `slides[1].image`. */
export type FileReader = (path: string, place?: string) => Promise<Asset>;

/** Reads from disk; each file that is read is told. */
export function diskReader(limits?: Partial<Limits>, onRead?: (path: string) => Promise<void>): FileReader {
  return async (path, place) => {
    await onRead?.(path);
    return readAsset(path, place, limits);
  };
}

/** Reads among the files of an archive, whose paths begin at the root: nothing outside can be named. */
export function archiveReader(files: readonly Pick<Asset, 'name' | 'data'>[]): FileReader {
  const byPath = new Map(files.map(file => [pathIn(file.name), file]));
  return async (path, place) => {
    const file = byPath.get(path.normalize('NFC'));
    if (file !== undefined) return { name: file.name, data: file.data, file: file.name, path: place };
    throw new MmsError('file/not-found', `there is no file ${path.slice(1)} in the archive`, {
      path: place ?? path,
    });
  };
}

function pathIn(name: string): string {
  return resolve('/', name).normalize('NFC');
}

/** Reads the files of a message, each once, relative to a folder. */
export class AssetLoader {
  readonly #baseDir: string;
  readonly #read: FileReader;
  readonly #byFile = new Map<string, Promise<Asset>>();

  constructor(baseDir: string, read: FileReader) {
    this.#baseDir = baseDir;
    this.#read = read;
  }

  /**
   * The file as an asset; `place` is where the input names it, such as `slides[1].image`.
   * @throws MmsError `file/not-found` and the like with that place
   */
  load(file: string, place: string): Promise<Asset> {
    const path = resolve(this.#baseDir, file);
    let asset = this.#byFile.get(path);
    if (asset === undefined) {
      asset = this.#read(path, place);
      this.#byFile.set(path, asset);
    }
    return asset;
  }
}
