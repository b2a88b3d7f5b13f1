import { requireOctets } from '../bytes/index.ts';
import { type Issue, issueOf, TEXT_ISSUES } from '../issues/index.ts';
import { decodeUtf8Strictly, printable, usualCharset } from '../text/index.ts';

/** The charset of a text by its octets. */
export interface DetectedCharset {
  /** IANA name in lower case. */
  readonly charset: 'us-ascii' | 'utf-8' | 'utf-16' | 'utf-16be' | 'utf-16le' | 'utf-32' | 'iso-8859-1';
  /** Octets of a byte order mark at the start: 0, 2, 3 or 4. */
  readonly bomLength: number;
  /** `text/charset-guessed` or `text/utf16-without-bom`, when nothing in the octets proves the charset. */
  readonly issues: readonly Issue[];
}

/**
 * The charset of a text: a byte order mark decides, then us-ascii when all octets are below 80, UTF-8 when they are
 * valid UTF-8, else ISO-8859-1 with the warning `text/charset-guessed`. Text with a zero in every second octet is
 * UTF-16 without its mark (warning `text/utf16-without-bom`).
 */
export function detectCharset(data: Uint8Array): DetectedCharset {
  requireOctets(data, 'data');
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) return certain('utf-8', 3);
  if (isUtf32(data)) return certain('utf-32', 4);
  if (data[0] === 0xff && data[1] === 0xfe) return certain('utf-16', 2);
  if (data[0] === 0xfe && data[1] === 0xff) return certain('utf-16', 2);
  const unmarked = unmarkedUtf16(data);
  if (unmarked !== undefined) {
    const found = issueOf(
      TEXT_ISSUES,
      'text/utf16-without-bom',
      `the text looks like ${unmarked} without a byte order mark`,
    );
    return { charset: unmarked, bomLength: 0, issues: [found] };
  }
  if (data.every(octet => octet < 0x80)) return certain('us-ascii', 0);
  if (decodeUtf8Strictly(data) !== undefined) return certain('utf-8', 0);
  const guessed = issueOf(
    TEXT_ISSUES,
    'text/charset-guessed',
    'the text is not UTF-8; it was taken for iso-8859-1',
    {
      hint: 'save it as UTF-8, or state its charset',
    },
  );
  return { charset: 'iso-8859-1', bomLength: 0, issues: [guessed] };
}

/**
 * The charset that holds for octets: the stated one, in lower case, unless they contradict it; then the one that they
 * show, with `text/charset-mismatch`. Charsets of one octet a character fit anything but what is plainly UTF-8 or UTF-16.
 */
export function settleCharset(
  data: Uint8Array,
  stated: string,
): { readonly charset: string; readonly issues: readonly Issue[] } {
  const name = usualCharset(stated);
  const shown = detectCharset(data);
  if (fits(name, shown)) return { charset: name, issues: [] };
  const message = `the text is stated as ${printable(name)}, its octets are ${shown.charset}, which is written`;
  const hint = `save the text as ${printable(name)}, or state ${shown.charset}`;
  return {
    charset: shown.charset,
    issues: [issueOf(TEXT_ISSUES, 'text/charset-mismatch', message, { hint })],
  };
}

function fits(stated: string, { charset }: DetectedCharset): boolean {
  if (charset === stated) return true;
  const isWide = /^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646-ucs)/.test(stated);
  // Nothing proves a guess: only what cannot hold it contradicts it.
  if (charset === 'iso-8859-1') return stated !== 'us-ascii' && stated !== 'utf-8';
  if (charset.startsWith('utf-16')) return isWide;
  return charset === 'us-ascii' && !isWide;
}

/** Its mark in little endian begins with that of UTF-16, but no text begins with U+0000. */
function isUtf32([a, b, c, d]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

function certain(charset: DetectedCharset['charset'], bomLength: number): DetectedCharset {
  return { charset, bomLength, issues: [] };
}

/** A text has no zeros; UTF-16 of mostly Latin letters has them on one side of its pairs only, and on most of them. */
function unmarkedUtf16(data: Uint8Array): 'utf-16be' | 'utf-16le' | undefined {
  if (data.length < 2 || data.length % 2 !== 0) return undefined;
  let [high, low] = [0, 0];
  for (let i = 0; i < data.length; i += 2) {
    if (data[i] === 0) high++;
    if (data[i + 1] === 0) low++;
  }
  const most = data.length / 4;
  if (low === 0 && high > most) return 'utf-16be';
  return high === 0 && low > most ? 'utf-16le' : undefined;
}
