import type { Limits } from '../limits.ts';
import type { ReceivedMessage } from './gateway.ts';

/** What a message takes beside its octets, and each report. */
const BYTES_PER_MESSAGE = 2000;
const BYTES_PER_REPORT = 300;

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
    this.#bytes += bytesOf(received);
    const { maxSandboxMessages, maxSandboxBytes } = this.#limits;
    while (this.list.length > 1 && (this.list.length > maxSandboxMessages || this.#bytes > maxSandboxBytes)) {
      const oldest = this.list.shift();
      if (oldest !== undefined) this.#bytes -= bytesOf(oldest);
    }
  }

  clear(): void {
    this.list.length = 0;
    this.#bytes = 0;
  }
}

function bytesOf({ form, reports, file, delivery }: ReceivedMessage): number {
  const parts = delivery?.presentation?.parts ?? [];
  const octets = [file?.data, delivery?.file?.data, delivery?.mms, ...parts.map(({ data }) => data)];
  const length = octets.reduce((sum, data) => sum + (data?.length ?? 0), 0);
  return BYTES_PER_MESSAGE + form.length + BYTES_PER_REPORT * reports.length + length;
}
