import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** A change of a source file: what is put before the text that stands there once. */
export interface Insertion {
  /** Below `src/`. */
  readonly file: string;
  readonly before: string;
  readonly text: string;
}

/** A copy of `src/` that a test may change, to be imported by path. */
export class SourceCopy {
  readonly #folder: string;

  constructor() {
    mkdirSync(join(ROOT, 'out'), { recursive: true });
    this.#folder = mkdtempSync(join(ROOT, 'out/source-'));
    cpSync(join(ROOT, 'src'), join(this.#folder, 'src'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(this.#folder, 'package.json'));
  }

  /** Where a file of `src/` stands in the copy. */
  path(file: string): string {
    return join(this.#folder, 'src', file);
  }

  /** Puts a text into a file that is there. */
  insert({ file, before, text }: Insertion): void {
    const source = readFileSync(this.path(file), 'utf8');
    const [head, tail, ...more] = source.split(before);
    if (head === undefined || tail === undefined || more.length > 0) {
      throw new Error(`expected ${JSON.stringify(before)} once in ${file}`);
    }
    writeFileSync(this.path(file), head + text + before + tail);
  }

  /** Adds a file. */
  add(file: string, text: string): void {
    writeFileSync(this.path(file), text, { flag: 'wx' });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
