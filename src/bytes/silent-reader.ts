import type { IssueCode } from '../issues/index.ts';
import { DEPARTURE } from './departure.ts';
import { ByteReader, type ReaderOptions } from './reader.ts';

/**
 * A reader for tries, of which most fail: at a fault it throws {@link DEPARTURE}, which takes neither a message nor a
 * path nor a stack.
 */
export class SilentReader extends ByteReader {
  readonly #harmless: ReadonlySet<IssueCode>;
  /** Harmless departures that were met. */
  departures = 0;

  /** @param harmless - departures that are no fault here */
  constructor(bytes: Uint8Array, options: ReaderOptions, harmless: ReadonlySet<IssueCode>) {
    super(bytes, options);
    this.#harmless = harmless;
  }

  override enter(): void {}

  override leave(): void {}

  override warn(code: IssueCode): void {
    if (!this.#harmless.has(code)) throw DEPARTURE;
    this.departures++;
  }

  override error(): never {
    throw DEPARTURE;
  }
}
