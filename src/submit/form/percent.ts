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

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const tolerantUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

function decodeSlowly(text: string): PercentDecoded {
  const raw = new TextEncoder().encode(text);
  const octets = new Uint8Array(raw.length);
  let length = 0;
  let wellFormed = true;
  for (let i = 0; i < raw.length; i++) {
    const octet = raw[i] ?? 0;
    const high = octet === 0x25 ? hexDigit(raw[i + 1] ?? 0) : -1;
    const low = high < 0 ? -1 : hexDigit(raw[i + 2] ?? 0);
    if (low >= 0) {
      octets[length++] = high * 16 + low;
      i += 2;
    } else {
      wellFormed &&= octet !== 0x25;
      octets[length++] = octet;
    }
  }
  const value = octets.subarray(0, length);
  try {
    return { text: strictUtf8.decode(value), wellFormed };
  } catch {
    return { text: tolerantUtf8.decode(value), wellFormed: false };
  }
}

/** Reads percent-encoded UTF-8; `+` is a blank. A malformed `%` stays, octets that are not UTF-8 become U+FFFD. */
export function percentDecode(text: string): PercentDecoded {
  requireText(text, 'a text', 'text');
  const spaced = text.includes('+') ? text.split('+').join(' ') : text;
  if (!spaced.includes('%')) return { text: spaced, wellFormed: true };
  try {
    return { text: decodeURIComponent(spaced), wellFormed: true };
  } catch {
    return decodeSlowly(spaced);
  }
}
