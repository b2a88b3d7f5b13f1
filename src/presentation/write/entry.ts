import type { PresentationPart } from '../../message/index.ts';
import { encodeMultipart } from '../../wsp/index.ts';

const ENTRY_COUNT_OCTETS = 1;

const entries = new WeakMap<PresentationPart, Uint8Array>();

/** The multipart entry of a part as if it had no data: lengths, Content-Type and headers. Parts never change. */
export function emptyEntry(part: PresentationPart): Uint8Array {
  let entry = entries.get(part);
  if (entry === undefined) {
    entry = encodeMultipart([{ ...part, data: new Uint8Array() }]).subarray(ENTRY_COUNT_OCTETS);
    entries.set(part, entry);
  }
  return entry;
}
