import { ESCAPE } from './shift-tables.ts';

/** How many septets of [start, end) are escapes. */
export function countEscapes(septets: Uint8Array, start: number, end: number): number {
  let escapes = 0;
  for (let i = start; i < end; i++) if (septets[i] === ESCAPE) escapes++;
  return escapes;
}

/** Octets that `septets` septets after `fillBits` bits take. */
export function packedLength(septets: number, fillBits: number): number {
  return (septets * 7 + fillBits + 7) >> 3;
}

const BLOCK_SEPTETS = 8;
const BLOCK_OCTETS = 7;

/**
 * Packs septets [start, end) into `into` at `offset`, lowest bits first (3GPP TS 23.038 6.1.2.1.1).
 * @param fillBits zero bits before the first septet, 0-6, to reach a septet boundary after a header
 */
export function packSeptets(
  septets: Uint8Array,
  start: number,
  end: number,
  into: Uint8Array,
  offset: number,
  fillBits: number,
): void {
  // n fill bits and n septets are n octets
  let i = Math.min(start + fillBits, end);
  packOneByOne(septets, start, i, into, offset, fillBits);
  let at = offset + fillBits;
  for (; end - i >= BLOCK_SEPTETS; i += BLOCK_SEPTETS, at += BLOCK_OCTETS) packBlock(septets, i, into, at);
  packOneByOne(septets, i, end, into, at, 0);
}

function packOneByOne(
  septets: Uint8Array,
  start: number,
  end: number,
  into: Uint8Array,
  offset: number,
  fillBits: number,
): void {
  let at = offset;
  let pending = 0;
  let bits = fillBits;
  for (let i = start; i < end; i++) {
    pending |= (septets[i] ?? 0) << bits;
    bits += 7;
    if (bits < 8) continue;
    into[at++] = pending;
    pending >>= 8;
    bits -= 8;
  }
  if (bits > 0 && end > start) into[at] = pending;
}

/** Eight septets from `i` are seven octets at `at`. */
function packBlock(septets: Uint8Array, i: number, into: Uint8Array, at: number): void {
  const b = septets[i + 1] ?? 0;
  const c = septets[i + 2] ?? 0;
  const d = septets[i + 3] ?? 0;
  const e = septets[i + 4] ?? 0;
  const f = septets[i + 5] ?? 0;
  const g = septets[i + 6] ?? 0;
  into[at] = (septets[i] ?? 0) | (b << 7);
  into[at + 1] = (b >> 1) | (c << 6);
  into[at + 2] = (c >> 2) | (d << 5);
  into[at + 3] = (d >> 3) | (e << 4);
  into[at + 4] = (e >> 4) | (f << 3);
  into[at + 5] = (f >> 5) | (g << 2);
  into[at + 6] = (g >> 6) | ((septets[i + 7] ?? 0) << 1);
}
