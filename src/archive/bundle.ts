import type { Issue } from '../issues/index.ts';
import type { Limits } from '../limits.ts';

/** A file of a ZIP archive or a folder. */
export interface BundleEntry {
  /** Path inside the bundle, folders separated by `/`. */
  readonly name: string;
  readonly data: Uint8Array;
  /** True for data that are compressed already, such as a JPEG: an archive stores them. */
  readonly isCompressed?: boolean;
}

/** The files of a ZIP archive or a folder, before anybody asks what they mean. */
export interface Bundle {
  /** Never empty; an archive's in its own order, a folder's in natural order: 1, 2, 10. */
  readonly entries: readonly BundleEntry[];
  readonly issues: readonly Issue[];
}

/** How a bundle is read. */
export interface BundleOptions {
  /** Bounds other than the defaults of `LIMITS`; those named `…Zip…` hold for folders too. */
  readonly limits?: Partial<Limits> | undefined;
}
