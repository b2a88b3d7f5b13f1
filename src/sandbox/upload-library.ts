import type { LibraryFile } from './deliver.ts';

const FIRST_NUMBER = 80000;

/** The files that were uploaded, by their library numbers. */
export class UploadLibrary {
  readonly #files = new Map<number, LibraryFile>();

  get(number: number): LibraryFile | undefined {
    return this.#files.get(number);
  }

  /** Keeps a file and gives its number; the same octets under the same name keep theirs. */
  keep(file: LibraryFile): number {
    for (const [number, known] of this.#files) {
      if (known.name === file.name && Buffer.compare(known.data, file.data) === 0) return number;
    }
    const number = Math.max(FIRST_NUMBER - 1, ...this.#files.keys()) + 1;
    this.#files.set(number, file);
    return number;
  }

  /** Takes in a file under the number that it had. */
  restore(number: number, file: LibraryFile): void {
    this.#files.set(number, file);
  }
}
