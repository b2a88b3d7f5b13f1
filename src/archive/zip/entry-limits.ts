import { MmsError } from '../../errors.ts';
import type { Limits } from '../../limits.ts';
import { entryError, type ZipEntry } from './zip-entry.ts';

/**
 * Holds one figure of an archive against its bound.
 * @throws MmsError `zip/too-large`
 */
export function refuseBeyond(allowed: number, found: number, unit: string): void {
  if (found <= allowed) return;
  throw new MmsError('zip/too-large', `the archive has ${found} ${unit}, allowed ${allowed}`);
}

/**
 * Holds the declared sizes of all entries against the limits, before anything is inflated.
 * @throws MmsError `zip/too-large`
 */
export function refuseLargeEntries(entries: readonly ZipEntry[], limits: Limits): void {
  let inflated = 0;
  for (const entry of entries) {
    const { size, compressedSize } = entry;
    inflated += size;
    if (size > limits.maxZipEntryBytes) {
      const message = `has ${size} octets, allowed ${limits.maxZipEntryBytes}`;
      throw entryError('zip/too-large', entry, message);
    }
    if (isTooDense(entry, limits)) {
      const message = `grows from ${compressedSize} to ${size} octets, allowed ${limits.maxZipRatio}:1`;
      throw entryError('zip/too-large', entry, message);
    }
  }
  refuseBeyond(limits.maxZipInflatedBytes, inflated, 'octets when inflated');
}

/** True for an entry that is packed more tightly than media are. */
export function isTooDense(
  { size, compressedSize }: Pick<ZipEntry, 'size' | 'compressedSize'>,
  limits: Limits,
): boolean {
  return size > limits.zipRatioFreeBytes && size > compressedSize * limits.maxZipRatio;
}
