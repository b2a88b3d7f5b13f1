import { resolve } from 'node:path';
import type { Limits } from '../../limits.ts';
import type { Asset } from '../assemble/asset.ts';
import { readAsset } from './file.ts';

/** Reads the files of a message, each once, relative to a folder. */
export class AssetLoader {
  readonly #baseDir: string;
  readonly #limits: Partial<Limits> | undefined;
  readonly #byFile = new Map<string, Promise<Asset>>();

  constructor(baseDir: string, limits?: Partial<Limits>) {
    this.#baseDir = baseDir;
    this.#limits = limits;
  }

  /**
   * The file as an asset; `place` is where the input names it, such as `slides[1].image`.
   * @throws MmsError `file/not-found` and the like with that place
   */
  load(file: string, place: string): Promise<Asset> {
    const path = resolve(this.#baseDir, file);
    let asset = this.#byFile.get(path);
    if (asset === undefined) {
      asset = readAsset(path, place, this.#limits);
      this.#byFile.set(path, asset);
    }
    return asset;
  }
}
