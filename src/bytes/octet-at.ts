/** The octet at a place, 0 past the end: for those who know where the end is, or to whom nothing is as good as 0. */
export function octetAt(bytes: Uint8Array | Uint8ClampedArray, at: number): number {
  return bytes[at] ?? 0;
}
