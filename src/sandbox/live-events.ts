import type { ServerResponse } from 'node:http';

/** More pages than anybody has open. */
const MAX_LISTENERS = 100;

/** Tells the pages that are open that something has changed, by server-sent events. */
export class LiveEvents {
  readonly #listeners = new Set<ServerResponse>();
  #changes = 0;

  /** Takes a page as a listener until its connection ends; false where there are too many. */
  add(response: ServerResponse): boolean {
    if (this.#listeners.size >= MAX_LISTENERS) return false;
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(this.#event());
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
    return true;
  }

  /** Tells all listeners of a change. */
  tell(): void {
    this.#changes += 1;
    for (const listener of this.#listeners) listener.write(this.#event());
  }

  #event(): string {
    return `data: ${this.#changes}\n\n`;
  }
}
