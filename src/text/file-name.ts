/** Longest name of a file or folder; common file systems take 255 octets, which 100 characters may need. */
export const MAX_FILE_NAME_LENGTH = 100;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const RESERVED_CHARACTER = /[\\/<>:"|?*]/g;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$) *(?:\.|$)/i;
const HIDDEN = /^\.[^.]/;
/** Files that operating systems leave in a folder or an archive. */
const JUNK: ReadonlySet<string> = new Set(['__macosx', 'thumbs.db', 'ehthumbs.db', 'desktop.ini', 'icon\r']);

/** One way in which a name is unsafe on some file system, misleads a reader or is passed over. */
interface Fault {
  /** What is wrong, as the end of a sentence; `undefined` where nothing is. */
  readonly reason: (name: string, maxLength: number) => string | undefined;
  /** The name without this fault. */
  readonly mend: (name: string, maxLength: number) => string;
}

const prefixed = (name: string): string => `part-${name}`;

const UNSAFE: readonly Fault[] = [
  { reason: name => (name === '' ? 'has a part without name' : undefined), mend: () => 'part' },
  {
    reason: name => (name === '.' || name === '..' ? `has the part "${name}"` : undefined),
    mend: () => 'part',
  },
  {
    reason: ({ length }, maxLength) =>
      length > maxLength ? `has a part of ${length} characters, allowed ${maxLength}` : undefined,
    mend: shortenName,
  },
  {
    reason: name => (name.search(INVISIBLE) < 0 ? undefined : 'has a control or format character'),
    mend: name => name.replace(INVISIBLE, '_'),
  },
  {
    reason: name => {
      const at = name.search(RESERVED_CHARACTER);
      return at < 0 ? undefined : `has the reserved character ${name.charAt(at)}`;
    },
    mend: name => name.replace(RESERVED_CHARACTER, '_'),
  },
  {
    reason: name => (/[. ]$/.test(name) ? 'has a part that ends with a dot or blank' : undefined),
    mend: withoutEnd,
  },
  { reason: name => (DEVICE.test(name) ? 'is the name of a device' : undefined), mend: prefixed },
];

const PASSED_OVER = 'would be passed over as a hidden file';
const HIDING: readonly Fault[] = [
  {
    reason: name => (HIDDEN.test(name) ? PASSED_OVER : undefined),
    mend: name => name.slice(1),
  },
  { reason: name => (JUNK.has(name.toLowerCase()) ? PASSED_OVER : undefined), mend: prefixed },
];

const FAULTS = [...UNSAFE, ...HIDING];

/** Why the name of a file or folder is unsafe, as the end of a sentence; `undefined` for one that is safe everywhere. */
export function unsafeNameReason(name: string): string | undefined {
  return faultOf(name, UNSAFE)?.reason(name, MAX_FILE_NAME_LENGTH);
}

/** Why a file of this name is never media: it is hidden, or what an operating system leaves in a folder. */
export function hiddenNameReason(name: string): string | undefined {
  return faultOf(name, HIDING)?.reason(name, MAX_FILE_NAME_LENGTH);
}

/**
 * A name of which neither {@link unsafeNameReason} nor {@link hiddenNameReason} has anything to say, changed no further.
 * @param maxLength 32 at least: there is room for an extension and what is put in front
 */
export function mendName(name: string, maxLength = MAX_FILE_NAME_LENGTH): string {
  let mended = name;
  // To take one fault away can show another: what stood behind the dot, or what a cut leaves.
  for (let fault = faultOf(name, FAULTS, maxLength); fault !== undefined; ) {
    mended = fault.mend(mended, maxLength);
    fault = faultOf(mended, FAULTS, maxLength);
  }
  return mended;
}

function faultOf(
  name: string,
  faults: readonly Fault[],
  maxLength = MAX_FILE_NAME_LENGTH,
): Fault | undefined {
  return faults.find(({ reason }) => reason(name, maxLength) !== undefined);
}

/** Name and extension with its dot; a name like `.profile` is all stem. */
export function splitName(name: string): { readonly stem: string; readonly extension: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? { stem: name, extension: '' } : { stem: name.slice(0, dot), extension: name.slice(dot) };
}

/** Longest extension that is kept, with its dot. */
const MAX_EXTENSION_LENGTH = 11;

/** Cuts the stem, behind which `suffix` is put; a long extension is cut like any text. */
export function shortenName(name: string, maxLength: number, suffix = ''): string {
  const parts = splitName(name);
  const { stem, extension } =
    parts.extension.length > MAX_EXTENSION_LENGTH ? { stem: name, extension: '' } : parts;
  const cut = stem.slice(0, maxLength - extension.length - suffix.length);
  return `${withoutEnd(cut)}${suffix}${extension}`;
}

/** Windows drops dots and blanks at the end of a name. */
function withoutEnd(name: string): string {
  let end = name.length;
  while (end > 0 && '. '.includes(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end);
}
