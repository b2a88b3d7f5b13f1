import { joinOctets } from '../bytes/index.ts';

/** A body for a person, an octet a character. */
export function chunksText(chunks: readonly Uint8Array[]): string {
  return chunks.map(chunk => Buffer.from(chunk).toString('latin1')).join('');
}

/** A body that is sent in pieces, and put together, once, only where a transport asks for that. */
export class RequestBody {
  readonly chunks: readonly Uint8Array[];
  #octets: Uint8Array | undefined;

  constructor(chunks: readonly Uint8Array[]) {
    this.chunks = chunks;
  }

  get octets(): Uint8Array {
    this.#octets ??= joinOctets(this.chunks);
    return this.#octets;
  }
}
