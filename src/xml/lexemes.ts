/** White space; line ends are normalized already. */
export const BLANKS = /[ \t\n]*/y;
const NAME_START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
/** A name (XML 1.0 productions 4 to 5). */
export const NAME = new RegExp(
  `[${NAME_START}][${NAME_START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*`,
  'uy',
);
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
