import { hasAscii, uint32le } from './octets.ts';

/** Length of a RIFF WAVE sound from its byte rate; `undefined` when it is none, or has no `fmt ` before its data. */
export function wavDurationMs(data: Uint8Array): number | undefined {
  if (!hasAscii(data, 'RIFF') || !hasAscii(data, 'WAVE', 8)) return undefined;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= data.length; ) {
    const size = uint32le(data, at + 4);
    const start = at + 8;
    if (hasAscii(data, 'fmt ', at)) bytesPerSecond = uint32le(data, start + 8);
    if (hasAscii(data, 'data', at)) {
      // A streamed file states a size that it never had.
      const length = Math.min(size, data.length - start);
      return bytesPerSecond === 0 ? undefined : (length / bytesPerSecond) * 1000;
    }
    at = start + size + (size % 2);
  }
  return undefined;
}
