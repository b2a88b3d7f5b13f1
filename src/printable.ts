/** Characters of a message that are shown: nobody reads more, and a hostile input could make one of any length. */
const LONGEST_MESSAGE = 300;

/** Characters of a hint, which may list all the keys that there are. */
const LONGEST_HINT = 1000;

/** Nearly every text: asking for this is much faster than asking for properties of characters. */
const PLAIN = /^[ -~]*$/;

const UNSHOWN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text for messages: control, format and line-separating characters appear as escapes. */
export function printable(text: string): string {
  return PLAIN.test(text)
    ? text
    : text.replace(UNSHOWN, character => `\\u{${Number(character.codePointAt(0)).toString(16)}}`);
}

/** A message as errors and findings carry it: printable, and cut where it is too long. */
export function messageText(text: string): string {
  return cutText(text, LONGEST_MESSAGE);
}

/** A hint likewise. */
export function hintText(text: string): string {
  return cutText(text, LONGEST_HINT);
}

function cutText(text: string, longest: number): string {
  const shown = printable(text.slice(0, longest + 1));
  if (shown.length <= longest) return shown;
  return `${shown.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
