import { openPresentation } from '../presentation/index.ts';
import { renderPreview } from '../preview/index.ts';
import { errorPage } from './dev-pages.ts';
import { FollowedJob, type OnRead } from './followed-job.ts';

/** The preview of an input, made again whenever one of its files changes. */
export class LivePage {
  readonly #paths: readonly string[];
  readonly #root: string | undefined;
  readonly #job: FollowedJob;
  readonly #onChange: () => void;
  #html = '';
  #version = 0;

  constructor(paths: readonly string[], root: string | undefined, onChange: () => void) {
    this.#paths = paths;
    this.#root = root;
    this.#job = new FollowedJob(paths, onRead => this.#compose(onRead));
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
    return this.#job.start();
  }

  close(): Promise<void> {
    return this.#job.close();
  }

  async #compose(onRead: OnRead): Promise<void> {
    const html = await this.#composeOnce(onRead);
    if (html === this.#html) return;
    this.#html = html;
    this.#version += 1;
    this.#onChange();
  }

  async #composeOnce(onRead: OnRead): Promise<string> {
    try {
      const presentation = await openPresentation(this.#paths, { onRead, root: this.#root });
      return renderPreview(presentation, { issues: presentation.issues });
    } catch (error) {
      return errorPage(error);
    }
  }
}
