import { decodeLatin1 } from '../text/index.ts';

// Big-endian unless the name says otherwise. Octets past the end read as 0, so a reader checks lengths where they matter.

export function uint16(data: Uint8Array, at: number): number {
  return ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
}

export function uint24(data: Uint8Array, at: number): number {
  return ((data[at] ?? 0) << 16) | uint16(data, at + 1);
}

export function uint32(data: Uint8Array, at: number): number {
  return uint16(data, at) * 0x10000 + uint16(data, at + 2);
}

export function uint16le(data: Uint8Array, at: number): number {
  return (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
}

export function uint32le(data: Uint8Array, at: number): number {
  return uint16le(data, at) + uint16le(data, at + 2) * 0x10000;
}

export function int32le(data: Uint8Array, at: number): number {
  return uint32le(data, at) | 0;
}

/** `length` octets as characters, fewer at the end of the data. */
export function ascii(data: Uint8Array, at: number, length: number): string {
  return decodeLatin1(data, Math.min(at, data.length), Math.min(at + length, data.length));
}

/** True when the characters of `text` stand at `at`. */
export function hasAscii(data: Uint8Array, text: string, at = 0): boolean {
  if (at + text.length > data.length) return false;
  for (let i = 0; i < text.length; i++) if (data[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
