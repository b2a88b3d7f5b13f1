/** White space; line ends are normalized already. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09;
}

/** The offset behind the white space at `at`. */
export function endOfBlanks(text: string, at: number): number {
  let end = at;
  while (isBlank(text.charCodeAt(end))) end += 1;
  return end;
}

const NAME_START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
/** A name (XML 1.0 productions 4 to 5). */
const NAME = new RegExp(`[${NAME_START}][${NAME_START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*`, 'uy');

/** The offset behind the name at `at`, which is `at` where none begins. */
export function endOfName(text: string, at: number): number {
  let end = at;
  while (isAsciiOfName(text.charCodeAt(end))) end += 1;
  // most names are ASCII; the pattern decides whatever else stands there
  if (text.charCodeAt(end) < 0x80 && isAsciiNameStart(text.charCodeAt(at))) return end;
  NAME.lastIndex = at;
  return NAME.test(text) ? NAME.lastIndex : at;
}

function isAsciiNameStart(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f || unit === 0x3a;
}

function isAsciiOfName(unit: number): boolean {
  return isAsciiNameStart(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d || unit === 0x2e;
}

/** A whole XML declaration (production 23). */
export const DECLARATION = new RegExp(
  [
    '^<\\?xml',
    '[ \\t\\n]+version[ \\t\\n]*=[ \\t\\n]*(?:"1\\.[0-9]+"|\'1\\.[0-9]+\')',
    '(?:[ \\t\\n]+encoding[ \\t\\n]*=[ \\t\\n]*(?:"[A-Za-z][\\w.-]*"|\'[A-Za-z][\\w.-]*\'))?',
    '(?:[ \\t\\n]+standalone[ \\t\\n]*=[ \\t\\n]*(?:"(?:yes|no)"|\'(?:yes|no)\'))?',
    '[ \\t\\n]*\\?>$',
  ].join(''),
);
