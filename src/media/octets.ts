import { octetAt } from '../bytes/index.ts';
import { decodeLatin1 } from '../text/index.ts';

// Big-endian unless the name says otherwise. Octets past the end read as 0, so a reader checks lengths where they matter.

export function uint16(data: Uint8Array, at: number): number {
  return (octetAt(data, at) << 8) | octetAt(data, at + 1);
}

export function uint24(data: Uint8Array, at: number): number {
  return (octetAt(data, at) << 16) | uint16(data, at + 1);
}

export function uint32(data: Uint8Array, at: number): number {
  return uint16(data, at) * 0x10000 + uint16(data, at + 2);
}

export function uint16le(data: Uint8Array, at: number): number {
  return octetAt(data, at) | (octetAt(data, at + 1) << 8);
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
