import type { Limits } from '../limits.ts';
import type { ReceivedMessage } from './received-message.ts';
import { weightOf } from './weight.ts';

/** The newest messages, as many as the bounds allow. */
export class KeptMessages {
  /** Oldest first. */
  readonly list: ReceivedMessage[] = [];
  readonly #limits: Limits;
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Adds a message, and forgets the oldest ones for it where there are too many. The newest always stays. */
  add(received: ReceivedMessage): void {
    this.list.push(received);
    this.#bytes += weightOf(received);
    const { maxSandboxMessages, maxSandboxBytes } = this.#limits;
    while (this.list.length > 1 && (this.list.length > maxSandboxMessages || this.#bytes > maxSandboxBytes)) {
      const oldest = this.list.shift();
      if (oldest !== undefined) this.#bytes -= weightOf(oldest);
    }
  }

  clear(): void {
    this.list.length = 0;
    this.#bytes = 0;
  }
}
