import type { FileHandle } from 'node:fs/promises';
import type { MmsError } from '../errors.ts';

/** Makes the error about an input that is too long; `found` says how long, such as `9 octets`. */
type Refuse = (found: string) => MmsError;

/**
 * Octets of an open file. A device or a pipe has no size and may have no end: no more than one octet beyond the bound
 * is ever read.
 */
export async function readWithin(file: FileHandle, maxBytes: number, refuse: Refuse): Promise<Uint8Array> {
  const { size } = await file.stat();
  if (size > maxBytes) throw refuse(`${size} octets`);
  return takeWithin(file.createReadStream({ autoClose: false, end: maxBytes }), maxBytes, refuse);
}

/** Octets of a stream; it is left as soon as it is too long. */
export async function takeWithin(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  refuse: Refuse,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > maxBytes) throw refuse(`more than ${maxBytes} octets`);
    pieces.push(piece);
  }
  const data = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    data.set(piece, offset);
    offset += piece.length;
  }
  return data;
}
