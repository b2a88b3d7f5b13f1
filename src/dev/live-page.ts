import { resolve } from 'node:path';
import { openPresentation } from '../presentation/index.ts';
import { renderPreview } from '../preview/index.ts';
import { errorPage } from './dev-pages.ts';
import { FolderWatch } from './folder-watch.ts';

/** The preview of an input, made anew whenever one of its files changes. */
export class LivePage {
  readonly #paths: readonly string[];
  readonly #watch = new FolderWatch(() => void this.#refresh());
  readonly #root: string | undefined;
  readonly #onChange: () => void;
  #refreshing: Promise<void> | undefined;
  #isStale = false;
  /** What the last run read. */
  #followed: ReadonlySet<string> = new Set();
  #html = '';
  #version = 0;

  constructor(paths: readonly string[], root: string | undefined, onChange: () => void) {
    this.#paths = paths;
    this.#root = root;
    this.#onChange = onChange;
  }

  get html(): string {
    return this.#html;
  }

  /** Counts the pages that differ. */
  get version(): number {
    return this.#version;
  }

  /** Makes the first page. */
  start(): Promise<void> {
    return this.#refresh();
  }

  async close(): Promise<void> {
    this.#watch.close();
    this.#isStale = false;
    await this.#refreshing;
  }

  /** One run at a time; what changes during one makes another. */
  #refresh(): Promise<void> {
    this.#isStale = true;
    this.#refreshing ??= this.#compose().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #compose(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const html = await this.#composeOnce();
      if (html === this.#html) continue;
      this.#html = html;
      this.#version += 1;
      this.#onChange();
    }
  }

  async #composeOnce(): Promise<string> {
    const files = new Set(this.#paths.map(path => resolve(path)));
    const onRead = async (path: string): Promise<void> => {
      files.add(resolve(path));
      this.#watch.follow(new Set([...files, ...this.#followed]));
    };
    try {
      return renderPreview(await openPresentation(this.#paths, { onRead, root: this.#root }));
    } catch (error) {
      return errorPage(error);
    } finally {
      this.#followed = files;
      this.#watch.follow(files);
    }
  }
}
