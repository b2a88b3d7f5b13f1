import { MmsError } from './errors.ts';

const KiB = 1024;
const MiB = 1024 * KiB;

/** Bounds on hostile input, each with the attack or the fact behind it. Every one is an option of its reader. */
export const LIMITS = Object.freeze({
  /** Real messages have 300 kB to 1 MB. */
  maxMmsBytes: 5 * MiB,
  /** A camera's picture before adaptation. */
  maxAssetBytes: 32 * MiB,
  maxManifestBytes: 1 * MiB,
  /** Reading YAML takes some microseconds a token; a list of 128 parts with all their headers has 15 000. */
  maxManifestTokens: 50_000,
  /** The YAML reader recurses, and an overflow of the stack in it can end the process. */
  maxManifestDepth: 32,

  maxZipBytes: 10 * MiB,
  maxZipEntries: 128,
  maxZipEntryBytes: 5 * MiB,
  maxZipInflatedBytes: 20 * MiB,
  /** Deflate reaches 1032:1; real media stay far below. Applies above `zipRatioFreeBytes`. */
  maxZipRatio: 200,
  zipRatioFreeBytes: 64 * KiB,

  /** The XML parser is super-linear in attributes. */
  maxXmlBytes: 64 * KiB,
  maxXmlDepth: 32,
  maxXmlAttributes: 2000,
  /** User agent profiles declare one to four, all namespaces. */
  maxXmlEntities: 16,
  maxXmlEntityLength: 256,

  /** A WBXML document can refer to one long text of its string table from every octet. */
  maxWbxmlTextBytes: 1 * MiB,
  /** Elements, attributes and pieces of text; each takes a hundred times the one octet that it may be. */
  maxWbxmlNodes: 20_000,

  /** 350 recipients are 350 header fields. */
  maxHeaders: 1000,
  maxHeaderValueBytes: 64 * KiB,
  maxParameters: 100,
  maxParts: 128,
  maxMultipartDepth: 4,

  /** A one-bit pixel becomes a character: eight times the octets of the input. */
  maxBitmapPixels: 64_000_000,
  /** A picture message has two; an empty item takes three octets. */
  maxSmartItems: 64,
  /** A full ringing tone has 1020 instructions, but a loop can be written in two octets. */
  maxTuneEvents: 10_000,
  /** One note can last 17 seconds, a minute of sound takes 2.6 MB. */
  maxWavSeconds: 600,
  /** Content of one submission; in the form it is twice as long. The gateway's manual names no limit. */
  maxUploadBytes: 5 * MiB,

  /** An m-retrieve-conf with its header; the answers of gateways have some hundred octets. */
  maxRetrieveBytes: 6 * MiB,

  /** A recipient takes some hundred octets in a journal; a campaign has a million of them at most. */
  maxJournalBytes: 128 * MiB,

  /** Wider than any phone's photo; a JPEG or GIF can claim 65,535. */
  maxImageSide: 16_384,
  /** Phones take photos of 50 million pixels; 31 kB can claim 256 million. All frames together. */
  maxImagePixels: 64_000_000,
  /** A plain picture in true colour reaches 344 as PNG; 38 octets of WebP can claim 64 million. */
  maxImagePixelsPerByte: 1000,
  /** Pictures of so few pixels do no harm, however few octets they have. */
  imageRatioFreePixels: 4_000_000,
  /** What decoding and fitting pictures may take at once; the process has 80 MB of its own with sharp. */
  maxImageMemoryBytes: 160_000_000,
  /** Pictures of one message that are fitted: five photos of 50 million pixels. */
  maxMessagePixels: 256_000_000,
  maxImageFrames: 100,

  /** Up to the end of the first card of a file; a photo of 1 MB has 18 000 lines. */
  maxCardLines: 20_000,

  /** What the sandbox keeps in memory; the oldest messages go first. */
  maxSandboxMessages: 10_000,
  /** Files, what telephones would fetch of them, forms and reports: nine messages of the longest kind. */
  maxSandboxBytes: 48 * MiB,
  /** Numbers of one form; the gateway suggests 350. Each gets a report of its own. */
  maxSandboxRecipients: 10_000,
  /** Uploads that keep their library numbers; the oldest go first. */
  maxSandboxLibraryFiles: 1000,
  /** Of these uploads together. */
  maxSandboxLibraryBytes: 16 * MiB,
  /** In one answer of `GET /messages`. */
  maxSandboxPageMessages: 1000,
  /** Of one answer, which has files in hexadecimal, twice as long; it holds one message at least. */
  maxSandboxPageBytes: 4 * MiB,
  /** How long the head of a request to the sandbox may take. */
  maxSandboxHeadMs: 10_000,
  /** How long a whole request may take. */
  maxSandboxRequestMs: 60_000,

  /** Warnings of one decode; a hostile input could raise one an octet. */
  maxWarnings: 1000,
} as const);

/** Readers of nested values recurse, and the stack has an end: no option raises these further. */
const MOST_DEPTH = 500;

/** A name of {@link LIMITS}. */
export type LimitName = keyof typeof LIMITS;

/** Bounds by name, in the units that their names tell. */
export type Limits = Readonly<Record<LimitName, number>>;

/**
 * The caller's value for a bound, or the default when it is `undefined`.
 * @throws MmsError `bytes/value-type` unless it is a non-negative integer, so that `NaN` or a text cannot switch a bound
 * off; for a depth that no stack bears
 */
export function limit(name: LimitName, value: number | undefined): number {
  if (value === undefined) return LIMITS[name];
  if (!Number.isSafeInteger(value) || value < 0) throw badLimit(name, 'a non-negative integer', value);
  if (name.endsWith('Depth') && value > MOST_DEPTH) throw badLimit(name, `at most ${MOST_DEPTH}`, value);
  return value;
}

function badLimit(name: string, expected: string, found: unknown): MmsError {
  const shown = typeof found === 'number' ? String(found) : typeof found;
  return new MmsError('bytes/value-type', `expected ${expected}, found ${shown}`, { path: `limits.${name}` });
}

/**
 * The bounds with the caller's own in place of the defaults.
 * @throws MmsError as {@link limit}, and for a name that is not a limit
 */
export function resolveLimits(own: Partial<Limits> | undefined): Limits {
  if (own === undefined) return LIMITS;
  if (isResolved(own)) return own;
  if (typeof own !== 'object' || own === null)
    throw new MmsError('bytes/value-type', `expected limits by name, found ${String(own)}`, {
      path: 'limits',
    });
  const limits: Record<LimitName, number> = { ...LIMITS };
  for (const [name, value] of Object.entries(own)) {
    if (!isLimitName(name)) {
      throw new MmsError('bytes/value-type', `expected the name of a limit, found ${name}`, {
        path: 'limits',
      });
    }
    limits[name] = limit(name, value);
  }
  RESOLVED.add(Object.freeze(limits));
  return limits;
}

/** Limits that are whole and stay as they are: a reader hands its own on to others. */
const RESOLVED = new WeakSet<object>([LIMITS]);

function isResolved(own: Partial<Limits>): own is Limits {
  return RESOLVED.has(own);
}

function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(LIMITS, name);
}
