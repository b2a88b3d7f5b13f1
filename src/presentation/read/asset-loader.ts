import type { Asset } from '../asset.ts';
import type { FileSource } from './file-source.ts';
import { at } from './in-place.ts';

/** Reads the files of a message, each once. */
export class AssetLoader {
  readonly #source: FileSource;
  readonly #byFile = new Map<string, Promise<Asset>>();

  constructor(source: FileSource) {
    this.#source = source;
  }

  /**
   * The file as an asset; `place` is where the input names it, such as `slides[1].image`.
   * @throws MmsError `file/not-found` and the like with that place
   */
  async load(file: string, place: string): Promise<Asset> {
    const path = this.#source.locate(file, place);
    let asset = this.#byFile.get(path);
    if (asset === undefined) {
      asset = this.#source.read(path, place);
      this.#byFile.set(path, asset);
    }
    return at(place, asset);
  }
}
