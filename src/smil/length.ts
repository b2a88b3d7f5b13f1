import type { SmilLength } from './model.ts';

const LENGTH = /^([0-9]{1,9})(\.[0-9]+)?(px|%)?$/;

/** A length as it was read. */
interface ReadLength {
  /** Rounded to a whole number. */
  readonly length: SmilLength;
  /** False for decimals and blanks, at which AOSP falls back to its default. */
  readonly strict: boolean;
}

/** Reads `160`, `160px`, `70%`; decimals are rounded. `undefined` for anything else. */
export function parseLength(text: string): ReadLength | undefined {
  const trimmed = text.trim();
  const match = LENGTH.exec(trimmed);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', unit] = match;
  const value = Math.round(Number(whole + fraction));
  return {
    length: unit === '%' ? `${value}%` : value,
    strict: fraction === '' && trimmed === text,
  };
}

/** The number of per cent, or `undefined` for a length in pixels. */
export function percentOf(length: SmilLength): number | undefined {
  return typeof length === 'string' ? Number.parseFloat(length) : undefined;
}

/** A length in pixels of a root-layout's side; `undefined` when it is in per cent of an unknown side. */
export function toPixels(length: SmilLength, side: number | undefined): number | undefined {
  if (typeof length === 'number') return length;
  return side === undefined ? undefined : Math.round((Number.parseFloat(length) * side) / 100);
}
