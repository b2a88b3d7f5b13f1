import { requireText } from '../../bytes/index.ts';

const LEFT_RAW_BY_PLATFORM = /[!'()*]/g;

/**
 * Percent-encodes everything outside `A-Z a-z 0-9 - . _ ~` as UTF-8, upper-case hex, blank as `%20`.
 * The text must have no lone surrogate.
 * @example percentEncode('a b+c') // 'a%20b%2Bc'
 */
export function percentEncode(text: string): string {
  requireText(text, 'a text', 'text');
  return encodeURIComponent(text).replace(
    LEFT_RAW_BY_PLATFORM,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What {@link percentDecode} made of a text. */
export interface PercentDecoded {
  readonly text: string;
  /** False if a `%` was not followed by two digits, or the octets are not UTF-8. */
  readonly wellFormed: boolean;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of octets that are encoded wrongly, or are not UTF-8. */
function decodeSlowly(text: string): string {
  const octets = Buffer.from(text)
    .toString('latin1')
    .replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return utf8.decode(Buffer.from(octets, 'latin1'));
}

/** Reads percent-encoded UTF-8; `+` is a blank. A malformed `%` stays, octets that are not UTF-8 become U+FFFD. */
export function percentDecode(text: string): PercentDecoded {
  requireText(text, 'a text', 'text');
  // For a text that is all of these, V8 needs a fifth of the time of replaceAll, and little memory.
  const spaced = text.split('+').join(' ');
  if (!spaced.includes('%')) return { text: spaced, wellFormed: true };
  try {
    return { text: decodeURIComponent(spaced), wellFormed: true };
  } catch {
    return { text: decodeSlowly(spaced), wellFormed: false };
  }
}
