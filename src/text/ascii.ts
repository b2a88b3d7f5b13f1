/** True when every UTF-16 unit is below 80. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Position of the first control character (00..1F, 7F), or -1. */
export function indexOfControl(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0x7f) return i;
  }
  return -1;
}

/** Each octet as the character of the same number (ISO-8859-1). Faster than TextDecoder for short texts. */
export function decodeLatin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  let i = start;
  const { fromCharCode } = String;
  // Eight at a time: one call costs about as much as one character.
  for (; i + 8 <= end; i += 8) {
    const [a = 0, b = 0, c = 0, d = 0] = [bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]];
    const [e = 0, f = 0, g = 0, h = 0] = [bytes[i + 4], bytes[i + 5], bytes[i + 6], bytes[i + 7]];
    text += fromCharCode(a, b, c, d, e, f, g, h);
  }
  for (; i < end; i++) text += fromCharCode(bytes[i] ?? 0);
  return text;
}

/** A text for messages: control, format and line-separating characters appear as escapes. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
