const KiB = 1024;
const MiB = 1024 * KiB;

/** Bounds on hostile input, each with the attack or the fact behind it. Every one is an option of its reader. */
export const LIMITS = {
  /** Real messages have 300 kB to 1 MB. */
  maxMmsBytes: 5 * MiB,
  /** A camera's picture before adaptation. */
  maxAssetBytes: 32 * MiB,
  maxManifestBytes: 1 * MiB,

  maxZipBytes: 10 * MiB,
  maxZipEntries: 128,
  maxZipEntryBytes: 5 * MiB,
  maxZipInflatedBytes: 20 * MiB,
  /** Deflate reaches 1032:1; real media stay far below. Applies above {@link LIMITS.zipRatioFreeBytes}. */
  maxZipRatio: 200,
  zipRatioFreeBytes: 64 * KiB,

  /** The XML parser is super-linear in attributes. */
  maxXmlBytes: 64 * KiB,
  maxXmlDepth: 32,
  maxXmlAttributes: 2000,

  /** 350 recipients are 350 header fields. */
  maxHeaders: 1000,
  maxHeaderValueBytes: 64 * KiB,
  maxParameters: 100,
  maxParts: 128,
  maxMultipartDepth: 4,

  /** Content of one submission; in the form it is twice as long. The gateway's manual names no limit. */
  maxUploadBytes: 5 * MiB,

  /** Warnings of one decode; a hostile input could raise one an octet. */
  maxWarnings: 1000,
} as const;

/** A name of {@link LIMITS}. */
export type LimitName = keyof typeof LIMITS;

/**
 * The caller's value for a limit, or the default when it is `undefined`.
 * @throws TypeError unless it is a non-negative integer, so that `NaN` or a text cannot switch a limit off
 */
export function limit(name: LimitName, value: number | undefined): number {
  if (value === undefined) return LIMITS[name];
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new TypeError(`${name} must be a non-negative integer, found ${String(value)}`);
  }
  return value;
}
