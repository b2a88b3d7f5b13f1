import { octetAt } from '../bytes/index.ts';
import { hasAscii } from './octets.ts';

/** AMR storage formats: magic, and octets of a frame after its first one, by frame type (RFC 4867 5.3). */
const AMR_FORMATS = [
  { magic: '#!AMR\n', sizes: [12, 13, 15, 17, 19, 20, 26, 31, 5, 6, 5, 5, 0, 0, 0, 0] },
  { magic: '#!AMR-WB\n', sizes: [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0] },
] as const;

const AMR_FRAME_MS = 20;

/** Length of AMR or AMR-WB speech: 20 ms a frame; `undefined` when the magic is another. */
export function amrDurationMs(data: Uint8Array): number | undefined {
  const format = AMR_FORMATS.find(row => hasAscii(data, row.magic));
  if (format === undefined) return undefined;
  let frames = 0;
  let at: number = format.magic.length;
  while (at < data.length) {
    at += 1 + (format.sizes[(octetAt(data, at) >> 3) & 15] ?? 0);
    frames++;
  }
  return frames * AMR_FRAME_MS;
}
