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
  const { fromCharCode } = String;
  let text = '';
  let i = start;
  // In eights, then four, two, one: a call costs about as much as a character.
  for (; i + 8 <= end; i += 8) {
    text += fromCharCode(
      bytes[i] ?? 0,
      bytes[i + 1] ?? 0,
      bytes[i + 2] ?? 0,
      bytes[i + 3] ?? 0,
      bytes[i + 4] ?? 0,
      bytes[i + 5] ?? 0,
      bytes[i + 6] ?? 0,
      bytes[i + 7] ?? 0,
    );
  }
  if (i + 4 <= end) {
    text += fromCharCode(bytes[i] ?? 0, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0, bytes[i + 3] ?? 0);
    i += 4;
  }
  if (i + 2 <= end) {
    text += fromCharCode(bytes[i] ?? 0, bytes[i + 1] ?? 0);
    i += 2;
  }
  return i < end ? text + fromCharCode(bytes[i] ?? 0) : text;
}

/** A text for messages: control, format and line-separating characters appear as escapes. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
