/** Characters of a form; no text of V8 has more than twice as many. */
export const LONGEST_FORM = 2 ** 28;

/** Most that any value may have, so that each alone can be written: more of it would not fit into a form. */
export const MOST_IN_FORM = {
  /** An octet is two digits. */
  octets: LONGEST_FORM / 2,
  /** A unit of UTF-16 takes up to nine characters, percent-encoded. */
  textUnits: Math.floor(LONGEST_FORM / 9),
  /** Fifteen digits and a comma, percent-encoded. */
  numbers: Math.floor(LONGEST_FORM / 18),
} as const;
